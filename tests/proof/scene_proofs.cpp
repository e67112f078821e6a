#include "scene_proofs.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <variant>

#include "colour_vision.hpp"

namespace fabula::testing {
namespace {

std::string number(double value) {
    return std::to_string(std::round(value * 100) / 100).substr(0, 5);
}

std::string hex(const Colour& colour) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text = "#";
    for (const std::uint8_t channel : {colour.red, colour.green, colour.blue}) {
        text += digits[channel / 16];
        text += digits[channel % 16];
    }
    return text;
}

/// Calls one of the two for every path and text, in drawing order.
void walk(const Node& node, const std::function<void(const Path&)>& path,
          const std::function<void(const Text&)>& text) {
    if (const auto* group = std::get_if<Group>(&node)) {
        for (const Node& child : group->children)
            walk(child, path, text);
    } else if (const auto* shape = std::get_if<Path>(&node)) {
        path(*shape);
    } else {
        text(std::get<Text>(node));
    }
}

void walk_texts(const Scene& scene, const std::function<void(const Text&)>& text) {
    walk(Node(scene.root), [](const Path&) {}, text);
}

/// How often a closed polygon winds round a point, edge by edge.
class Winding {
public:
    explicit Winding(Point point) : point_(point) {}

    void edge(Point from, Point to) {
        const double side = (to.x - from.x) * (point_.y - from.y) - (point_.x - from.x) * (to.y - from.y);
        if (from.y <= point_.y && to.y > point_.y && side > 0) ++number_;
        if (from.y > point_.y && to.y <= point_.y && side < 0) --number_;
    }

    [[nodiscard]] bool inside() const { return number_ != 0; }

private:
    Point point_;
    int number_ = 0;
};

Point on_cubic(Point a, const Point (&p)[3], double t) {
    const double u = 1 - t;
    const double weights[] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
    return {weights[0] * a.x + weights[1] * p[0].x + weights[2] * p[1].x + weights[3] * p[2].x,
            weights[0] * a.y + weights[1] * p[0].y + weights[2] * p[1].y + weights[3] * p[2].y};
}

bool covers(const Path& path, Point point) {
    Winding winding(point);
    Point start;
    Point at;
    const auto go_to = [&](Point to) {
        winding.edge(at, to);
        at = to;
    };
    for (const PathStep& step : path.steps) {
        switch (step.kind) {
            case PathStep::Kind::move:
                go_to(start);
                start = at = step.points[0];
                break;
            case PathStep::Kind::line:
                go_to(step.points[0]);
                break;
            case PathStep::Kind::cubic: {
                constexpr int pieces = 8;
                const Point from = at;
                for (int i = 1; i <= pieces; ++i)
                    go_to(on_cubic(from, step.points, static_cast<double>(i) / pieces));
                break;
            }
            case PathStep::Kind::close:
                go_to(start);
                break;
        }
    }
    go_to(start);
    return winding.inside();
}

/// Where the small letters of a line have their middle.
Point middle_of(const Text& text) {
    const double along = text.line.width / 2;
    const double up = text.line.ascent * 0.36;
    return {text.at.x + along * std::cos(text.turn) + up * std::sin(text.turn),
            text.at.y + along * std::sin(text.turn) - up * std::cos(text.turn)};
}

/// Calls `seen` for every text with its contrast.
void walk_contrasts(const Scene& scene, const std::function<void(const Text&, double)>& seen) {
    std::vector<const Path*> fills;
    walk(
        Node(scene.root),
        [&](const Path& path) {
            if (path.fill) fills.push_back(&path);
        },
        [&](const Text& text) {
            const Point middle = middle_of(text);
            const auto under =
                std::find_if(fills.rbegin(), fills.rend(), [&](const Path* fill) { return covers(*fill, middle); });
            seen(text, contrast(text.colour, under == fills.rend() ? scene.paper : *(*under)->fill));
        });
}

/// All colours, each with what is drawn in it first.
std::map<std::string, std::pair<Colour, std::string>> colours_of(const Scene& scene) {
    std::map<std::string, std::pair<Colour, std::string>> all;
    const auto add = [&](const Colour& colour, std::string what) {
        all.try_emplace(hex(colour), colour, std::move(what));
    };
    add(scene.paper, "paper");
    walk(
        Node(scene.root),
        [&](const Path& path) {
            if (path.fill) add(*path.fill, "a fill");
            if (path.stroke) add(path.stroke->colour, "a stroke");
        },
        [&](const Text& text) { add(text.colour, text.line.text); });
    return all;
}

bool is_grey(const Colour& colour) {
    return colour.red == colour.green && colour.green == colour.blue;
}

}  // namespace

std::vector<std::string> low_contrast(const Scene& scene, double least) {
    std::vector<std::string> faults;
    walk_contrasts(scene, [&](const Text& text, double contrast) {
        if (contrast < least) faults.push_back(text.line.text + " in " + hex(text.colour) + " has " + number(contrast));
    });
    return faults;
}

std::vector<std::string> small_type(const Scene& scene, double least) {
    std::vector<std::string> faults;
    walk_texts(scene, [&](const Text& text) {
        for (const GlyphRun& run : text.line.runs) {
            if (run.size < least - 0.001) faults.push_back(text.line.text + " is of " + number(run.size) + " points");
        }
    });
    return faults;
}

std::vector<std::string> thin_strokes(const Scene& scene, double least) {
    std::map<std::string, int> faults;
    walk(
        Node(scene.root),
        [&](const Path& path) {
            if (path.stroke && path.stroke->width < least - 0.001)
                ++faults["strokes of " + number(path.stroke->width) + " points in " + hex(path.stroke->colour)];
        },
        [](const Text&) {});
    std::vector<std::string> all;
    for (const auto& [fault, count] : faults)
        all.push_back(std::to_string(count) + " " + fault);
    return all;
}

std::vector<std::string> see_through(const Scene& scene) {
    std::vector<std::string> faults;
    const auto check = [&](const Colour& colour, const std::string& what) {
        if (colour.alpha != 255) faults.push_back(what + " in " + hex(colour));
    };
    walk(
        Node(scene.root),
        [&](const Path& path) {
            if (path.fill) check(*path.fill, "a fill");
            if (path.stroke) check(path.stroke->colour, "a stroke");
        },
        [&](const Text& text) { check(text.colour, text.line.text); });
    return faults;
}

std::vector<std::string> coloured(const Scene& scene) {
    std::vector<std::string> faults;
    for (const auto& [name, use] : colours_of(scene)) {
        if (!is_grey(use.first)) faults.push_back(name + ": " + use.second);
    }
    return faults;
}

std::vector<std::string> without_recipe(const Scene& scene, const Inks& inks) {
    std::vector<std::string> faults;
    for (const auto& [name, use] : colours_of(scene)) {
        const bool has_one = std::ranges::find(inks.recipes, use.first, &InkRecipe::colour) != inks.recipes.end();
        if (!is_grey(use.first) && !has_one) faults.push_back(name + ": " + use.second);
    }
    return faults;
}

void measure(const Scene& scene, Extremes& extremes) {
    walk_contrasts(scene,
                   [&](const Text&, double contrast) { extremes.contrast = std::min(extremes.contrast, contrast); });
    walk(
        Node(scene.root),
        [&](const Path& path) {
            if (path.stroke) extremes.stroke = std::min(extremes.stroke, path.stroke->width);
        },
        [&](const Text& text) {
            for (const GlyphRun& run : text.line.runs)
                extremes.type = std::min(extremes.type, static_cast<double>(run.size));
        });
}

}  // namespace fabula::testing

#include "picture.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace fabula::testing {
namespace {

template <typename Visit>
void walk(const Group& group, const Visit& visit) {
    visit(group);
    for (const Node& node : group.children) {
        if (const auto* inner = std::get_if<Group>(&node)) walk(*inner, visit);
    }
}

/// Where ink surely is, before the text is turned: the room for ascenders and descenders taken off.
Box level_core(const Text& text) {
    const double height = text.line.ascent + text.line.descent;
    return {text.at.x + 0.3, text.at.y - text.line.ascent + 0.25 * height, text.at.x + text.line.width - 0.3,
            text.at.y + text.line.descent - 0.25 * height};
}

/// The place of a point if the page were turned so that the text is level.
Point levelled(Point point, const Text& text) {
    const double x = point.x - text.at.x;
    const double y = point.y - text.at.y;
    const double cosine = std::cos(text.turn);
    const double sine = std::sin(text.turn);
    return {text.at.x + x * cosine + y * sine, text.at.y - x * sine + y * cosine};
}

/// The box round all places where ink surely is.
Box core(const Text& text) {
    Text level = text;
    level.line.ascent -= 0.25 * (text.line.ascent + text.line.descent);
    level.line.descent -= 0.25 * (text.line.ascent + text.line.descent);
    const Box box = ink_box(level);
    return {box.left + 0.3, box.top, box.right - 0.3, box.bottom};
}

bool overlap(const Box& a, const Box& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/// Clips a segment to a box by its parameter (Liang and Barsky 1984); says whether anything is left.
bool meets(Point from, Point to, const Box& box) {
    double enter = 0;
    double leave = 1;
    const auto clip = [&](double delta, double distance) {
        if (delta == 0) return distance >= 0;
        const double t = distance / delta;
        if (delta < 0) enter = std::max(enter, t);
        if (delta > 0) leave = std::min(leave, t);
        return enter < leave;
    };
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    return clip(-dx, from.x - box.left) && clip(dx, box.right - from.x) && clip(-dy, from.y - box.top) &&
           clip(dy, box.bottom - from.y);
}

bool is_dark(const Colour& colour) {
    constexpr int middling = 190 * 3;
    return colour.red + colour.green + colour.blue < middling;
}

bool contains(const Box& outer, const Box& inner) {
    return outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right &&
           outer.bottom >= inner.bottom;
}

struct Segment {
    Point from;
    Point to;
    std::size_t order = 0;
};

struct Ground {
    Box box;
    std::size_t order = 0;
    bool dark = false;
};

struct Letters {
    const Text* text;
    std::size_t order = 0;
};

/// Everything on the page, with its place in the order of drawing.
struct Ink {
    std::vector<Letters> letters;
    std::vector<Segment> segments;
    std::vector<Ground> grounds;  ///< filled shapes, which cover what was drawn before

    /// Each part of a path that begins with a move is a shape of its own.
    void add(const Path& path, std::size_t order) {
        constexpr Box nothing{1e9, 1e9, -1e9, -1e9};
        Point at;
        Box box = nothing;
        const auto end_part = [&] {
            if (path.fill && box.left <= box.right) grounds.push_back({box, order, is_dark(*path.fill)});
            box = nothing;
        };
        for (const PathStep& step : path.steps) {
            if (step.kind == PathStep::Kind::close) continue;
            if (step.kind == PathStep::Kind::move) end_part();
            const Point to = step.kind == PathStep::Kind::cubic ? step.points[2] : step.points[0];
            if (step.kind != PathStep::Kind::move && path.stroke) add_stroke(at, step, to, order);
            box = {std::min(box.left, to.x), std::min(box.top, to.y), std::max(box.right, to.x),
                   std::max(box.bottom, to.y)};
            at = to;
        }
        end_part();
    }

private:
    /// A curve is followed by chords.
    void add_stroke(Point from, const PathStep& step, Point to, std::size_t order) {
        constexpr int chords = 12;
        Point at = from;
        for (int i = 1; i < chords && step.kind == PathStep::Kind::cubic; ++i) {
            const double t = static_cast<double>(i) / chords;
            const double u = 1 - t;
            const auto blend = [&](double a, double b, double c, double d) {
                return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
            };
            const Point next{blend(from.x, step.points[0].x, step.points[1].x, to.x),
                             blend(from.y, step.points[0].y, step.points[1].y, to.y)};
            segments.push_back({at, next, order});
            at = next;
        }
        segments.push_back({at, to, order});
    }
};

void collect(const Group& group, Ink& ink, std::size_t& order) {
    for (const Node& node : group.children) {
        ++order;
        if (const auto* inner = std::get_if<Group>(&node)) collect(*inner, ink, order);
        if (const auto* text = std::get_if<Text>(&node)) ink.letters.push_back({text, order});
        if (const auto* path = std::get_if<Path>(&node)) ink.add(*path, order);
    }
}

/// What was drawn before this cannot be seen under the letters: they stand on a filled shape.
std::size_t covered_until(const Ink& ink, const Letters& letters, const Box& box) {
    std::size_t until = 0;
    for (const Ground& ground : ink.grounds) {
        if (contains(ground.box, box) && ground.order < letters.order) until = std::max(until, ground.order);
    }
    return until;
}

}  // namespace

std::vector<const Group*> groups(const Scene& scene, std::string_view word) {
    std::vector<const Group*> found;
    walk(scene.root, [&](const Group& group) {
        const std::string classes = fmt::format(" {} ", classes_of(group.subject));
        if (classes.find(fmt::format(" {} ", word)) != std::string::npos) found.push_back(&group);
    });
    return found;
}

double smallest_type(const Scene& scene) {
    double smallest = 1e9;
    walk(scene.root, [&](const Group& group) {
        for (const Node& node : group.children) {
            const auto* text = std::get_if<Text>(&node);
            if (text == nullptr) continue;
            for (const GlyphRun& run : text->line.runs)
                smallest = std::min(smallest, static_cast<double>(run.size));
        }
    });
    return smallest;
}

std::vector<std::string> faults(const Scene& scene) {
    Ink ink;
    std::size_t order = 0;
    collect(scene.root, ink, order);
    std::vector<std::string> found;
    const Box page{0, 0, scene.width, scene.height};
    for (std::size_t i = 0; i < ink.letters.size(); ++i) {
        const Box box = core(*ink.letters[i].text);
        const std::string& words = ink.letters[i].text->line.text;
        if (box.left < page.left || box.top < page.top || box.right > page.right || box.bottom > page.bottom) {
            found.push_back(fmt::format("'{}' leaves the page", words));
        }
        for (std::size_t j = i + 1; j < ink.letters.size(); ++j) {
            const Text& other = *ink.letters[j].text;
            if (overlap(box, core(other))) found.push_back(fmt::format("'{}' covers '{}'", words, other.line.text));
        }
        const std::size_t covered = covered_until(ink, ink.letters[i], box);
        for (const Ground& ground : ink.grounds) {
            if (ground.dark && ground.order > covered && overlap(ground.box, box) && !contains(ground.box, box)) {
                found.push_back(
                    fmt::format("a shape at {:.0f} {:.0f} reaches into '{}'", ground.box.left, ground.box.top, words));
            }
        }
        for (const Segment& segment : ink.segments) {
            const Text& text = *ink.letters[i].text;
            if (segment.order > covered &&
                meets(levelled(segment.from, text), levelled(segment.to, text), level_core(text))) {
                found.push_back(
                    fmt::format("a line from {:.0f} {:.0f} to {:.0f} {:.0f} runs through '{}' at {:.0f} {:.0f}",
                                segment.from.x, segment.from.y, segment.to.x, segment.to.y, words, box.left, box.top));
            }
        }
    }
    return found;
}

}  // namespace fabula::testing

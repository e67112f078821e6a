// Shapes as SVG writes them, in few bytes, and their colours.

#include "paint/svg/shape.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>

#include "fabula/paint.hpp"

#include "source/number.hpp"

namespace fabula::painting {
namespace {

constexpr int dash_digits = 4;

/// Where a path has got to, as it was written.
class PathWriter {
public:
    explicit PathWriter(int digits) : digits_(digits), unit_(std::pow(10, digits)) {}

    void add(const PathStep& step) {
        switch (step.kind) {
            case PathStep::Kind::move:
                command('m');
                to(step.points[0]);
                start_ = at_;
                return;
            case PathStep::Kind::line:
                return line(step.points[0]);
            case PathStep::Kind::cubic:
                command('c');
                relative(step.points[0]);
                relative(step.points[1]);
                to(step.points[2]);
                return;
            case PathStep::Kind::close:
                out_ += 'z';
                last_ = 'z';
                at_ = start_;
                return;
        }
    }

    [[nodiscard]] std::string take() && { return std::move(out_); }

private:
    /// A place in the smallest unit that is written.
    struct Place {
        double x = 0;
        double y = 0;
    };

    [[nodiscard]] Place rounded(Point point) const {
        return {std::round(point.x * unit_), std::round(point.y * unit_)};
    }

    void line(Point end) {
        const Place next = rounded(end);
        if (next.y == at_.y && next.x != at_.x) {
            command('h');
            value(next.x - at_.x);
            at_ = next;
        } else if (next.x == at_.x && next.y != at_.y) {
            command('v');
            value(next.y - at_.y);
            at_ = next;
        } else {
            command('l');
            to(end);
        }
    }

    /// The letter is left out where it would be the same again. All are relative, the first to the page's corner.
    void command(char letter) {
        if (letter == last_ || (letter == 'l' && last_ == 'm')) return;
        out_ += letter;
        last_ = letter;
    }

    void relative(Point point) {
        const Place place = rounded(point);
        value(place.x - at_.x);
        value(place.y - at_.y);
    }

    void to(Point point) {
        relative(point);
        at_ = rounded(point);
    }

    void value(double units) {
        const std::string text = svg_number(units / unit_, digits_);
        const char before = out_.back();
        const bool after_number = (before >= '0' && before <= '9') || before == '.';
        if (after_number && text.front() != '-') out_ += ' ';
        out_ += text;
    }

    int digits_;
    double unit_;
    std::string out_;
    char last_ = ' ';
    Place at_;
    Place start_;
};

bool are_near(const Path& a, const Path& b) {
    constexpr double tolerance = 1e-6;
    return std::ranges::equal(a.steps, b.steps, [](const PathStep& one, const PathStep& other) {
        return one.kind == other.kind && std::ranges::equal(one.points, other.points, [](Point p, Point q) {
                   return std::abs(p.x - q.x) <= tolerance && std::abs(p.y - q.y) <= tolerance;
               });
    });
}

struct Circle {
    Point centre;
    double radius;
};

/// The circle that `path` is.
std::optional<Circle> as_circle(const Path& path) {
    constexpr std::size_t steps_of_circle = 6;
    if (path.steps.size() != steps_of_circle || path.steps[2].kind != PathStep::Kind::cubic) return std::nullopt;
    const Point right = path.steps[0].points[0];
    const Point left = path.steps[2].points[2];
    const Circle found{{(left.x + right.x) / 2, right.y}, (right.x - left.x) / 2};
    return are_near(path, circle(found.centre, found.radius)) ? std::optional(found) : std::nullopt;
}

}  // namespace

std::string dash_array(const Path& path) {
    // How long a curve is each program finds out in its own way.
    const bool is_straight = std::ranges::find(path.steps, PathStep::Kind::cubic, &PathStep::kind) == path.steps.end();
    const double trifle = is_straight ? 0.0001 : 0.001;
    std::string out;
    for (const double length : path.stroke->dash) {
        if (!out.empty()) out += ' ';
        out += svg_number(length > trifle ? length - trifle : length, dash_digits);
    }
    return out;
}

std::string svg_number(double value, int digits) {
    std::string text = number(value, digits);
    if (text.starts_with("0.")) return text.substr(1);
    if (text.starts_with("-0.")) return text.erase(1, 1);
    return text;
}

std::string path_data(const std::vector<PathStep>& steps, int digits) {
    PathWriter writer(digits);
    for (const PathStep& step : steps)
        writer.add(step);
    return std::move(writer).take();
}

std::string shape_element(const Path& path, std::string_view attributes) {
    if (const auto round = as_circle(path)) {
        return fmt::format(R"(<circle cx="{}" cy="{}" r="{}"{}/>)", svg_number(round->centre.x),
                           svg_number(round->centre.y), svg_number(round->radius), attributes);
    }
    // A line of dots is to have as many everywhere, and the last where it ends.
    const int digits = path.stroke && !path.stroke->dash.empty() ? dash_digits : 2;
    return fmt::format(R"(<path d="{}"{}/>)", path_data(path.steps, digits), attributes);
}

namespace {

constexpr std::uint8_t opaque = 255;

std::string value(std::string_view property, Colour colour) {
    std::string text = fmt::format(R"( {}="{}")", property, svg_colour(colour));
    if (colour.alpha != opaque) text += fmt::format(R"( {}-opacity="{}")", property, svg_number(colour.alpha / 255.0));
    return text;
}

}  // namespace

std::string svg_colour(Colour colour) {
    const auto is_double = [](std::uint8_t channel) { return channel % 17 == 0; };
    if (is_double(colour.red) && is_double(colour.green) && is_double(colour.blue))
        return fmt::format("#{:x}{:x}{:x}", colour.red / 17, colour.green / 17, colour.blue / 17);
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

std::string SvgColours::class_of(std::string_view property, Colour colour) {
    const auto named = std::ranges::find(palette_, colour, &NamedColour::colour);
    if (named == palette_.end() || named->name.empty() || !is_svg_prefix(named->name)) return {};
    used_.insert({property, static_cast<std::size_t>(named - palette_.begin())});
    return fmt::format("{}-{}", property, named->name);
}

std::string SvgColours::attributes(const SvgPaint& paint) {
    std::string classes;
    std::string values;
    if (paint.fill) {
        classes = class_of("fill", *paint.fill);
        values = value("fill", *paint.fill);
    } else {
        values = R"( fill="none")";
    }
    if (paint.stroke) {
        const std::string name = class_of("stroke", *paint.stroke);
        if (!classes.empty() && !name.empty()) classes += ' ';
        classes += name;
        values += value("stroke", *paint.stroke);
    }
    return classes.empty() ? values : fmt::format(R"( class="{}"{})", classes, values);
}

std::string SvgColours::rules(std::string_view root, bool with_dark) const {
    const auto rule = [&](const Use& use, Colour colour) {
        return fmt::format(":where(#{0} .{1}-{2}){{{1}:var(--fabula-{2},{3})}}\n", root, use.property,
                           palette_[use.name].name, svg_colour(colour));
    };
    std::string rules;
    std::string dark;
    for (const Use& use : used_) {
        rules += rule(use, palette_[use.name].colour);
        if (const auto& twin = palette_[use.name].dark; with_dark && twin) dark += rule(use, *twin);
    }
    // What is printed is printed on white paper.
    if (!dark.empty()) rules += fmt::format("@media screen and (prefers-color-scheme:dark){{\n{}}}\n", dark);
    return rules;
}

}  // namespace fabula::painting

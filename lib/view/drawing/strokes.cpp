// Lines in the patterns of a theme, curves that never overshoot, and groups.
#include "view/drawing/strokes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

namespace fabula::drawing {
namespace {

/// The dash lengths of a pattern for a line of this width; empty for solid patterns. A dot is a stroke of almost no
/// length with round ends: not every program draws one of no length.
std::vector<double> dashes(LinePattern pattern, double width, const Theme::Dashes& theme) {
    std::vector<double> lengths;
    if (pattern == LinePattern::dashed) lengths = theme.dashed;
    if (pattern == LinePattern::dotted) lengths = theme.dotted;
    if (pattern == LinePattern::dash_dot) lengths = theme.dash_dot;
    if (pattern == LinePattern::long_dash) lengths = theme.long_dash;
    for (double& length : lengths)
        length = std::max(length * std::max(width, 0.5), 0.001);
    return lengths;
}

/// Whole waves that fill the stretch exactly, each one cubic.
Path wave(const Frame& frame, const PatternLine& line) {
    const double height = line.width * 3.4;
    const double aim = std::max(line.width * 10, 7.0);
    const auto waves = static_cast<std::size_t>(std::max(1.0, std::round((line.until - line.from) / aim)));
    const double step = (line.until - line.from) / static_cast<double>(waves);
    Path path;
    path.steps.reserve(waves + 1);
    path.move_to(frame.at(line.from, line.across));
    for (std::size_t i = 0; i < waves; ++i) {
        const double start = line.from + step * static_cast<double>(i);
        path.cubic_to(frame.at(start + step * 0.4, line.across - height),
                      frame.at(start + step * 0.6, line.across + height), frame.at(start + step, line.across));
    }
    return path;
}

}  // namespace

void add_path(Group& group, Path path) {
    Path* const last = group.children.empty() ? nullptr : std::get_if<Path>(&group.children.back());
    if (last != nullptr && last->fill == path.fill && last->stroke == path.stroke) {
        last->steps.insert(last->steps.end(), path.steps.begin(), path.steps.end());
    } else {
        group.children.emplace_back(std::move(path));
    }
}

void draw_stroke(Group& group, const Frame& frame, Point from, Point to, const Stroke& stroke) {
    Path path = line(frame.at(from.x, from.y), frame.at(to.x, to.y));
    path.stroke = stroke;
    group.children.emplace_back(std::move(path));
}

namespace {

/// The stroke of a pattern, as far as one stroke can show it.
Stroke stroke_of(LinePattern pattern, double width, Colour colour, const Theme& theme) {
    const LineCap cap =
        pattern == LinePattern::dotted || pattern == LinePattern::dash_dot ? LineCap::round : LineCap::butt;
    Stroke stroke{colour, width, dashes(pattern, width, theme.dashes), cap, LineJoin::round};
    switch (pattern) {
        case LinePattern::dotted:
            stroke.width = width * 1.25;
            break;
        case LinePattern::thick:
            stroke.width = width * 1.7;
            break;
        case LinePattern::dash_dot:
            stroke.width = width * 0.8;
            break;
        case LinePattern::wavy:
            stroke.width = width * 0.7;
            break;
        default:
            break;
    }
    return stroke;
}

constexpr double twin_width = 0.42;   // of each of the two lines, as a share of the whole width
constexpr double twin_offset = 0.62;  // of their middles from the middle of the whole, in the same unit

}  // namespace

void draw_pattern(Group& group, const Frame& frame, const PatternLine& line, const Theme& theme) {
    if (line.until - line.from < 0.05) return;
    Stroke stroke = stroke_of(line.pattern, line.width, line.colour, theme);
    if (line.pattern == LinePattern::twin) {
        stroke.width = line.width * twin_width;
        const double offset = line.width * twin_offset;
        draw_stroke(group, frame, {line.from, line.across - offset}, {line.until, line.across - offset}, stroke);
        draw_stroke(group, frame, {line.from, line.across + offset}, {line.until, line.across + offset}, stroke);
    } else if (line.pattern == LinePattern::wavy) {
        Path path = wave(frame, line);
        path.stroke = stroke;
        group.children.emplace_back(std::move(path));
    } else {
        draw_stroke(group, frame, {line.from, line.across}, {line.until, line.across}, stroke);
    }
}

void draw_curve(Group& group, Path path, const CurveStyle& style, const Theme& theme) {
    path.stroke = stroke_of(style.pattern, style.width, style.colour, theme);
    if (style.pattern == LinePattern::wavy) {
        const double gap = 2 * style.width;
        path.stroke->dash = {4 * style.width, gap, 0.001, gap, 0.001, gap};
        path.stroke->cap = LineCap::round;
    }
    if (style.pattern != LinePattern::twin) {
        group.children.emplace_back(std::move(path));
        return;
    }
    path.stroke->width = style.width * (2 * twin_offset + twin_width);
    group.children.emplace_back(path);
    path.stroke->colour = theme.colours.paper;
    path.stroke->width = style.width * (2 * twin_offset - twin_width);
    group.children.emplace_back(std::move(path));
}

Group& add_group(Group& parent, Subject subject, std::string title, std::string description) {
    Group& group = std::get<Group>(parent.children.emplace_back(Group()));
    group.subject = std::move(subject);
    group.title = std::move(title);
    group.description = std::move(description);
    return group;
}

Group& add_part(Group& parent, subjects::Part part, std::string title) {
    Group& group = add_group(parent, part, std::move(title));
    group.is_addressed = false;
    return group;
}

namespace {

/// The slope of the straight line between two points; 0 if one stands over the other.
double secant(const Point& from, const Point& to) {
    return to.x > from.x ? (to.y - from.y) / (to.x - from.x) : 0;
}

/// The slope at the middle one of three points: 0 at a peak, a trough or a level stretch, else the weighted harmonic
/// mean of both sides, which stays in the region of Fritsch and Carlson in which the curve is monotone.
double slope_between(const Point& before, const Point& at, const Point& after) {
    const double left = secant(before, at);
    const double right = secant(at, after);
    if (left * right <= 0) return 0;
    const double h = at.x - before.x;
    const double g = after.x - at.x;
    const double w = 2 * g + h;
    const double v = g + 2 * h;
    return (w + v) / (w / left + v / right);
}

/// The slope of the curve at each point.
std::vector<double> monotone_slopes(const std::vector<Point>& points) {
    std::vector<double> slopes(points.size(), 0);
    if (points.size() < 2) return slopes;
    for (std::size_t i = 1; i + 1 < points.size(); ++i)
        slopes[i] = slope_between(points[i - 1], points[i], points[i + 1]);
    slopes.front() = secant(points[0], points[1]);
    slopes.back() = secant(points[points.size() - 2], points.back());
    return slopes;
}

}  // namespace

Path monotone_curve(const std::vector<Point>& points) {
    Path path;
    if (points.empty()) return path;
    const std::vector<double> slopes = monotone_slopes(points);
    path.move_to(points.front());
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Point& from = points[i];
        const Point& to = points[i + 1];
        const double third = (to.x - from.x) / 3;
        path.cubic_to({from.x + third, from.y + third * slopes[i]}, {to.x - third, to.y - third * slopes[i + 1]}, to);
    }
    return path;
}

std::vector<Point> monotone_samples(const std::vector<Point>& points, std::size_t pieces) {
    if (points.empty()) return {};
    const Path path = monotone_curve(points);
    std::vector<Point> samples{points.front()};
    for (std::size_t i = 1; i < path.steps.size(); ++i) {
        const Point from = points[i - 1];
        const auto& to = path.steps[i].points;
        for (std::size_t piece = 1; piece <= pieces; ++piece) {
            const double t = static_cast<double>(piece) / static_cast<double>(pieces);
            const double u = 1 - t;
            const double a = u * u * u;
            const double b = 3 * u * u * t;
            const double c = 3 * u * t * t;
            const double d = t * t * t;
            samples.push_back({a * from.x + b * to[0].x + c * to[1].x + d * to[2].x,
                               a * from.y + b * to[0].y + c * to[1].y + d * to[2].y});
        }
    }
    return samples;
}

}  // namespace fabula::drawing

// The box that a node's ink touches.
#include <algorithm>
#include <array>
#include <cmath>

#include "fabula/scene.hpp"

namespace fabula {

namespace {

constexpr Box empty_box{0, 0, -1, -1};

bool is_empty(const Box& box) {
    return box.right < box.left || box.bottom < box.top;
}

void include(Box& box, const Box& other) {
    if (is_empty(other)) return;
    if (is_empty(box)) {
        box = other;
        return;
    }
    box = {std::min(box.left, other.left), std::min(box.top, other.top), std::max(box.right, other.right),
           std::max(box.bottom, other.bottom)};
}

void include(Box& box, Point point) {
    include(box, Box{point.x, point.y, point.x, point.y});
}

/// The place at `t` of a cubic in one coordinate.
double cubic_at(const std::array<double, 4>& p, double t) {
    const double u = 1 - t;
    return u * u * u * p[0] + 3 * u * u * t * p[1] + 3 * u * t * t * p[2] + t * t * t * p[3];
}

/// The parameters inside (0, 1) where a cubic turns round in one coordinate: the roots of its derivative
/// a t^2 + b t + c. NaN stands for "none".
std::array<double, 2> turning_points(const std::array<double, 4>& p) {
    const double a = -p[0] + 3 * p[1] - 3 * p[2] + p[3];
    const double b = 2 * (p[0] - 2 * p[1] + p[2]);
    const double c = p[1] - p[0];
    if (std::abs(a) < 1e-12) return {b == 0 ? std::nan("") : -c / b, std::nan("")};
    const double root = std::sqrt(b * b - 4 * a * c);  // NaN where the curve does not turn
    return {(-b + root) / (2 * a), (-b - root) / (2 * a)};
}

void include_cubic(Box& box, Point from, const Point (&to)[3]) {
    include(box, to[2]);
    const std::array<double, 4> xs{from.x, to[0].x, to[1].x, to[2].x};
    const std::array<double, 4> ys{from.y, to[0].y, to[1].y, to[2].y};
    for (const std::array<double, 4>& coordinate : {xs, ys}) {
        for (const double t : turning_points(coordinate)) {
            if (t > 0 && t < 1) include(box, Point{cubic_at(xs, t), cubic_at(ys, t)});
        }
    }
}

Box outline_box(const std::vector<PathStep>& steps) {
    Box box = empty_box;
    Point current;
    Point start;
    for (const PathStep& step : steps) {
        switch (step.kind) {
            case PathStep::Kind::move:
                start = current = step.points[0];
                include(box, current);
                break;
            case PathStep::Kind::line:
                current = step.points[0];
                include(box, current);
                break;
            case PathStep::Kind::cubic:
                include_cubic(box, current, step.points);
                current = step.points[2];
                break;
            case PathStep::Kind::close:
                current = start;
                break;
        }
    }
    return box;
}

/// How far a stroke reaches from its outline at most. Along the axes a right angle's mitre reaches half the width, as a
/// round join does; a sharper one up to `miter_limit` times that, but views draw no such corners with mitres.
double reach(const Stroke& stroke) {
    const double half = stroke.width / 2;
    return stroke.cap == LineCap::square ? half * std::sqrt(2.0) : half;
}

Box ink_of(const Path& path) {
    Box box = outline_box(path.steps);
    if (path.stroke && !is_empty(box)) {
        const double extra = reach(*path.stroke);
        box = {box.left - extra, box.top - extra, box.right + extra, box.bottom + extra};
    }
    return path.stroke || path.fill ? box : empty_box;
}

Box ink_of(const Text& text) {
    const TextLine& line = text.line;
    if (text.turn == 0) return {text.at.x, text.at.y - line.ascent, text.at.x + line.width, text.at.y + line.descent};
    const double cosine = std::cos(text.turn);
    const double sine = std::sin(text.turn);
    Box box = empty_box;
    for (const double along : {0.0, line.width}) {
        for (const double down : {-line.ascent, line.descent})
            include(box, Point{text.at.x + along * cosine - down * sine, text.at.y + along * sine + down * cosine});
    }
    return box;
}

Box ink_of(const Group& group) {
    Box box = empty_box;
    for (const Node& node : group.children)
        include(box, ink_box(node));
    return box;
}

}  // namespace

Box ink_box(const Node& node) {
    return std::visit([](const auto& part) { return ink_of(part); }, node);
}

}  // namespace fabula

// Curves that never overshoot: monotone_curve, monotone_samples.
#include "view/drawing/monotone.hpp"

#include <cmath>

namespace fabula::drawing {
namespace {

/// The slope of the straight line from a point to the next; 0 where they stand over each other.
double secant(const Point& from, const Point& to) {
    return to.x > from.x ? (to.y - from.y) / (to.x - from.x) : 0;
}

/// The slope at the middle one of three: 0 at a peak, a trough or a level stretch, else the weighted harmonic mean of
/// both sides, which keeps to the region of Fritsch and Carlson in which the curve is monotone.
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

#include "line_curves.hpp"

#include <algorithm>

#include "picture.hpp"

namespace fabula::testing {
namespace {

Point lerp(Point a, Point b, double t) {
    return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

/// De Casteljau's.
Point on_cubic(Point a, const PathStep& step, double t) {
    const Point ab = lerp(a, step.points[0], t);
    const Point bc = lerp(step.points[0], step.points[1], t);
    const Point cd = lerp(step.points[1], step.points[2], t);
    return lerp(lerp(ab, bc, t), lerp(bc, cd, t), t);
}

std::vector<Point> points_of(const Path& path) {
    std::vector<Point> points;
    for (const PathStep& step : path.steps) {
        if (step.kind == PathStep::Kind::cubic) {
            const Point from = points.back();
            for (int i = 1; i <= 64; ++i)
                points.push_back(on_cubic(from, step, i / 64.0));
        } else {
            points.push_back(step.points[0]);
        }
    }
    return points;
}

}  // namespace

std::optional<double> LineCurve::at(double x) const {
    const auto after = std::ranges::lower_bound(points, x, {}, &Point::x);
    if (after == points.end() || (after == points.begin() && after->x > x)) return std::nullopt;
    if (after == points.begin() || after->x == x) return after->y;
    const Point& before = *(after - 1);
    return before.y + (after->y - before.y) * (x - before.x) / (after->x - before.x);
}

std::vector<std::vector<LineCurve>> line_curves(const Scene& scene) {
    std::vector<std::vector<LineCurve>> rows;
    for (const Group* row : groups(scene, "row")) {
        std::vector<LineCurve>& curves = rows.emplace_back();
        Scene alone;
        alone.root = *row;
        for (const Group* line : groups(alone, "lane")) {
            for (const Node& node : line->children) {
                const auto* path = std::get_if<Path>(&node);
                const bool is_line = path != nullptr && path->stroke && path->steps.size() >= 2 &&
                                     path->steps.back().points[0].x > path->steps.front().points[0].x;
                if (is_line) curves.push_back({std::get<subjects::Character>(line->subject).id, points_of(*path)});
            }
        }
    }
    return rows;
}

std::size_t count_crossings(const std::vector<LineCurve>& curves) {
    std::size_t crossings = 0;
    for (std::size_t a = 0; a < curves.size(); ++a) {
        for (std::size_t b = a + 1; b < curves.size(); ++b) {
            const double from = std::max(curves[a].points.front().x, curves[b].points.front().x);
            const double until = std::min(curves[a].points.back().x, curves[b].points.back().x);
            int side = 0;
            for (double x = from; x <= until; x += 0.25) {
                const double distance = *curves[a].at(x) - *curves[b].at(x);
                const int now = distance > 0.05 ? 1 : distance < -0.05 ? -1 : 0;
                if (now != 0 && side != 0 && now != side) ++crossings;
                if (now != 0) side = now;
            }
        }
    }
    return crossings;
}

Box box_of(const Path& path) {
    Box box{1e9, 1e9, -1e9, -1e9};
    for (const PathStep& step : path.steps) {
        if (step.kind == PathStep::Kind::close) continue;
        const Point to = step.kind == PathStep::Kind::cubic ? step.points[2] : step.points[0];
        box = {std::min(box.left, to.x), std::min(box.top, to.y), std::max(box.right, to.x),
               std::max(box.bottom, to.y)};
    }
    return box;
}

}  // namespace fabula::testing

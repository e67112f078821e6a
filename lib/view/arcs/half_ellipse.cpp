#include "view/arcs/half_ellipse.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fabula::arc_diagram {

double HalfEllipse::radius() const {
    return std::abs(until - from) / 2;
}

Point HalfEllipse::at(double share) const {
    const double angle = std::numbers::pi * share;
    return {centre() - (until - from) / 2 * std::cos(angle), base + rise * std::sin(angle)};
}

Path HalfEllipse::path(const Frame& frame, double share_from, double share_until) const {
    // A cubic for no more than an eighth of a turn is off by less than a hundred-thousandth of the radius.
    const int pieces = std::max(1, static_cast<int>(std::ceil((share_until - share_from) * 4 - 1e-9)));
    const double step = (share_until - share_from) / pieces;
    const double handle = 4.0 / 3 * std::tan(std::numbers::pi * step / 4);
    const double half = (until - from) / 2;
    const auto tangent = [&](double share) {
        const double angle = std::numbers::pi * share;
        return Point{half * std::sin(angle) * handle, rise * std::cos(angle) * handle};
    };
    Path path;
    Point here = at(share_from);
    path.move_to(frame.at(here.x, here.y));
    for (int piece = 0; piece < pieces; ++piece) {
        const double start = share_from + step * piece;
        const Point there = at(start + step);
        const Point out = tangent(start);
        const Point in = tangent(start + step);
        path.cubic_to(frame.at(here.x + out.x, here.y + out.y), frame.at(there.x - in.x, there.y - in.y),
                      frame.at(there.x, there.y));
        here = there;
    }
    return path;
}

bool HalfEllipse::passes(const Box& box) const {
    // Only the part of the box on the side of the base on which the ellipse is; measured in its radii.
    const double near = rise > 0 ? std::max(box.top - base, 0.0) : std::max(base - box.bottom, 0.0);
    const double far = rise > 0 ? box.bottom - base : base - box.top;
    if (far <= 0 || radius() <= 0 || rise == 0) return false;
    const double left = box.left - centre();
    const double right = box.right - centre();
    const double nearest = left <= 0 && 0 <= right ? 0 : std::min(std::abs(left), std::abs(right));
    const double farthest = std::max(std::abs(left), std::abs(right));
    const double depth = std::abs(rise);
    const double least = std::hypot(nearest / radius(), near / depth);
    const double most = std::hypot(farthest / radius(), far / depth);
    return least < 1 && most > 1;
}

}  // namespace fabula::arc_diagram

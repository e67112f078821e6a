#pragma once

#include <algorithm>

#include "fabula/scene.hpp"

namespace fabula::drawing {

/// The direction of time on the page.
enum class Direction { right, down };

/// Converts places along and across the axis to points of the page. Nothing else knows which way time runs.
struct Frame {
    Direction direction = Direction::right;
    Point origin;

    [[nodiscard]] bool down() const noexcept { return direction == Direction::down; }

    [[nodiscard]] Point at(double along, double across) const noexcept {
        return down() ? Point{origin.x + across, origin.y + along} : Point{origin.x + along, origin.y + across};
    }

    [[nodiscard]] Box box(double along_from, double along_until, double across_from,
                          double across_until) const noexcept {
        const Point a = at(along_from, across_from);
        const Point b = at(along_until, across_until);
        return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
    }
};

}  // namespace fabula::drawing

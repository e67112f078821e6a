#pragma once

#include "fabula/scene.hpp"

namespace fabula::drawing {

/// Whether two boxes have more than an edge in common.
[[nodiscard]] constexpr bool overlap(const Box& a, const Box& b) noexcept {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

}  // namespace fabula::drawing

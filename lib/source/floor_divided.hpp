#pragma once

#include <cstdint>

namespace fabula {

/// Rounded down, of negative numbers, too. Precondition: by > 0.
[[nodiscard]] constexpr std::int64_t floor_divided(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

}  // namespace fabula

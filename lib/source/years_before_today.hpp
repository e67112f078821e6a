#pragma once

#include <cstdint>

namespace fabula {

/// How many years ago a year of deep time is: before 2000, or before the year 0, whichever figure is rounder, for
/// "3 Ma" and `Y-3000000` are both three million years ago.
[[nodiscard]] constexpr std::int64_t years_before_today(std::int64_t year) {
    constexpr std::int64_t today = 2000;
    const auto zeros = [](std::int64_t years) {
        int count = 0;
        for (; years != 0 && years % 10 == 0; years /= 10)
            ++count;
        return count;
    };
    return zeros(today - year) > zeros(-year) ? today - year : -year;
}

}  // namespace fabula

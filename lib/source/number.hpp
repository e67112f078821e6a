#pragma once

#include <cstdint>
#include <string>

/// The one place where numbers with a fraction become text, so that the same number reads the same everywhere and on
/// every machine.
namespace fabula {

/// `value` rounded to at most `digits` (0..17) decimals, correctly and without regard to the locale; zeros at the end
/// are left out, there is never an exponent and never a "-0". Not-a-number is "nan", infinities are "inf" and "-inf".
[[nodiscard]] std::string number(double value, int digits);

/// The shortest text without an exponent that reads back as `value`; otherwise as above.
[[nodiscard]] std::string exact_number(double value);

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

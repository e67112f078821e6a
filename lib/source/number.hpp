#pragma once

#include <string>

/// The one place where numbers with a fraction become text, so that the same number reads the same everywhere and on
/// every machine.
namespace fabula {

/// `value` rounded to at most `digits` (0..17) decimals, correctly and without regard to the locale; zeros at the end
/// are left out, there is never an exponent and never a "-0". Not-a-number is "nan", infinities are "inf" and "-inf".
[[nodiscard]] std::string number(double value, int digits);

/// The shortest text without an exponent that reads back as `value`; otherwise as above.
[[nodiscard]] std::string exact_number(double value);

}  // namespace fabula

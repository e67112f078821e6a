#pragma once

#include <optional>
#include <string_view>

namespace fabula {

inline constexpr double points_per_inch = 72;
inline constexpr double points_per_millimetre = points_per_inch / 25.4;

/// The number at the start of `text`, which is then taken off it; nothing where there is none.
[[nodiscard]] std::optional<double> take_number(std::string_view& text);

/// Of "mm", "cm", "in" and "pt".
[[nodiscard]] std::optional<double> points_per_unit(std::string_view unit);

/// "3mm", "0.5in", "1 cm", "12pt", or a number of points; nothing where `text` is none of them.
[[nodiscard]] std::optional<double> parse_length(std::string_view text);

}  // namespace fabula

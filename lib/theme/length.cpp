#include "theme/length.hpp"

#include <charconv>
#include <cmath>
#include <system_error>

namespace fabula {

std::optional<double> take_number(std::string_view& text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

std::optional<double> points_per_unit(std::string_view unit) {
    if (unit == "mm") return points_per_millimetre;
    if (unit == "cm") return points_per_millimetre * 10;
    if (unit == "in") return points_per_inch;
    if (unit == "pt") return 1;
    return std::nullopt;
}

std::optional<double> parse_length(std::string_view text) {
    const auto number = take_number(text);
    if (!number || !std::isfinite(*number)) return std::nullopt;
    while (text.starts_with(' '))
        text.remove_prefix(1);
    if (text.empty()) return number;
    const auto unit = points_per_unit(text);
    return unit ? std::optional(*number * *unit) : std::nullopt;
}

}  // namespace fabula

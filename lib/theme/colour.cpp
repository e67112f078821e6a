#include "theme/colour.hpp"

#include <charconv>
#include <fmt/format.h>

namespace fabula {

std::optional<Colour> parse_colour(std::string_view text) {
    if (text.starts_with('#')) text.remove_prefix(1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (text.size() != 6 || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    const auto channel = [value](unsigned shift) { return static_cast<std::uint8_t>(value >> shift & 0xFFU); };
    return Colour{.red = channel(16), .green = channel(8), .blue = channel(0)};
}

std::string colour_text(const Colour& colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

}  // namespace fabula

// Colours of themes as text and by name: parse_colour, colour_text, palette_of; and how kinds are drawn.
#include "theme/styles.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <fmt/format.h>
#include <optional>
#include <string>

#include "fabula/theme.hpp"

#include "theme/theme_schema.hpp"

namespace fabula::theming {

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

namespace {

/// The colour of the kind of this name; nothing where it has none of its own.
std::optional<Colour> colour_of(const std::vector<KindStyle>& kinds, const std::string& name) {
    const auto found = std::ranges::find(kinds, name, &KindStyle::name);
    return found == kinds.end() ? std::nullopt : found->colour;
}

void add_kinds(std::vector<NamedColour>& palette, const std::vector<KindStyle>& kinds,
               const std::vector<KindStyle>* dark) {
    for (const KindStyle& kind : kinds) {
        if (!kind.colour) continue;
        palette.push_back({kind.name, *kind.colour, dark == nullptr ? std::nullopt : colour_of(*dark, kind.name)});
    }
}

}  // namespace

std::vector<NamedColour> palette_of(const Theme& theme, const Theme* twin) {
    std::vector<NamedColour> palette;
    for (const theme_schema::Ink& ink : theme_schema::inks) {
        palette.push_back({std::string(ink.key), theme.colours.*ink.member,
                           twin == nullptr ? std::nullopt : std::optional(twin->colours.*ink.member)});
    }
    const std::vector<Colour>& lives = theme.colours.lives;
    for (std::size_t i = 0; i < lives.size(); ++i) {
        std::optional<Colour> dark;
        if (twin != nullptr) dark = i < twin->colours.lives.size() ? twin->colours.lives[i] : twin->colours.life;
        palette.push_back({fmt::format("life-{}", i + 1), lives[i], dark});
    }
    add_kinds(palette, theme.relationships, twin == nullptr ? nullptr : &twin->relationships);
    add_kinds(palette, theme.states, twin == nullptr ? nullptr : &twin->states);
    return palette;
}

}  // namespace fabula::theming

namespace fabula {
namespace {

constexpr std::array patterns{LinePattern::solid,     LinePattern::dashed, LinePattern::dotted, LinePattern::dash_dot,
                              LinePattern::long_dash, LinePattern::twin,   LinePattern::thick,  LinePattern::wavy};

KindStyle style_of(const std::vector<KindStyle>& named, std::string_view kind, std::size_t position) {
    if (const auto found = std::ranges::find(named, kind, &KindStyle::name); found != named.end()) return *found;
    std::vector<LinePattern> left;
    for (const LinePattern pattern : patterns) {
        if (std::ranges::find(named, pattern, &KindStyle::pattern) == named.end()) left.push_back(pattern);
    }
    if (left.empty()) left.assign(patterns.begin(), patterns.end());
    return {.name = std::string(kind), .pattern = left[position % left.size()], .width = 0};
}

}  // namespace

KindStyle Theme::relationship_style(std::string_view kind, std::size_t position) const {
    return style_of(relationships, kind, position);
}

KindStyle Theme::state_style(std::string_view state, std::size_t position) const {
    return style_of(states, state, position);
}

}  // namespace fabula

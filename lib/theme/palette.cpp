// What a picture's colours are called, and what they are in the dark: palette_of.
#include "theme/palette.hpp"

#include <algorithm>
#include <cstddef>
#include <fmt/format.h>
#include <optional>
#include <string>

#include "theme/theme_schema.hpp"

namespace fabula {
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

}  // namespace fabula

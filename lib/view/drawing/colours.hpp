#pragma once

#include <vector>

#include "fabula/story.hpp"
#include "fabula/theme.hpp"

namespace fabula::drawing {

/// The places of `characters` in their list, those who take part in most events first; of equals the first in the file.
[[nodiscard]] std::vector<std::size_t> by_parts(const std::vector<CharacterIndex>& characters, const Story& story);

/// A colour for each of `characters`. Colours of their own go to those who take part most; a palette shorter than the
/// cast leaves the others in the theme's plain line.
[[nodiscard]] std::vector<Colour> colours_of(const std::vector<CharacterIndex>& characters, const Story& story,
                                             const Theme& theme);

}  // namespace fabula::drawing

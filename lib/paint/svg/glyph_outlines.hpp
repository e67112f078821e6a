#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "paint/font_files.hpp"

namespace fabula {

/// The shape of a glyph as the `d` of an SVG path, in the font's units, y upwards; empty for a space. Nothing where it
/// is no outline, as coloured pictures are none.
[[nodiscard]] std::optional<std::string> glyph_path(const FontFile& font, std::uint32_t glyph);

}  // namespace fabula

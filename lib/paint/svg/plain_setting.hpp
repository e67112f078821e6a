#pragma once

#include <string_view>

#include "fabula/scene.hpp"

#include "paint/font_files.hpp"

namespace fabula {

/// Whether a program that knows nothing but a run's font, size and text, and where each of its words begins, would set
/// it as it stands: the same letters in the same places. That is tried, with HarfBuzz, which programs that show SVG
/// build on; so what is left over has been asked for by features that not all of them know (old-style figures), was
/// moved by hand, or runs from right to left, which no two of them place alike.
[[nodiscard]] bool is_set_plainly(const GlyphRun& run, std::string_view text, const FontFile& font);

}  // namespace fabula

#pragma once

#include <string>
#include <string_view>

#include "fabula/scene.hpp"

#include "paint/font_files.hpp"

namespace fabula {

/// A rule of CSS that brings `font`, called `family` there, as far as `text` needs it. Empty where the font forbids to
/// be embedded, or cannot be cut down.
[[nodiscard]] std::string embedded_font(const Font& font, const FontFile& file, std::string_view family,
                                        std::string_view text);

}  // namespace fabula

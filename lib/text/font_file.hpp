#pragma once

#include <fontconfig/fontconfig.h>
#include <string>

#include "fabula/scene.hpp"

#include "text/handle.hpp"

namespace fabula {

using PatternHandle = Handle<FcPattern, FcPatternDestroy>;

/// What a font file says of its face numbered `face`; null where it is no font.
[[nodiscard]] PatternHandle read_face(const std::string& path, int face);

/// The first name of the family, in English where the file has several.
[[nodiscard]] std::string family_of(const FcPattern* pattern);

/// The font file that a fontconfig pattern stands for.
[[nodiscard]] Font font_of(const FcPattern* pattern);

}  // namespace fabula

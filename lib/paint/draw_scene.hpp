#pragma once

#include <string>

#include "fabula/scene.hpp"

#include "paint/font_faces.hpp"
#include "paint/glyph_masks.hpp"

namespace fabula {

/// Draws the paper and everything on it to `context`, whose unit is a point of the scene. `fonts` are those of the
/// scene; drawing to several contexts with them is fine if the contexts are scaled alike. `masks` draw the text of
/// pictures made of dots; null: Cairo shows its glyphs, with the characters that they stand for. Nothing, or why it
/// failed.
[[nodiscard]] std::string draw_scene(cairo_t* context, const Scene& scene, FontFaces& fonts,
                                     GlyphMasks* masks = nullptr);

}  // namespace fabula

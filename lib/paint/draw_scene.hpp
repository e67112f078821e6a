#pragma once

#include <string>

#include "fabula/scene.hpp"

#include "paint/font_faces.hpp"

namespace fabula {

/// How text reaches a surface: as glyphs of its fonts, or filled as shapes, which places letters between the dots of a
/// picture where Cairo would move glyphs to the nearest dot.
enum class TextDrawing { glyphs, shapes };

/// Draws the paper and everything on it to `context`, whose unit is a point of the scene. `fonts` are those of the
/// scene; drawing to several contexts with them is fine if the contexts are scaled alike. Nothing, or why it failed.
[[nodiscard]] std::string draw_scene(cairo_t* context, const Scene& scene, FontFaces& fonts, TextDrawing text_drawing);

}  // namespace fabula

#pragma once

#include <string>

#include "fabula/document.hpp"

#include "paint/font_faces.hpp"
#include "paint/glyph_masks.hpp"
#include "paint/pdf/content_marks.hpp"

namespace fabula {

/// Draws the paper of a page and everything on it to `context`, whose unit is a point of the page. `fonts` are those of
/// the document; drawing to several contexts with them is fine if the contexts are scaled alike. `masks` draw the text
/// of pictures made of dots; null: Cairo shows its glyphs, with the characters that they stand for. `marks` are told
/// what is drawn; null: nobody asks. Nothing, or why it failed.
[[nodiscard]] std::string draw_page(cairo_t* context, const Document& document, const PrintedPage& page,
                                    FontFaces& fonts, GlyphMasks* masks = nullptr, ContentMarks* marks = nullptr);

}  // namespace fabula

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "fabula/document.hpp"
#include "fabula/scene.hpp"

#include "paint/output.hpp"
#include "paint/pdf/content_marks.hpp"

namespace fabula::painting {

/// The fonts of a scene as Cairo needs them, loaded when they are first asked for.
class FontFaces {
public:
    explicit FontFaces(const std::vector<Font>& fonts) : fonts_(fonts), faces_(fonts.size()) {}

    /// Font `index` at `size`, for drawing under the transformation `ctm`; null where there is none: then error() says
    /// why.
    [[nodiscard]] cairo_scaled_font_t* scaled(FontIndex index, double size, const cairo_matrix_t& ctm);

    [[nodiscard]] const std::string& error() const noexcept { return error_; }

private:
    struct Scaled {
        FontIndex index;
        double size;
        cairo_matrix_t ctm;
        ScaledFontHandle font;
    };

    cairo_font_face_t* face(FontIndex index);

    const std::vector<Font>& fonts_;
    std::vector<FontFaceHandle> faces_;
    std::vector<Scaled> scaled_;
    std::string error_;
};

/// Glyphs as pictures of dots, each in four places between two dots: Cairo's own are moved to the nearest dot, which
/// makes letters of a small size stand unevenly. Rows are not divided, so that baselines are as sharp as they can be.
class GlyphMasks {
public:
    /// Draws a glyph with the colour of `context`, whose transformation is the identity, with its origin at (x, y) in
    /// dots.
    void draw(cairo_t* context, cairo_scaled_font_t* font, std::uint32_t glyph, double x, double y);

private:
    struct Mask {
        SurfaceHandle surface;  ///< null where there is nothing to see
        int left = 0;           ///< of the surface, from the glyph's origin
        int top = 0;
    };
    using Key = std::tuple<const cairo_scaled_font_t*, std::uint32_t, int>;

    static Mask make_mask(cairo_scaled_font_t* font, std::uint32_t glyph, double shift);

    std::map<Key, Mask> masks_;
};

/// Draws the paper of a page and everything on it to `context`, whose unit is a point of the page. `fonts` are those of
/// the document; drawing to several contexts with them is fine if the contexts are scaled alike. `masks` draw the text
/// of raster images; null: Cairo shows its glyphs, with the characters that they stand for. `marks` are told
/// what is drawn; null: nobody asks. Nothing, or why it failed.
[[nodiscard]] std::string draw_page(cairo_t* context, const Document& document, const PrintedPage& page,
                                    FontFaces& fonts, GlyphMasks* masks = nullptr, ContentMarks* marks = nullptr);

}  // namespace fabula::painting

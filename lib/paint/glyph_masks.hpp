#pragma once

#include <cstdint>
#include <map>
#include <tuple>

#include "paint/handle.hpp"

namespace fabula {

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

}  // namespace fabula

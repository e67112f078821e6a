#include "paint/glyph_masks.hpp"

#include <cmath>

namespace fabula {

namespace {

constexpr int places = 4;  ///< between two dots

}  // namespace

void GlyphMasks::draw(cairo_t* context, cairo_scaled_font_t* font, std::uint32_t glyph, double x, double y) {
    const double steps = std::floor(x * places + 0.5);
    const double column = std::floor(steps / places);
    const int place = static_cast<int>(steps - column * places);
    const auto [entry, is_new] = masks_.try_emplace(Key{font, glyph, place});
    Mask& mask = entry->second;
    if (is_new) mask = make_mask(font, glyph, static_cast<double>(place) / places);
    if (mask.surface)
        cairo_mask_surface(context, mask.surface.get(), column + mask.left, std::floor(y + 0.5) + mask.top);
}

GlyphMasks::Mask GlyphMasks::make_mask(cairo_scaled_font_t* font, std::uint32_t glyph, double shift) {
    const cairo_glyph_t at_origin{glyph, 0, 0};
    cairo_text_extents_t extents;
    cairo_scaled_font_glyph_extents(font, &at_origin, 1, &extents);
    if (extents.width <= 0 || extents.height <= 0) return {};

    cairo_matrix_t to_dots;
    cairo_scaled_font_get_ctm(font, &to_dots);
    const int left = static_cast<int>(std::floor(extents.x_bearing * to_dots.xx)) - 1;
    const int top = static_cast<int>(std::floor(extents.y_bearing * to_dots.yy)) - 1;
    const int width = static_cast<int>(std::ceil(extents.width * to_dots.xx)) + 4;
    const int height = static_cast<int>(std::ceil(extents.height * to_dots.yy)) + 3;
    Mask mask{SurfaceHandle(cairo_image_surface_create(CAIRO_FORMAT_A8, width, height)), left, top};
    const ContextHandle context(cairo_create(mask.surface.get()));
    cairo_translate(context.get(), shift - left, -top);
    cairo_scale(context.get(), to_dots.xx, to_dots.yy);
    cairo_set_scaled_font(context.get(), font);
    cairo_glyph_path(context.get(), &at_origin, 1);
    cairo_fill(context.get());
    return mask;
}

}  // namespace fabula

// SVG as Cairo writes it: text as outlines, so that it looks the same wherever it is shown.
#include <cairo-svg.h>

#include "paint/draw_scene.hpp"
#include "paint/formats.hpp"
#include "paint/output.hpp"
#include "paint/svg_ids.hpp"

namespace fabula {

PaintResult paint_svg(const Document& document, const PaintOptions&) {
    if (std::string fault = one_page_fault(document); !fault.empty()) return failed(std::move(fault));
    const PrintedPage& page = document.pages.front();
    std::string bytes;
    FontFaces fonts(document.fonts);
    const SurfaceHandle surface(cairo_svg_surface_create_for_stream(append_bytes, &bytes, page.width, page.height));
    cairo_svg_surface_restrict_to_version(surface.get(), CAIRO_SVG_VERSION_1_2);
    {
        const ContextHandle context(cairo_create(surface.get()));
        std::string error = draw_page(context.get(), document, page, fonts);
        if (!error.empty()) return failed(std::move(error));
    }
    PaintResult result = finished(surface.get(), bytes);
    if (result.ok()) result.bytes = with_stable_ids(result.bytes);
    return result;
}

}  // namespace fabula

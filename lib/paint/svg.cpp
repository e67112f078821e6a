// SVG as Cairo writes it: text as outlines, so that it looks the same wherever it is shown.
#include <cairo-svg.h>

#include "paint/draw_scene.hpp"
#include "paint/formats.hpp"
#include "paint/output.hpp"
#include "paint/svg_ids.hpp"

namespace fabula {

PaintResult paint_svg(const Scene& scene, const PaintOptions&) {
    if (std::string fault = size_fault(scene); !fault.empty()) return failed(std::move(fault));
    std::string bytes;
    FontFaces fonts(scene.fonts);
    const SurfaceHandle surface(cairo_svg_surface_create_for_stream(append_bytes, &bytes, scene.width, scene.height));
    cairo_svg_surface_restrict_to_version(surface.get(), CAIRO_SVG_VERSION_1_2);
    {
        const ContextHandle context(cairo_create(surface.get()));
        std::string error = draw_scene(context.get(), scene, fonts);
        if (!error.empty()) return failed(std::move(error));
    }
    PaintResult result = finished(surface.get(), bytes);
    if (result.ok()) result.bytes = with_stable_ids(result.bytes);
    return result;
}

}  // namespace fabula

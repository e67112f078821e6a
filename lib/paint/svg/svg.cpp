// SVG: a living document, or outlines and no more.
#include <cairo-svg.h>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>

#include "paint/draw_scene.hpp"
#include "paint/formats.hpp"
#include "paint/output.hpp"
#include "paint/svg/ids.hpp"
#include "paint/svg/page.hpp"
#include "paint/xml_text.hpp"

namespace fabula::painting {
namespace {

/// What the picture is called, for those who do not see it.
std::string with_title(std::string svg, const std::string& title) {
    constexpr std::string_view start = "<svg ";
    const std::size_t root = svg.find(start);
    const std::size_t end = svg.find(">\n", root);
    if (title.empty() || root == std::string::npos || end == std::string::npos) return svg;
    svg.insert(end + 2, fmt::format("<title>{}</title>\n", xml_text(title)));
    svg.insert(root + start.size(), R"(role="img" )");
    return svg;
}

}  // namespace

PaintResult svg_outlines(const Document& document, std::size_t page, const SvgOptions& options) {
    const PrintedPage& sheet = document.pages[page];
    std::string bytes;
    FontFaces fonts(document.fonts);
    const SurfaceHandle surface(cairo_svg_surface_create_for_stream(append_bytes, &bytes, sheet.width, sheet.height));
    cairo_svg_surface_restrict_to_version(surface.get(), CAIRO_SVG_VERSION_1_2);
    {
        const ContextHandle context(cairo_create(surface.get()));
        std::string error = draw_page(context.get(), document, sheet, fonts);
        if (!error.empty()) return failed(std::move(error));
    }
    PaintResult result = finished(surface.get(), bytes);
    if (result.ok()) {
        result.bytes = with_title(with_stable_ids(result.bytes, ids_of_page(document, page, options)),
                                  document.scenes.front().title);
    }
    return result;
}

PaintResult paint_svg(const Document& document, const PaintOptions& options) {
    if (std::string fault = one_page_fault(document); !fault.empty()) return failed(std::move(fault));
    if (options.svg.text == SvgText::outlines) return svg_outlines(document, 0, options.svg);
    PaintResult result = svg_page(document, 0, options.svg, SvgHome::file);
    if (result.ok()) result.bytes.insert(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    return result;
}

}  // namespace fabula::painting

// SVG: a living document, or outlines and no more.
#include "paint/formats.hpp"
#include "paint/output.hpp"
#include "paint/svg/outlines.hpp"
#include "paint/svg/page.hpp"

namespace fabula {

PaintResult paint_svg(const Document& document, const PaintOptions& options) {
    if (std::string fault = one_page_fault(document); !fault.empty()) return failed(std::move(fault));
    if (options.svg.text == SvgText::outlines) return svg_outlines(document, 0, options.svg);
    PaintResult result = svg_page(document, 0, options.svg, SvgHome::file);
    if (result.ok()) result.bytes.insert(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    return result;
}

}  // namespace fabula

// PDF: what Cairo writes of it, text with the characters it stands for and fonts embedded as far as they are used; then
// what Cairo cannot write, see pdf_pass.
#include <algorithm>
#include <cairo-pdf.h>
#include <cmath>
#include <utility>

#include "paint/draw_scene.hpp"
#include "paint/formats.hpp"
#include "paint/output.hpp"
#include "paint/pdf/pass.hpp"

namespace fabula {

namespace {

/// The largest page that every reader takes, in units (ISO 32000-1, annex C); larger ones need a larger unit.
constexpr double largest_page = 14400;

/// Any date, so that Cairo does not ask the clock; the pass writes the right one, or none.
constexpr const char* some_date = "2000-01-01T00:00:00Z";

/// Points in a unit of each page.
std::vector<double> units_of(const Document& document) {
    std::vector<double> units;
    for (const PrintedPage& page : document.pages)
        units.push_back(std::max(1.0, std::ceil(std::max(page.width, page.height) / largest_page)));
    return units;
}

/// Draws all pages; nothing, or why it failed.
std::string draw_pages(cairo_surface_t* surface, const Document& document, const std::vector<double>& units,
                       ContentMarks& marks) {
    FontFaces fonts(document.fonts);
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        const PrintedPage& page = document.pages[i];
        cairo_pdf_surface_set_size(surface, page.width / units[i], page.height / units[i]);
        const ContextHandle context(cairo_create(surface));
        cairo_scale(context.get(), 1 / units[i], 1 / units[i]);
        // Without a clip, whatever covers all of a page makes Cairo forget what came before it, and so that a mark was
        // begun: it would find the end of a mark without a beginning, and give up.
        cairo_rectangle(context.get(), 0, 0, page.width, page.height);
        cairo_clip(context.get());
        std::string error = draw_page(context.get(), document, page, fonts, nullptr, &marks);
        if (!error.empty()) return error;
        cairo_show_page(context.get());
    }
    return {};
}

}  // namespace

PaintResult paint_pdf(const Document& document, const PaintOptions& options) {
    if (std::string fault = document_fault(document); !fault.empty()) return failed(std::move(fault));
    std::vector<double> units = units_of(document);
    std::string bytes;
    ContentMarks marks(document);
    const PrintedPage& first = document.pages.front();
    const SurfaceHandle surface(cairo_pdf_surface_create_for_stream(append_bytes, &bytes, first.width / units.front(),
                                                                    first.height / units.front()));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, some_date);
    std::string error = draw_pages(surface.get(), document, units, marks);
    if (!error.empty()) return failed(std::move(error));
    PaintResult drawn = finished(surface.get(), bytes);
    if (!drawn.ok()) return drawn;
    return finish_pdf(drawn.bytes, document, marks.content(), options, std::move(units));
}

}  // namespace fabula

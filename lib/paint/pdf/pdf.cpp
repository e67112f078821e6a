// PDF: what Cairo writes of it, and what Cairo cannot write (finish_pdf, add_boxes).
#include <algorithm>
#include <cairo-pdf.h>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include "paint/draw_scene.hpp"
#include "paint/formats.hpp"
#include "paint/output.hpp"
#include "paint/pdf/pass.hpp"
#include "paint/pdf/structure.hpp"

namespace fabula::painting {

PdfObject rectangle_of(const PdfDraft& draft, const PdfPlace& place) {
    return draft.file.list({draft.file.number(place.left), draft.file.number(place.bottom),
                            draft.file.number(place.right), draft.file.number(place.top)});
}

namespace {

/// A CIDFont of TrueType outlines has to say how its characters are numbered (ISO 32000-1, 9.7.4.2), which Cairo leaves
/// to the default.
void complete_fonts(PdfFile& file) {
    const auto size = static_cast<int>(file.trailer().get("Size").whole());
    for (int number = 1; number < size; ++number) {
        PdfObject object = file.object(number);
        if (!object.is_dictionary() || !object.has("Subtype") || !object.get("Subtype").is_name("CIDFontType2"))
            continue;
        if (!object.has("CIDToGIDMap")) object.set("CIDToGIDMap", file.name("Identity"));
    }
}

PaintResult unfinished(const std::string& why) {
    return failed(fmt::format("the PDF cannot be finished: {}", why));
}

}  // namespace

void add_boxes(const PdfDraft& draft) {
    for (std::size_t i = 0; i < draft.pages.size(); ++i) {
        PdfObject page = draft.pages[i];
        const PrintedPage& printed = draft.document.pages[i];
        page.set("CropBox", page.get("MediaBox"));
        page.set("BleedBox", rectangle_of(draft, placed_on(draft, i, printed.bleed)));
        page.set("TrimBox", rectangle_of(draft, placed_on(draft, i, printed.trim)));
        if (draft.units[i] > 1) page.set("UserUnit", draft.file.number(draft.units[i]));
    }
}

PaintResult finish_pdf(const std::string& bytes, const Document& document, const ContentMarks::Content& content,
                       const PaintOptions& options, std::vector<double> units) {
    PdfFile file(bytes);
    if (!file.error().empty()) return unfinished(file.error());
    std::vector<PdfObject> pages;
    for (std::size_t i = 0; i < document.pages.size(); ++i)
        pages.push_back(file.page(i));
    const PdfDraft draft{file, document, content, options, std::move(pages), std::move(units)};
    complete_fonts(file);
    add_boxes(draft);
    Structure structure(draft);
    add_navigation(draft, structure);
    structure.write();
    if (std::string error = add_metadata(draft); !error.empty()) return failed(std::move(error));
    if (std::string error = set_inks(draft, structure); !error.empty()) return failed(std::move(error));
    std::string finished = file.written();
    return file.error().empty() ? PaintResult{std::move(finished), {}} : unfinished(file.error());
}

// PDF: what Cairo writes of it, text with the characters it stands for and fonts embedded as far as they are used; then
// what Cairo cannot write, see pass.hpp.

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

}  // namespace fabula::painting

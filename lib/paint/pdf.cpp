// PDF as Cairo writes it: text with the characters it stands for, fonts embedded as far as they are used.
#include <algorithm>
#include <cairo-pdf.h>
#include <cmath>
#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "paint/draw_scene.hpp"
#include "paint/formats.hpp"
#include "paint/output.hpp"
#include "source/number.hpp"

namespace fabula {

namespace {

/// The largest page that every reader takes, in units (PDF 1.7, annex C); larger ones need a larger unit.
constexpr double largest_page = 14400;

/// Any date, so that Cairo does not ask the clock; see without_creation_date.
constexpr const char* some_date = "2000-01-01T00:00:00Z";

void set_metadata(cairo_surface_t* surface, const Scene& scene) {
    const auto set = [&](cairo_pdf_metadata_t key, const std::string& value) {
        if (!value.empty()) cairo_pdf_surface_set_metadata(surface, key, value.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, scene.title);
    set(CAIRO_PDF_METADATA_AUTHOR, scene.author);
    set(CAIRO_PDF_METADATA_SUBJECT, scene.subject);
    set(CAIRO_PDF_METADATA_CREATOR, "Fabula");
    set(CAIRO_PDF_METADATA_CREATE_DATE, some_date);
}

/// Blanks the entry for the date, which stands in the document's last dictionary but one: the picture was made by
/// nobody's clock. The length stays, and with it the offsets in the table at the end.
std::string without_creation_date(std::string pdf) {
    constexpr std::string_view key = "/CreationDate (";
    const std::size_t start = pdf.rfind(key);
    if (start == std::string::npos) return pdf;
    const std::size_t end = pdf.find(')', start);
    if (end != std::string::npos) std::fill_n(pdf.begin() + static_cast<std::ptrdiff_t>(start), end + 1 - start, ' ');
    return pdf;
}

/// The document with a page whose unit is `unit` points (UserUnit, PDF 1.6), which Cairo cannot say. The entry takes
/// the place of one that may be left out, the page group's own type (ISO 32000-1, table 96), so that again no offset
/// moves.
PaintResult with_user_unit(PaintResult result, double unit) {
    std::string& pdf = result.bytes;
    constexpr std::string_view version = "%PDF-1.4";
    constexpr std::string_view group = "/Group <<\n      /Type /Group";
    const std::size_t page = pdf.find("<< /Type /Page ");
    const std::size_t start = page == std::string::npos ? page : pdf.find(group, page);
    std::string entry = fmt::format("/UserUnit {} /Group <<", number(unit, 0));
    if (!pdf.starts_with(version) || start == std::string::npos || entry.size() > group.size())
        return failed("the page is too large for a PDF of this version of Cairo");
    entry.resize(group.size(), ' ');
    pdf.replace(start, entry.size(), entry);
    pdf.replace(0, version.size(), "%PDF-1.6");
    return result;
}

}  // namespace

PaintResult paint_pdf(const Document& document, const PaintOptions&) {
    if (std::string fault = document_fault(document); !fault.empty()) return failed(std::move(fault));
    const Scene& scene = document.scenes.front();
    const PrintedPage& page = document.pages.front();
    const double unit = std::max(1.0, std::ceil(std::max(page.width, page.height) / largest_page));
    std::string bytes;
    FontFaces fonts(document.fonts);
    const SurfaceHandle surface(
        cairo_pdf_surface_create_for_stream(append_bytes, &bytes, page.width / unit, page.height / unit));
    // Cairo 1.18 packs the objects of later versions, where with_user_unit could not find the page.
    if (unit > 1) cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);
    set_metadata(surface.get(), scene);
    {
        const ContextHandle context(cairo_create(surface.get()));
        cairo_scale(context.get(), 1 / unit, 1 / unit);
        std::string error = draw_page(context.get(), document, page, fonts);
        if (!error.empty()) return failed(std::move(error));
    }
    PaintResult result = finished(surface.get(), bytes);
    if (!result.ok()) return result;
    result.bytes = without_creation_date(std::move(result.bytes));
    return unit > 1 ? with_user_unit(std::move(result), unit) : result;
}

}  // namespace fabula

// What Cairo cannot write: finish_pdf, add_boxes.
#include "paint/pdf/pass.hpp"

#include <fmt/format.h>
#include <utility>

#include "paint/output.hpp"
#include "paint/pdf/inks.hpp"
#include "paint/pdf/metadata.hpp"
#include "paint/pdf/navigation.hpp"
#include "paint/pdf/places.hpp"
#include "paint/pdf/structure.hpp"

namespace fabula {
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

PdfObject rectangle_of(const PdfDraft& draft, const PdfPlace& place) {
    return draft.file.list({draft.file.number(place.left), draft.file.number(place.bottom),
                            draft.file.number(place.right), draft.file.number(place.top)});
}

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
    const Places places(draft);
    Structure structure(draft);
    add_navigation(draft, places, structure);
    structure.write();
    if (std::string error = add_metadata(draft); !error.empty()) return failed(std::move(error));
    if (std::string error = set_inks(draft, structure); !error.empty()) return failed(std::move(error));
    std::string finished = file.written();
    return file.error().empty() ? PaintResult{std::move(finished), {}} : unfinished(file.error());
}

}  // namespace fabula

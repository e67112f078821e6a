#pragma once

#include <string>
#include <vector>

#include "fabula/document.hpp"
#include "fabula/paint.hpp"

#include "paint/pdf/content_marks.hpp"
#include "paint/pdf/object.hpp"

/// What Cairo cannot write, added to what it wrote: structure, bookmarks, links, boxes, inks, metadata.
namespace fabula {

/// A document as the parts of the pass see it.
struct PdfDraft {
    PdfFile& file;
    const Document& document;
    const ContentMarks::Content& content;
    const PaintOptions& options;
    std::vector<PdfObject> pages;  ///< by page of the document
    std::vector<double> units;     ///< by page: points of the document in one unit of the PDF
};

/// A place on a page, in the units of the PDF, y upwards.
struct PdfPlace {
    std::size_t page = 0;
    double left = 0;
    double bottom = 0;
    double right = 0;
    double top = 0;
};

/// Finishes `pdf`, which Cairo wrote of `document`, marking its content. `units` are by page, see PdfDraft. The same
/// arguments give the same bytes.
[[nodiscard]] PaintResult finish_pdf(const std::string& pdf, const Document& document,
                                     const ContentMarks::Content& content, const PaintOptions& options,
                                     std::vector<double> units);

/// Left, bottom, right, top.
[[nodiscard]] PdfObject rectangle_of(const PdfDraft& draft, const PdfPlace& place);

/// Sets the boxes of all pages (ISO 32000-1, 14.11.2), their units and their labels (12.4.2).
void add_boxes(const PdfDraft& draft);

}  // namespace fabula

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/document.hpp"
#include "fabula/paint.hpp"

#include "paint/draw_scene.hpp"
#include "paint/pdf/object.hpp"

/// What Cairo cannot write, added to what it wrote: structure, bookmarks, links, boxes, inks, metadata.
namespace fabula::painting {

class Structure;

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

/// Left, bottom, right, top.
[[nodiscard]] PdfObject rectangle_of(const PdfDraft& draft, const PdfPlace& place);

/// A box of a page, in its points, in the units of the PDF.
[[nodiscard]] PdfPlace placed_on(const PdfDraft& draft, std::size_t page, const Box& box);

/// Finishes `pdf`, which Cairo wrote of `document`, marking its content. `units` are by page, see PdfDraft. The same
/// arguments give the same bytes.
[[nodiscard]] PaintResult finish_pdf(const std::string& pdf, const Document& document,
                                     const ContentMarks::Content& content, const PaintOptions& options,
                                     std::vector<double> units);

/// Sets the boxes of all pages (ISO 32000-1, 14.11.2), their units and their labels (12.4.2).
void add_boxes(const PdfDraft& draft);

/// Adds bookmarks for the title, the sections and their events (ISO 32000-1, 12.3.3), the labels of pages (12.4.2), and
/// links (12.5.6.5): to the web and to mail, or to another group of the picture. Any other link is left out: a story
/// may come from anyone.
void add_navigation(const PdfDraft& draft, Structure& structure);

/// An operator of a page's content with what stands before it (ISO 32000-1, 7.8.2), as written.
struct PdfOperation {
    std::vector<std::string_view> operands;
    std::string_view name;
    std::string_view text;  ///< all of it, white space before it included

    /// Those of the operands that are numbers.
    [[nodiscard]] std::vector<double> numbers() const;
};

/// What an operation is replaced by; nothing: it stays as it is.
using Rewrite = std::function<std::optional<std::string>(const PdfOperation&)>;

/// The content with each of its operations put through `rewrite`. Linear. Inline images, which Cairo does not write of
/// a scene, are not looked for.
[[nodiscard]] std::string rewritten(std::string_view content, const Rewrite& rewrite);

/// Says what a document is: in its information dictionary (ISO 32000-1, 14.3.3), the same in XMP (ISO 16684-1), and in
/// which colours it was meant to be seen (an output intent, 14.11.5). It claims PDF/UA-1, and PDF/A-2a where its
/// colours are defined: on screen, in black, and in inks whose profile is given. Nothing, or what is wrong with that
/// profile.
[[nodiscard]] std::string add_metadata(const PdfDraft& draft);

/// Rewrites the content of all pages: colours as the document's inks, marked content with the roles of `structure`. A
/// page on which nothing is transparent says so, as print needs it. Nothing, or why the colours cannot be printed.
[[nodiscard]] std::string set_inks(const PdfDraft& draft, const Structure& structure);

}  // namespace fabula::painting

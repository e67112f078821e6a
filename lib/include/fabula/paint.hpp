#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/document.hpp"

/// Painters: from a Document to the bytes of a file.
namespace fabula {

/// How an SVG holds its text.
enum class SvgText {
    text,      ///< as text; a line that programs would not all set alike as below
    outlines,  ///< as the shapes of its letters, by Cairo: a picture and no more
    both,      ///< as the shapes of its letters, under text that is not seen, but selected, searched and read
};

/// How an SVG has its fonts.
enum class SvgFonts {
    named,     ///< by name: whoever shows the picture has them, or others of the same kind
    embedded,  ///< as far as they are used, in the file
};

/// Whether an SVG turns dark with the page or program that shows it, where the document's palette says how.
enum class SvgScheme { automatic, fixed };

/// Of SVG, in a file of its own or in HTML.
struct SvgOptions {
    SvgText text = SvgText::text;
    std::optional<SvgFonts> fonts{};  ///< none: by name in a file of SVG, embedded in HTML
    SvgScheme scheme = SvgScheme::automatic;
    std::optional<std::string>
        prefix{};  ///< of all ids, as is_svg_prefix; none: made of the content, so that two pictures live in one page
};

/// Whether ids may begin with `prefix`: letters (A to Z), digits, `-` and `_`, at most 40, the first a letter; or
/// empty.
[[nodiscard]] bool is_svg_prefix(std::string_view prefix);

struct PaintOptions {
    double dots_per_inch = 144;  ///< of raster images; 36..2400
    std::optional<std::int64_t>
        date{};  ///< when it was made, seconds since the beginning of 1970 in UTC; none: says nothing
    SvgOptions svg{};
};

/// Bytes, or why there are none ("the picture would be 300000 dots wide; the PNG format and this machine's memory allow
/// 65500").
struct PaintResult {
    std::string bytes;
    std::string error;

    [[nodiscard]] bool ok() const noexcept { return error.empty(); }
};

/// A row of the registry. `paint` is pure: the same document gives the same bytes, whatever was painted before.
struct Painter {
    std::string_view format;  ///< "svg", "html", "pdf", "png": also the file's ending
    std::string_view summary;
    PaintResult (*paint)(const Document&, const PaintOptions&);
    bool has_pages = false;      ///< others refuse a document of more than one page
    bool is_accessible = false;  ///< a screen reader can read it: it makes use of Scene::landmarks
};

[[nodiscard]] const std::vector<Painter>& painters();

/// The painter for `format`; null where there is none.
[[nodiscard]] const Painter* find_painter(std::string_view format);

/// The painter whose format a file's ending names, in small or capital letters ("out/x.PDF"); null where there is none.
[[nodiscard]] const Painter* find_painter_for_file(std::string_view path);

}  // namespace fabula

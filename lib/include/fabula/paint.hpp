#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/document.hpp"

/// Painters: from a Document to the bytes of a file.
namespace fabula {

struct PaintOptions {
    double dots_per_inch = 144;         ///< of pictures made of dots; 36..2400
    std::optional<std::int64_t> date{}; ///< when it was made, seconds since the beginning of 1970 in UTC; none: says nothing
};

/// Bytes, or why there are none ("the picture would be 300000 dots wide; the PNG format and this machine's memory allow 65500").
struct PaintResult {
    std::string bytes;
    std::string error;

    [[nodiscard]] bool ok() const noexcept { return error.empty(); }
};

/// A row of the registry. `paint` is pure: the same document gives the same bytes, whatever was painted before.
struct Painter {
    std::string_view format;            ///< "svg", "pdf", "png": also the file's ending
    std::string_view summary;
    PaintResult (*paint)(const Document&, const PaintOptions&);
    bool has_pages = false;             ///< others refuse a document of more than one page
    bool tells = false;                 ///< it can be read aloud: it makes use of Scene::landmarks
};

[[nodiscard]] const std::vector<Painter>& painters();

/// The painter for `format`; null where there is none.
[[nodiscard]] const Painter* find_painter(std::string_view format);

}  // namespace fabula

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "fabula/document.hpp"
#include "fabula/paint.hpp"

/// Pages of a document as SVG.
namespace fabula::painting {

/// Where an SVG is used: in a file of its own, or in a page of HTML, where a title would show at the pointer.
enum class SvgHome { file, html };

/// A page of a document as living SVG: text that can be selected, groups with the names of what they show, read aloud
/// in the order of the story. `page` counts from 0.
[[nodiscard]] PaintResult svg_page(const Document& document, std::size_t page, const SvgOptions& options, SvgHome home);

/// A page of a document as SVG that Cairo writes, text as the shapes of its letters: it looks the same wherever it is
/// shown, and is one picture with a name. `page` counts from 0.
[[nodiscard]] PaintResult svg_outlines(const Document& document, std::size_t page, const SvgOptions& options);

/// What the ids of a page begin with, `page` counted from 0: what the options say, or else made of all that the
/// document shows, so that two pictures in one page of HTML never have one id. A document of several pages has their
/// number, too.
[[nodiscard]] std::string ids_of_page(const Document& document, std::size_t page, const SvgOptions& options);

/// Cairo numbers surfaces through the whole process: the SVG `svg` with its surfaces numbered from 1 on, and `ids`
/// before all its ids.
[[nodiscard]] std::string with_stable_ids(std::string_view svg, std::string_view ids);

}  // namespace fabula::painting

#pragma once

#include <cstddef>
#include <string>

#include "fabula/document.hpp"
#include "fabula/paint.hpp"

namespace fabula::painting {

/// Where an SVG stands: in a file of its own, or in a page of HTML, where a title would show wherever the pointer is.
enum class SvgHome { file, html };

/// A page of a document as living SVG: text that can be selected, groups with the names of what they show, read aloud
/// in the order of the story. `page` counts from 0.
[[nodiscard]] PaintResult svg_page(const Document& document, std::size_t page, const SvgOptions& options, SvgHome home);

/// A page of a document as SVG that Cairo writes, text as the shapes of its letters: it looks the same wherever it is
/// shown, and is one picture with a name. `page` counts from 0.
[[nodiscard]] PaintResult svg_outlines(const Document& document, std::size_t page, const SvgOptions& options);

}  // namespace fabula::painting

#pragma once

#include <cstddef>

#include "fabula/document.hpp"
#include "fabula/paint.hpp"

namespace fabula {

/// A page of a document as SVG that Cairo writes, text as the shapes of its letters: it looks the same wherever it is
/// shown, and is one picture with a name. `page` counts from 0.
[[nodiscard]] PaintResult svg_outlines(const Document& document, std::size_t page, const SvgOptions& options);

}  // namespace fabula

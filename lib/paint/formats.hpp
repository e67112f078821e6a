#pragma once

#include "fabula/paint.hpp"

namespace fabula::painting {

[[nodiscard]] PaintResult paint_svg(const Document& document, const PaintOptions& options);
[[nodiscard]] PaintResult paint_html(const Document& document, const PaintOptions& options);
[[nodiscard]] PaintResult paint_pdf(const Document& document, const PaintOptions& options);
[[nodiscard]] PaintResult paint_png(const Document& document, const PaintOptions& options);

}  // namespace fabula::painting

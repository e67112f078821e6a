#pragma once

#include "fabula/paint.hpp"

namespace fabula {

[[nodiscard]] PaintResult paint_svg(const Scene& scene, const PaintOptions& options);
[[nodiscard]] PaintResult paint_pdf(const Scene& scene, const PaintOptions& options);
[[nodiscard]] PaintResult paint_png(const Scene& scene, const PaintOptions& options);

}  // namespace fabula

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/scene.hpp"

/// Painters: from a Scene to the bytes of a file.
namespace fabula {

struct PaintOptions {
    double dots_per_inch = 144;         ///< of pictures made of dots; 36..2400
};

/// Bytes, or why there are none ("the picture would be 300000 dots wide; the PNG format and this machine's memory allow 65500").
struct PaintResult {
    std::string bytes;
    std::string error;

    [[nodiscard]] bool ok() const noexcept { return error.empty(); }
};

/// A row of the registry. `paint` is pure: the same scene gives the same bytes, whatever was painted before.
struct Painter {
    std::string_view format;            ///< "svg", "pdf", "png": also the file's ending
    std::string_view summary;
    PaintResult (*paint)(const Scene&, const PaintOptions&);
};

[[nodiscard]] const std::vector<Painter>& painters();

/// The painter for `format`; null where there is none.
[[nodiscard]] const Painter* find_painter(std::string_view format);

}  // namespace fabula

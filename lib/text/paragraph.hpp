#pragma once

#include <cstddef>
#include <vector>

#include "text/shaper.hpp"

namespace fabula {

/// The lines of a paragraph, not yet placed.
struct ParagraphLines {
    std::vector<TextLine> lines;
    bool truncated = false;
};

/// Breaks `whole`, the paragraph shaped as one line, into lines: see Measure::wrap.
[[nodiscard]] ParagraphLines break_paragraph(Shaper& shaper, const ShapedText& whole, const TextStyle& style,
                                             Direction direction, double width, std::size_t most_lines);

}  // namespace fabula

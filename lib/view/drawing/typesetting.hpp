#pragma once

#include <vector>

#include "fabula/scene.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"

/// Sizes of type, and text set in blocks.
namespace fabula::drawing {

/// The three sizes of type, after they were made smaller to fit a page.
struct Typography {
    double display = 20;
    double heading = 10;
    double text = 7.5;
    double leading = 1.2;
    double label_width = 92;
};

/// The theme's sizes in the proportion in which its text becomes `text` points; none under its smallest.
[[nodiscard]] Typography typography(const Theme& theme, double text);

/// A text on one line, cut with an ellipsis where it is wider than `width`; of an empty text a line without glyphs.
[[nodiscard]] TextLine cut_line(Measure& measure, std::string_view text, const TextStyle& style, double width);

/// A few lines of text set as one block; its place is the top left corner.
struct Block {
    struct Line {
        TextLine text;
        double baseline = 0;  ///< from the top of the block
        Colour colour;
    };
    std::vector<Line> lines;
    double width = 0;
    double height = 0;
    bool right_to_left = false;
};

}  // namespace fabula::drawing

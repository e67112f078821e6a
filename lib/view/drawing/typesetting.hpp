#pragma once

#include <string_view>
#include <vector>

#include "fabula/scene.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"

/// Sizes of type, text set in blocks, and text in the scene.
namespace fabula::drawing {

/// The three sizes of type, after they were made smaller to fit a page.
struct Typography {
    double display = 20;
    double heading = 10;
    double text = 7.5;
    double leading = 1.2;
    double label_width = 92;
};

/// The theme's sizes, scaled so that its text becomes `text` points; none smaller than the theme's smallest.
[[nodiscard]] Typography typography(const Theme& theme, double text);

/// A text on one line, cut with an ellipsis if it is wider than `width`. An empty text gives a line without glyphs.
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

/// Puts a paragraph under the lines of a block.
void append_paragraph(Block& block, Paragraph paragraph, Colour colour);

/// A line of text with its baseline's left end at `at`.
void draw_text(Group& group, TextLine text, Point at, Colour colour);

/// A line of text whose middle stands at `centre`: centred both ways, on the middle of the small letters, and turned by
/// so many radians about that point.
void draw_centred(Group& group, TextLine text, Point centre, Colour colour, double turn = 0);

/// A block with its top left corner at `at`; a right-to-left one is set flush right in its width.
void draw_block(Group& group, const Block& block, Point at);

}  // namespace fabula::drawing

#pragma once

#include <string>

#include "fabula/theme.hpp"

#include "view/drawing/frame.hpp"
#include "view/drawing/typesetting.hpp"

/// Shapes and text as the passes of the views need them.
namespace fabula::drawing {

/// A stretch of line along the axis in one of the theme's patterns.
struct PatternLine {
    double from = 0;
    double until = 0;
    double across = 0;
    LinePattern pattern = LinePattern::solid;
    double width = 1;
    Colour colour;
};
void draw_pattern(Group& group, const Frame& frame, const PatternLine& line, const Theme& theme);

/// How a curve is drawn in one of the theme's patterns.
struct CurveStyle {
    LinePattern pattern = LinePattern::solid;
    double width = 1;
    Colour colour;
};

/// A curve in a pattern. Waves, which could not follow it, are a dash and two dots.
void draw_curve(Group& group, Path path, const CurveStyle& style, const Theme& theme);

/// A path at the end of `group`: part of the one before it where that looks the same, so that a row of shapes that do
/// not touch is one path. Every path costs Cairo a kilobyte.
void add_path(Group& group, Path path);

/// A straight stroke between two places of the frame.
void draw_stroke(Group& group, const Frame& frame, Point along_across_from, Point along_across_to,
                 const Stroke& stroke);

/// A line of text with its baseline's left end at `at`.
void draw_text(Group& group, TextLine text, Point at, Colour colour);

/// A line of text whose middle stands at `centre`: centred both ways, on the middle of the small letters, and turned by
/// so many radians about that point.
void draw_centred(Group& group, TextLine text, Point centre, Colour colour, double turn = 0);

/// A block with its top left corner at `at`; a right-to-left one is set flush right in its width.
void draw_block(Group& group, const Block& block, Point at);

/// A new group at the end of `parent`.
Group& add_group(Group& parent, Subject subject, std::string title = {}, std::string description = {});

/// The same for one of which a picture may have several, and which therefore has no id.
Group& add_part(Group& parent, subjects::Part part, std::string title = {});

}  // namespace fabula::drawing

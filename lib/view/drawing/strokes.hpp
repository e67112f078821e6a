#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "fabula/scene.hpp"
#include "fabula/theme.hpp"

#include "view/drawing/frame.hpp"

/// Lines, curves and groups of the scene.
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

/// A curve in a pattern. The wavy pattern cannot follow a curve and becomes a dash and two dots.
void draw_curve(Group& group, Path path, const CurveStyle& style, const Theme& theme);

/// Adds a path to `group`, as part of the last one if both look the same: a row of shapes that do not touch becomes one
/// path. Every path costs Cairo a kilobyte.
void add_path(Group& group, Path path);

/// A straight stroke between two places of the frame.
void draw_stroke(Group& group, const Frame& frame, Point along_across_from, Point along_across_to,
                 const Stroke& stroke);

/// A new group at the end of `parent`.
Group& add_group(Group& parent, Subject subject, std::string title = {}, std::string description = {});

/// The same for a part that a picture may have several times, and which therefore has no id.
Group& add_part(Group& parent, subjects::Part part, std::string title = {});

/// A smooth curve through points from left to right that never overshoots: between two points it stays within their
/// heights, and it rises or falls where they do (monotone piecewise cubic interpolation; Fritsch and Carlson 1980). It
/// passes through all points with the same x, with a corner. One point gives a path that only moves there, no point an
/// empty path. Precondition: x ascends. Cost: O(n).
[[nodiscard]] Path monotone_curve(const std::vector<Point>& points);

/// Places on the same curve: the points, and between two of them `pieces` - 1 more.
[[nodiscard]] std::vector<Point> monotone_samples(const std::vector<Point>& points, std::size_t pieces);

}  // namespace fabula::drawing

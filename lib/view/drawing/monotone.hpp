#pragma once

#include <vector>

#include "fabula/scene.hpp"

namespace fabula::drawing {

/// A smooth curve through points from left to right that never overshoots: between two of them it stays within their
/// heights, and where they rise or fall throughout so does it (monotone piecewise cubic interpolation; Fritsch and
/// Carlson 1980). Of points with the same x the curve passes through all, with a corner. One point gives a path that
/// only moves there, none an empty one. Precondition: x ascends. Cost: O(n).
[[nodiscard]] Path monotone_curve(const std::vector<Point>& points);

/// The same curve as places on it, `pieces` from each point to the next, the points among them.
[[nodiscard]] std::vector<Point> monotone_samples(const std::vector<Point>& points, std::size_t pieces);

}  // namespace fabula::drawing

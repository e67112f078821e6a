#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fabula/scene.hpp"

/// The lines of a storyline as a reader sees them, found from the Scene alone.
namespace fabula::testing {

/// One unbroken stretch of a line, as a polyline from left to right.
struct LineCurve {
    std::string character;  ///< its id
    std::vector<Point> points;

    /// Its height at `x`; nothing where it is not there.
    [[nodiscard]] std::optional<double> at(double x) const;
};

/// The curves of each row, from the top one down.
[[nodiscard]] std::vector<std::vector<LineCurve>> line_curves(const Scene& scene);

/// How often curves of one row cross each other.
[[nodiscard]] std::size_t count_crossings(const std::vector<LineCurve>& curves);

/// The box round a shape's ends.
[[nodiscard]] Box box_of(const Path& path);

}  // namespace fabula::testing

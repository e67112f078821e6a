#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fabula/scene.hpp"

namespace fabula::painting {

/// `value` to so many digits, in as few characters as SVG takes: ".5", "-12".
[[nodiscard]] std::string svg_number(double value, int digits = 2);

/// The steps as the `d` of an SVG path: to so many digits, each from the one before, so that it is short; rounding
/// never adds up.
[[nodiscard]] std::string path_data(const std::vector<PathStep>& steps, int digits = 2);

/// The lengths by which `path` is broken, to more digits than others, since what is off in one adds up over all of a
/// line; and short by a trifle, so that a dot which ends the line is within it, whoever does the sum.
[[nodiscard]] std::string dash_array(const Path& path);

/// What is drawn by `path`, as an element with `attributes` (each with a space before it): a circle where it is one.
[[nodiscard]] std::string shape_element(const Path& path, std::string_view attributes);

}  // namespace fabula::painting

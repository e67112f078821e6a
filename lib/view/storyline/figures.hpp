#pragma once

#include <string>

#include "view/storyline/plan.hpp"

namespace fabula::storylines {

/// The layout as JSON, a line for each step; the manual of the views says what each member is. `origins` are the places
/// of the rows on the page.
[[nodiscard]] std::string figures(const Plan& plan, const std::vector<Point>& origins, const Story& story);

/// What the bends of a picture cost, by the measures of the field (Dobler et al. 2025), points.
struct WiggleFigures {
    std::size_t count = 0;  ///< places where a line leaves the horizontal
    double linear = 0;      ///< the sum of all rises and falls
    double quadratic = 0;   ///< the sum of their squares
};
[[nodiscard]] WiggleFigures wiggles_of(const Plan& plan);

/// The area of the rows that lines do not need to keep their distances, square points.
[[nodiscard]] double empty_area_of(const Plan& plan);

}  // namespace fabula::storylines

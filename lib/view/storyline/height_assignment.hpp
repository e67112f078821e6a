#pragma once

#include "view/storyline/importance.hpp"
#include "view/storyline/separation_constraints.hpp"

namespace fabula::storylines {

/// Heights that meet all claims, which must not contradict each other, and bend the lines least, the important ones
/// least of all.
[[nodiscard]] HeightAssignment assign_heights(const Row& row, const std::vector<SeparationConstraint>& constraints,
                                              const std::vector<Importance>& importance, HeightCost cost);

}  // namespace fabula::storylines

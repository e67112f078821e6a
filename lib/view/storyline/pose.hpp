#pragma once

#include "view/storyline/claims.hpp"
#include "view/storyline/importance.hpp"

namespace fabula::storylines {

/// Heights that meet all claims, which must not contradict each other, and bend the lines least, the important ones
/// least of all.
[[nodiscard]] Pose pose(const Row& row, const std::vector<Claim>& claims, const std::vector<Importance>& importance,
                        HeightCost cost);

}  // namespace fabula::storylines

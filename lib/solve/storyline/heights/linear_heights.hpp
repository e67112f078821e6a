#pragma once

#include <optional>

#include "solve/storyline/heights.hpp"

namespace fabula::storyline {

/// Heights of least linear wiggle with the flow that proves it: in every node as much comes in as goes out, and
/// the sum of least * flow over the separations and offset * flow over the ties is what the heights cost.
struct ProvedHeights {
    Heights heights;
    std::vector<std::int64_t> separation_flows;  ///< from above to below; not negative; 0 where there is slack
    std::vector<std::int64_t> tie_flows;  ///< from a to b; -weight to weight; in between only where the tie is straight
};

/// Nothing where the separations contradict each other.
[[nodiscard]] std::optional<ProvedHeights> prove_linear_heights(const HeightProgram& program);

}  // namespace fabula::storyline

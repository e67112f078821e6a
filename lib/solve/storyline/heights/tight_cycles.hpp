#pragma once

#include <vector>

#include "solve/storyline/heights.hpp"

namespace fabula::storyline {

/// For each separation, whether it is tight whatever the heights: it is on a cycle of separations that just fits (a
/// label that fills the gap between two lines of a rigid set). `heights` are any for which every separation holds. O(n
/// + m) but for a sort.
[[nodiscard]] std::vector<bool> always_tight(const HeightProgram& program, const Heights& heights);

}  // namespace fabula::storyline

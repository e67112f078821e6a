#pragma once

#include <vector>

#include "solve/storyline/heights/rigid_blocks.hpp"

namespace fabula::storyline {

/// Whole heights of nearly least quadratic wiggle, from any for which every separation holds.
[[nodiscard]] Heights quadratic_heights(const HeightProgram& program, const Heights& start);

/// The program with always tight separations made rigid, so that each that is left could be loosened.
[[nodiscard]] RigidBlocks blocks_with_play(const HeightProgram& program, const Heights& heights);

/// Whole heights near real ones for which every separation holds; the separations do not contradict each other.
[[nodiscard]] Heights round_heights(const HeightProgram& program, const std::vector<double>& heights);

}  // namespace fabula::storyline

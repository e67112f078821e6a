#pragma once

#include "solve/storyline/heights/linear_heights.hpp"

namespace fabula::storyline {

/// Among the heights that cost no more than those proved: some with as few bends as `rounds` of a linear program each
/// find. Never more bends than before.
[[nodiscard]] Heights straighten(const HeightProgram& program, const ProvedHeights& proved, std::size_t rounds);

}  // namespace fabula::storyline

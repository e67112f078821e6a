#pragma once

#include <vector>

#include "solve/storyline/heights.hpp"

namespace fabula::storyline {

/// Real heights of least quadratic wiggle, with the pressures that prove it: in every node the pull of the ties (weight
/// * bend) and the pressures of the separations add up to nothing, and there is pressure only where a separation is
/// tight.
struct BalancedHeights {
    std::vector<double> heights;
    std::vector<double> pressures;  ///< of separations; not negative
    bool balanced = false;          ///< to a millionth of what distances and pulls there are
    std::size_t iterations = 0;
};

/// Balances from heights for which every separation holds. Precondition: every separation could be loosened, none is
/// tight for all heights. At most a hundred iterations, each about as dear as a sparse system of equations; twenty are
/// usual. Where they do not get there: the best that they met, or the heights they began with.
[[nodiscard]] BalancedHeights balance(const HeightProgram& program, const Heights& start);

}  // namespace fabula::storyline

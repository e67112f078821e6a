#pragma once

#include <vector>

#include "time/model.hpp"
#include "time/smallest_cycle.hpp"

namespace fabula::timing {

/// What would mend a contradiction: `bound` of one of its statements, if its weight were `weight`.
struct Loosening {
    ClaimIndex claim = no_claim;
    Bound bound;
    Ticks weight = 0;  ///< the least with which all statements can be true, but those refused elsewhere

    [[nodiscard]] Ticks amount() const { return weight - bound.weight; }
};

/// Which of the statements of a contradiction, loosened how much, would mend it: `cycle` as from smallest_cycle, for a
/// bound that `network` refuses. The refused statement always can; the others can where all else agrees. In the order
/// of `cycle`. Costs a few searches of the network for each statement; only the first twelve are looked at.
[[nodiscard]] std::vector<Loosening> loosenings(const TemporalNetwork& network, const Model& model,
                                                const ClaimTable& claims, const std::vector<Bound>& cycle);

/// Its one or two bounds, under the number of the constraint.
[[nodiscard]] std::vector<Bound> bounds_of(const Constraint& constraint, std::size_t number);

}  // namespace fabula::timing

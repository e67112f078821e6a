#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "time/model.hpp"
#include "time/network.hpp"

namespace fabula::timing {

/// What a bound counts as when contradictions are weighed: the bounds of one claim count once together, those of
/// `no_claim` not at all.
using ClaimIndex = std::uint32_t;
inline constexpr ClaimIndex no_claim = std::numeric_limits<ClaimIndex>::max();

/// The claim of each constraint, sum and recurrence, by its number, and back.
struct ClaimTable {
    std::vector<ClaimIndex> of_number;
    std::vector<std::vector<std::size_t>> constraints;  ///< by claim

    /// `no_claim` for what follows from others, or is taken for granted.
    [[nodiscard]] ClaimIndex of(std::size_t number) const {
        return number < of_number.size() ? of_number[number] : no_claim;
    }
};

/// Why `refused`, a bound that `network` cannot take, contradicts it: the bounds of a cycle of negative length, the
/// refused one first, each leading to the next, from as few claims as any such cycle has. (Bounds of one claim count
/// once where one leads on to the other, and where they belong to the claim of the refused one.) A simple cycle of
/// negative length is what a minimal inconsistent set of a simple temporal network is.
///
/// Goes through the cycles by their number of claims; within one number by Dijkstra's algorithm over what costs
/// nothing. Only what is near enough to close the cycle is looked at, mostly a small part of the network. Empty where
/// that is more than a million steps.
[[nodiscard]] std::vector<Bound> smallest_cycle(const TemporalNetwork& network, const Bound& refused,
                                                const ClaimTable& claims);

/// The claims of these bounds, each once, in their order.
[[nodiscard]] std::vector<ClaimIndex> claims_of(const std::vector<Bound>& bounds, const ClaimTable& claims);

/// What would fix a contradiction: `bound` of one of its statements, if its weight were `weight`.
struct Loosening {
    ClaimIndex claim = no_claim;
    Bound bound;
    Ticks weight = 0;  ///< the least with which all statements can be true, but those refused elsewhere

    [[nodiscard]] Ticks amount() const { return weight - bound.weight; }
};

/// Which of the statements of a contradiction, loosened how much, would fix it: `cycle` as from smallest_cycle, for a
/// bound that `network` refuses. The refused statement always can; the others can where all else agrees. In the order
/// of `cycle`. Costs a few searches of the network for each statement; only the first twelve are looked at.
[[nodiscard]] std::vector<Loosening> loosenings(const TemporalNetwork& network, const Model& model,
                                                const ClaimTable& claims, const std::vector<Bound>& cycle);

/// Its one or two bounds, under the number of the constraint.
[[nodiscard]] std::vector<Bound> bounds_of(const Constraint& constraint, std::size_t number);

}  // namespace fabula::timing

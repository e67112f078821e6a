#pragma once

#include "solve/arcs/diagram.hpp"

namespace fabula::arcs {

/// An order of the nodes, and whether there is certainly no cheaper one.
struct Arrangement {
    Order order;
    Cost cost;
    bool optimal = false;
};

/// The order with the fewest crossings, and of those with the shortest arcs: the best there is where no connected part
/// has more than most_exact_nodes nodes, otherwise the best of several
/// runs of sifting, bounded by work and not by the clock, so that the answer is the same on every machine. Connected
/// parts stand side by side, those with most nodes first. The same diagram gives the same order; a diagram of 300 nodes
/// and 2,000 arcs takes well under a second.
[[nodiscard]] Arrangement arrange(const Diagram& diagram);

}  // namespace fabula::arcs

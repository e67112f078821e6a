#pragma once

#include <cstdint>

#include "solve/arcs/diagram.hpp"

namespace fabula::arcs {

/// So many nodes are ordered exactly.
inline constexpr std::size_t most_exact_nodes = 12;

/// Makes `order` a cheapest one, where it is not: first fewest crossings, then shortest arcs. Precondition: at most
/// most_exact_nodes nodes. The better the order given, the sooner done.
void make_optimal(const Diagram& diagram, Order& order);

}  // namespace fabula::arcs

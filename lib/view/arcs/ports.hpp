#pragma once

#include "view/arcs/plan.hpp"

namespace fabula::arc_diagram {

/// How many arcs end at every node, by side.
[[nodiscard]] std::vector<std::size_t> count_ports(const Graph& graph, std::size_t side);

/// Gives every arc a place of its own at both its nodes, about their centres, so that arcs that leave from one node do
/// not cross: those to the left stand before those to the right, and of both the shorter on the outside. Fills in
/// Plan::ports and the ends of Plan::shapes.
void give_ports(Plan& plan, const Graph& graph);

}  // namespace fabula::arc_diagram

#pragma once

#include "view/arcs/plan.hpp"

namespace fabula::arc_diagram {

/// How many arcs end at every node, by side.
[[nodiscard]] std::vector<std::size_t> count_ports(const Graph& graph, std::size_t side);

/// Gives every arc a place of its own at both its nodes, about their centres, so that arcs that leave from one node do
/// not cross: those to the left stand before those to the right, and of both the shorter on the outside. Fills in
/// Plan::ports and the ends of Plan::shapes.
void give_ports(Plan& plan, const Graph& graph);

/// Gives all arcs their ports and one shape, half circles or flatter ones that reach no further in all, on both sides
/// together, than `most_depth`. Fills in Plan::shapes, depth and aspect.
void shape_arcs(Plan& plan, const Graph& graph, double most_depth);

}  // namespace fabula::arc_diagram

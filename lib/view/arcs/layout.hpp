#pragma once

#include "view/arcs/plan.hpp"

namespace fabula::arc_diagram {

/// Lays the graph out in the room that there is; where the room grows, as large as good. Whether it fits is for the
/// caller to see.
[[nodiscard]] Plan lay_out(const Graph& graph, const Options& options, const Page& room, const Context& context);

}  // namespace fabula::arc_diagram

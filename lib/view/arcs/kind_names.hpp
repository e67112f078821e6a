#pragma once

#include "view/arcs/plan.hpp"

namespace fabula::arc_diagram {

/// Sets the name of its kind into the highest place of every arc where it touches no other arc and no other name, and
/// does not leave the room. Long arcs come first. In a picture of very many arcs there is none.
void name_kinds(Plan& plan, const Graph& graph, const Page& room, const Context& context);

}  // namespace fabula::arc_diagram

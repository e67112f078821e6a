#pragma once

#include "view/arcs/graph.hpp"

namespace fabula::arc_diagram {

/// All pairs of characters in a relationship; where it is between more than a few, each with the next.
[[nodiscard]] Graph relationships_of(const Context& context);

/// All pairs of characters that share scenes.
[[nodiscard]] Graph meetings_of(const Context& context);

/// All pairs of events joined by a link, or by what one reveals.
[[nodiscard]] Graph links_of(const Context& context);

}  // namespace fabula::arc_diagram

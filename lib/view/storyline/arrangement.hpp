#pragma once

#include "solve/storyline/ordering.hpp"
#include "view/storyline/model.hpp"

namespace fabula::storylines {

/// From the order of the lines in each step to containers and height nodes: a scene's lines hang rigidly on one node
/// for as long as they stay the same in the same order; every other line has a node of its own in each step. Cost: the
/// size of the steps. `begun` are the events that stood in a container before, by event; the row's are added.
[[nodiscard]] Arrangement arrange(const Row& row, std::vector<bool>& begun, const Measures& measures);

}  // namespace fabula::storylines

#pragma once

#include "solve/storyline/instance.hpp"

namespace fabula::storyline {

/// Moves the sets and slots of layer t, one at a time, to the best place among their siblings, for both neighbouring
/// layers at once, while that saves crossings (sifting: Matuszewski, Schönfeld and Molitor 1999).
/// Returns the crossings saved. O(n^2) for n slots.
std::int64_t sift(const Instance& instance, Arrangement& arrangement, std::size_t t);

}  // namespace fabula::storyline

#pragma once

#include <cstdint>

#include "solve/arcs/diagram.hpp"

namespace fabula::arcs {

/// Moves every node in turn to the place that makes the order cheapest, until a round brings nothing or `work` (about
/// that many comparisons) is spent, of which what is used is taken off. Whether arcs cross on a line is whether chords
/// cross in a circle, so this is circular sifting (Baur and Brandes 2004), with the length of the arcs as tie-break.
/// One round is O(n m). The cost never rises.
void sift(const Diagram& diagram, Order& order, std::int64_t& work);

}  // namespace fabula::arcs

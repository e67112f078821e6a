#pragma once

#include "solve/storyline/instance.hpp"

namespace fabula::storyline {

/// Which neighbours a layer is arranged after.
enum class Side { before, after, both };

/// Arranges layer t by barycentres (Sugiyama, Tagawa and Toda 1981): each set by the mean place of its lines in the
/// neighbouring layers, outer sets first. Whoever has no neighbours stays beside whom it stood below.
/// O(n log n) for n slots.
void arrange_by_barycentre(const Instance& instance, Arrangement& arrangement, std::size_t t, Side side);

/// Barycentre sweeps forth and back; leaves the best arrangement met.
void sweep(const Instance& instance, Arrangement& arrangement, std::size_t sweeps);

}  // namespace fabula::storyline

#pragma once

#include <random>

#include "solve/storyline/instance.hpp"

namespace fabula::storyline {

/// Shuffles the layers from..until, keeping sets together, and arranges them again after what stands on one side of
/// them. The same dice, the same shuffle, on every machine.
void shake(const Instance& instance, Arrangement& arrangement, std::size_t from, std::size_t until,
           std::mt19937_64& dice);

}  // namespace fabula::storyline

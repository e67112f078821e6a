#pragma once

#include <cstdint>
#include <vector>

#include "solve/storyline/instance.hpp"

namespace fabula::storyline {

/// The arrangement with the fewest crossings that can be put together from layers of those in `pool`, each as it is or
/// upside down: a shortest path through the layers. No worse than the best in the pool, which is not empty.
/// O(layers * pool^2 * n log n).
[[nodiscard]] Arrangement splice(const Instance& instance, const std::vector<Arrangement>& pool);

/// Steps of work that it costs.
[[nodiscard]] std::int64_t work_of_splicing(const Instance& instance, std::size_t pool);

}  // namespace fabula::storyline

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fabula::storyline {

/// The pairs of `values` that stand in the wrong order, each counted as often as the product of the two weights.
/// `values` are distinct. By merge sort (Barth, Mutzel and Jünger 2004, "Simple and efficient bilayer cross
/// counting"): O(n log n).
[[nodiscard]] std::int64_t count_inversions(const std::vector<std::size_t>& values,
                                            const std::vector<std::int64_t>& weights);

}  // namespace fabula::storyline

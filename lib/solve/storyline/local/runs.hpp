#pragma once

#include <vector>

#include "solve/storyline/instance.hpp"

namespace fabula::storyline {

/// A child of a node in an order: it takes the places from..until.
struct Run {
    std::size_t child = 0;  ///< as child_holding says it
    std::size_t from = 0;
    std::size_t until = 0;
};

/// The children of `node`, which takes the places from..until of `order`, from top to bottom. O(places * depth).
[[nodiscard]] inline std::vector<Run> runs_of(const Layer& layer, const std::vector<std::size_t>& order,
                                              std::size_t node, std::size_t from, std::size_t until) {
    std::vector<Run> runs;
    for (std::size_t i = from; i < until; ++i) {
        const std::size_t child = child_holding(layer, node, order[i]);
        if (runs.empty() || runs.back().child != child) runs.push_back({child, i, i});
        runs.back().until = i + 1;
    }
    return runs;
}

}  // namespace fabula::storyline

#pragma once

#include <set>

#include "view/storyline/captions.hpp"
#include "view/storyline/model.hpp"

namespace fabula::storylines {

/// What the axis asks of the distances along x, points.
struct Rhythm {
    std::vector<double> transitions;  ///< by step: the least stretch before it in which lines bend
    std::vector<double> pitches;      ///< by step: the least distance from the start of the one before
};

/// Spreads the steps along x, from left to right, and finds places for the labels between the lines: titles over or
/// under their containers, names before the start and behind the end of their lines. A label reaches into other steps
/// as far as no line crosses its way; where it cannot, and where two would cover each other, the steps move apart.
/// `holds` are kept. Cost: O(steps * lines * labels that pass through one step).
[[nodiscard]] ColumnPlacement place_columns(const Row& row, const Captions& captions, const Rhythm& rhythm,
                                            const std::set<LabelExclusion>& exclusions, const Measures& measures,
                                            const Context& context);

}  // namespace fabula::storylines

#pragma once

#include "solve/storyline/heights.hpp"
#include "view/storyline/model.hpp"

namespace fabula::storylines {

/// A distance to be kept, and for whom.
struct SeparationConstraint {
    storyline::Separation separation;
    std::optional<std::size_t> label;  ///< of ColumnPlacement::labels; none: of the lines themselves
    std::size_t step = 0;
};

/// The nodes that the heights of a row need besides those of its arrangement.
struct RowNodes {
    std::size_t interludes = 0;
    std::size_t top = 0;
    std::size_t bottom = 0;
    std::size_t count = 0;

    explicit RowNodes(const Arrangement& arrangement)
        : interludes(arrangement.nodes),
          top(arrangement.nodes + 1),
          bottom(arrangement.nodes + 2),
          count(arrangement.nodes + 3) {}
};

/// The distances that lines, containers and labels of a row have to keep, step by step and from top to bottom.
[[nodiscard]] std::vector<SeparationConstraint> claims_of(const Row& row, const Measures& measures);

/// Labels that leave too little height for what stands between them: where each has to end, so that the claims without
/// what it claims there can all be met. `claims` loses these.
[[nodiscard]] std::vector<LabelExclusion> resolve(std::vector<SeparationConstraint>& constraints, const Row& row);

}  // namespace fabula::storylines

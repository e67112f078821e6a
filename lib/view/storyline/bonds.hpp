#pragma once

#include "view/storyline/plan.hpp"

namespace fabula::storylines {

/// A stretch of a row in which two who are related run next to each other, with nothing between them.
struct Bond {
    std::size_t relationship = 0;
    std::size_t first = 0;  ///< of the row's steps
    std::size_t last = 0;
    std::vector<double> heights;  ///< by step: halfway between the two, points from the top of the picture
};

/// Cost: O(steps) for each pair that is related.
[[nodiscard]] std::vector<Bond> bonds_of(const Row& row, const Plan& plan, const Context& context);

/// One who is spoken of in a scene and is there meanwhile.
struct Mention {
    std::size_t step = 0;  ///< of the row: the scene's first
    Line line = 0;
    Place place;
};

[[nodiscard]] std::vector<Mention> mentions_of(const Row& row, const Story& story);

}  // namespace fabula::storylines

#pragma once

#include "view/storyline/steps.hpp"

namespace fabula::storylines {

/// The steps as a problem for the ordering: a set for each scene of several lines and for each band. Lines are numbered
/// as Story::characters. Cost: the size of the steps.
[[nodiscard]] storyline::Problem make_problem(const std::vector<StoryStep>& steps, const Story& story, Bands bands);

}  // namespace fabula::storylines

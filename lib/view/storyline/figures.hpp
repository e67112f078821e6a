#pragma once

#include <string>
#include <vector>

#include "storyline/ordering.hpp"
#include "view/storyline/steps.hpp"

namespace fabula::storylines {

/// The layout as JSON, a line for each step; the manual of the views says what each member is.
[[nodiscard]] std::string figures(const Story& story, const std::vector<StoryStep>& steps,
                                  const storyline::Ordering& ordering);

}  // namespace fabula::storylines

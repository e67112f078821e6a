#pragma once

#include "view/storyline/plan.hpp"

namespace fabula::storylines {

/// Names for the long lines of a finished row, so that nobody has to follow one back to where it begins: each in a gap
/// of its own line, where nothing else is near and, if the theme does not say otherwise, where the line is level. Where
/// there is no such place a line has none. Sorted by line, then from left to right. Cost: O(steps) for each name.
[[nodiscard]] std::vector<NameAlong> names_along(const Row& row, const Plan& plan, const Context& context);

}  // namespace fabula::storylines

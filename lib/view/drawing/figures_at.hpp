#pragma once

#include <vector>

#include "view/drawing/ticks.hpp"

namespace fabula::drawing {

/// What an axis that is not true to time says at given moments, which are in order: the year of each, its month, its
/// day, its time of day, each where it changes; one list for each of these, the weightiest first. Only days and times
/// of day that the story knows of an event that begins then.
[[nodiscard]] std::vector<std::vector<Tick>> figures_at(const Context& context, const std::vector<double>& times);

}  // namespace fabula::drawing

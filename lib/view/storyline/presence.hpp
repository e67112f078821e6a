#pragma once

#include "view/storyline/steps.hpp"

namespace fabula::storylines {

/// Fills in who is there in each step: by the setting `presence`, without those who are away. Who takes part in a scene
/// always is. Cost: the size of what is filled in, and O(characters * log steps).
void find_present(std::vector<StoryStep>& steps, const Story& story, const Timetable& timetable,
                  const Options& options);

}  // namespace fabula::storylines

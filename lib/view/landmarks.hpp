#pragma once

#include <vector>

#include "fabula/scene.hpp"
#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

namespace fabula {

/// What a picture of `story`, drawn by any view, tells those who do not see it: the title, the sections in the order of
/// the file, each with its events in order of time, then the relationships that the picture names, and the legend. An
/// event that the picture leaves out is told all the same. Costs about as much as solving the story, for the ages.
[[nodiscard]] std::vector<Landmark> landmarks_of(const Story& story, const Timetable& timetable, const Group& root);

}  // namespace fabula

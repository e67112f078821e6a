#pragma once

#include <vector>

#include "fabula/story.hpp"

namespace fabula::checking {

/// Events whose frames lead round in a circle: each list leads from an event to its frame and so on, the last to the
/// first.
[[nodiscard]] std::vector<std::vector<EventIndex>> circles_of_frames(const Story& story);

}  // namespace fabula::checking

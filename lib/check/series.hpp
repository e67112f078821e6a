#pragma once

#include <string>
#include <vector>

#include "fabula/story.hpp"

namespace fabula::checking {

/// The events that are milestones of one kind and one character, by their numbers.
using Series = std::vector<EventIndex>;

/// All series of the story, by kind and character; of real events alone.
[[nodiscard]] std::vector<Series> series_of(const Story& story);

/// "donation 2".
[[nodiscard]] std::string name_of(const Milestone& milestone, const Story& story);

}  // namespace fabula::checking

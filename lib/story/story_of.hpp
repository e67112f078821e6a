#pragma once

#include "fabula/story.hpp"

namespace fabula {

/// The story that says `content`. Precondition: every index in it leads to something, and it tells at least one event
/// where it has any.
[[nodiscard]] Story story_of(StoryContent content);

}  // namespace fabula

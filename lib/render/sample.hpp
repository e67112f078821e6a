#pragma once

#include <string>

#include "fabula/story.hpp"

namespace fabula {

/// The distinct characters of all text of a story that a view may set, in order: what decides which fallback fonts are
/// loaded. Linear in the size of the story.
[[nodiscard]] std::string sample_of(const Story& story);

}  // namespace fabula

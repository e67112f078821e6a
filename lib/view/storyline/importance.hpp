#pragma once

#include <vector>

#include "fabula/story.hpp"

namespace fabula::storylines {

/// How much a line matters, by how often its character takes part.
enum class Importance { main, supporting, minor };

/// By character. Cost: O(n) in those who take part.
[[nodiscard]] std::vector<Importance> importance_of_lines(const Story& story);

}  // namespace fabula::storylines

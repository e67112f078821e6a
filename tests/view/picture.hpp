#pragma once

#include <string>
#include <vector>

#include "fabula/scene.hpp"

/// What a reader would object to in a picture, found from the Scene alone.
namespace fabula::testing {

/// Texts that cover each other, leave the page, or have a line drawn through them; one line for each.
[[nodiscard]] std::vector<std::string> faults(const Scene& scene);

/// The size of the smallest type set.
[[nodiscard]] double smallest_type(const Scene& scene);

/// All groups whose classes contain `word`.
[[nodiscard]] std::vector<const Group*> groups(const Scene& scene, std::string_view word);

}  // namespace fabula::testing

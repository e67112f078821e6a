#pragma once

#include "view/storyline/steps.hpp"

namespace fabula::storylines {

/// The sets of lines that have to stand together in each step besides scenes, nested in each other and with these: by
/// the place where each character is or was last seen, and the places round it; by group; or by family, which is who
/// is joined by relationships of kin. A scene of several bands stands in the innermost that holds them all, or in none.
/// Cost: the size of the steps times the depth of places.
[[nodiscard]] std::vector<std::vector<Lines>> band_sets(const std::vector<StoryStep>& steps, const Story& story,
                                                        Bands bands);

/// Whether a kind of relationship is one of kin: "siblings", "marriage".
[[nodiscard]] bool is_kinship(std::string_view kind);

}  // namespace fabula::storylines

#pragma once

#include "storyline/ordering.hpp"
#include "view/storyline/captions.hpp"
#include "view/storyline/model.hpp"

namespace fabula::storylines {

/// Everything decided about a picture but its place on the page.
struct Plan {
    Options options;
    Typography type;
    Measures measures;
    Plot plot;
    storyline::Ordering ordering;
    std::vector<Importance> importance;  ///< by character
    std::vector<Colour> colours;         ///< by character
    std::vector<Row> rows;
};

}  // namespace fabula::storylines

#pragma once

#include "solve/storyline/ordering.hpp"
#include "view/storyline/importance.hpp"
#include "view/storyline/model.hpp"

namespace fabula::storylines {

/// Everything decided about a picture but its place on the page.
struct Plan {
    Options options;
    Typography type;
    Measures measures;
    Plot plot;
    std::size_t from = 0;   ///< of the plot's steps: the first on the page
    std::size_t until = 0;  ///< and the one after the last
    storyline::Ordering ordering;
    std::vector<Importance> importance;  ///< by character
    std::vector<Colour> colours;         ///< by character
    std::vector<bool> titled;            ///< by event: whether its title is shown
    std::vector<Row> rows;
    double row_distance = 24;  ///< points
    std::size_t left_out = 0;  ///< titles that did not fit
    bool cramped = false;      ///< a page that was only tried has no room: no rows are finished
};

}  // namespace fabula::storylines

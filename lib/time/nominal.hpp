#pragma once

#include <vector>

#include "time/model.hpp"
#include "time/network.hpp"

namespace fabula::timing {

/// By variable: where to draw it, and between what bounds it could have been drawn once soft statements were granted.
struct NominalTimes {
    std::vector<Ticks> earliest;
    std::vector<Ticks> times;
    std::vector<Ticks> latest;
};

/// One time for each moment to draw it at: it keeps all bounds of `network`, grants the preferences of soft statements
/// as nearly as can be, the weightier first, and spreads what is left free evenly between what is fixed. `network` is
/// used up.
[[nodiscard]] NominalTimes nominal_times(TemporalNetwork network, const Model& model);

/// What "soon" means in this story: a small part of the whole, at most a fortnight.
[[nodiscard]] Ticks soon_after(const std::vector<Ticks>& earliest, const std::vector<Ticks>& latest,
                               const Model& model);

/// Gives an axis of lengths its zero: the start of the event that is drawn first, or the midnight before it where days
/// are counted. Does nothing to other axes.
void count_from_first_event(const TemporalNetwork& network, Model& model);

}  // namespace fabula::timing

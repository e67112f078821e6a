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

/// The start of the event that is drawn first: where an axis of lengths has its zero.
[[nodiscard]] Variable first_event(const TemporalNetwork& network, const Model& model);

}  // namespace fabula::timing

#pragma once

#include "view/lifelines/plan.hpp"

namespace fabula::lifelines {

/// The figure of a relationship's arc: two bends from the lanes into a track, and out of it again.
struct ArcShape {
    double from = 0;  ///< along, of the line that comes from the lanes
    double until = 0;
    double across = 0;  ///< of the track
    double radius = 0;  ///< of the bends
};

[[nodiscard]] ArcShape arc_shape(const Plan& plan, const Arc& arc);

}  // namespace fabula::lifelines

#pragma once

#include "view/plot/plan.hpp"

namespace fabula::plots {

/// From where to where texts may stand along the axis.
struct TitleRoom {
    double left = 0;
    double right = 0;
};

/// Sets turning points with the names of their beats, then the beats that are missing, then other titles,
/// where the options ask for them, the most important first, where they touch neither the curve nor each other; counts
/// those that have no room.
void inscribe(Plan& plan, const TitleRoom& room, const Context& context);

}  // namespace fabula::plots

#pragma once

#include "view/curve/plan.hpp"

namespace fabula::curves {

/// Where text may stand.
struct Room {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
};

/// Sets the names of flashbacks and flash-forwards, and then the titles of events, each where nothing else stands:
/// those that reach furthest and the weightiest events first. The others are left out and counted. Cost: O(titles^2) in
/// the worst case.
void inscribe(Plan& plan, const Room& room, const Context& context);

}  // namespace fabula::curves

#pragma once

#include "view/storyline/plan.hpp"

namespace fabula::storylines {

/// Lays out rows that were cut: containers, captions, places along x, heights. Rows that are nearly as long as the
/// longest are stretched to its length, and all to `length` where it is longer, points.
void lay_out(Plan& plan, const Context& context, double length = 0);

/// Places along x alone, as if no line bent: enough to see how long a row becomes, at a small part of the cost.
void spread_roughly(Row& row, const Plan& plan, const Context& context);

}  // namespace fabula::storylines

#pragma once

#include "view/storyline/pace.hpp"

namespace fabula::storylines {

/// Lays out rows that were cut: containers, captions, places along x, heights. Those that are not much shorter than the
/// longest are stretched to its length.
void lay_out(Plan& plan, const Pace& pace, const Context& context);

/// Shares out what a row lacks to `length`, points, among the stretches between its steps.
void stretch(Row& row, double length, const Measures& measures);

/// Places along x alone, as if no line bent: enough to see how long a row becomes, at a small part of the cost.
void spread_roughly(Row& row, const Plan& plan, const Pace& pace, const Context& context);

}  // namespace fabula::storylines

#pragma once

#include "view/storyline/plan.hpp"

namespace fabula::storylines {

/// Lays out rows that were cut: containers, captions, places along x, heights. Rows that are nearly as long as the
/// longest are stretched to its length, and all to `length` where it is longer, points.
void lay_out(Plan& plan, const Context& context, double length = 0);

}  // namespace fabula::storylines

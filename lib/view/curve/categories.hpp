#pragma once

#include "view/curve/plan.hpp"

namespace fabula::curves {

/// Sets which kinds the curve tells apart, those with most events first, and which each event is of. Those for which
/// there is no pattern left stay plain. Cost: O(events * kinds).
void find_categories(Plan& plan, const Context& context);

}  // namespace fabula::curves

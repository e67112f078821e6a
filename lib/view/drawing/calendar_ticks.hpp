#pragma once

#include <vector>

#include "view/drawing/ticks.hpp"

namespace fabula::drawing {

/// The years, months, days, hours and minutes of a calendar that an axis over these times may show, the most important
/// first: round in its own count, and in that of its eras. Days with that of the week where `weekdays`.
[[nodiscard]] std::vector<Tick> calendar_ticks(const Context& context, double from, double until, bool weekdays);

}  // namespace fabula::drawing

#pragma once

#include <string>
#include <vector>

#include "view/drawing/context.hpp"

namespace fabula::drawing {

/// A figure on the axis.
struct Tick {
    double time = 0;
    std::string text;
    bool major = false;
};

/// The years, months, days or minutes that an axis over these times may show, the most important first. (Ages come from
/// age_figures: they stand only where the story tells them.) Days with that of the week where `weekdays`.
[[nodiscard]] std::vector<Tick> candidate_ticks(const Context& context, double from, double until,
                                                bool weekdays = false);

/// A time since the first event, on an axis that is so many days long: "hour 3", "day 5", "year 40".
[[nodiscard]] std::string elapsed_figure(const Context& context, double time, double range);

/// Puts ticks in order of time into that of importance: the first, then those after the longest times.
void sort_by_leap(std::vector<Tick>& ticks);

}  // namespace fabula::drawing

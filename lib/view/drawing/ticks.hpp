#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "view/drawing/context.hpp"
#include "view/drawing/figure_row.hpp"

namespace fabula::drawing {

/// A figure on the axis.
struct Tick {
    double time = 0;
    std::string text;
    bool major = false;
    double step = 0;  ///< of the series that it is of, as times of the axis; 0: it may stand alone
};

/// The years, months, days or minutes that an axis over these times may show, the most important first. (Ages come from
/// age_figures: they stand only where the story tells them.) Days with that of the week where `weekdays`.
[[nodiscard]] std::vector<Tick> candidate_ticks(const Context& context, double from, double until,
                                                bool weekdays = false);

/// Which of the ticks stand in a row, the weightiest first: those that find room in it, besides what stands there
/// already. A finer figure stands only where another is no more than its step away: 1863 where 1862 or 1864 does, not
/// alone between 1860 and 1870. `room` says where a tick would stand; nothing where it cannot. `before` stand in
/// the row by now.
using Room = std::optional<std::pair<double, double>>;
[[nodiscard]] std::vector<Tick> standing_ticks(std::vector<Tick> ticks, const FigureRow& row,
                                               const std::function<Room(const Tick&)>& room,
                                               const std::vector<Tick>& before = {});

/// A time since the first event, on an axis that is so many days long: "hour 3", "day 5", "year 40"; with the time of
/// day where that is known: "day 5, 09:00".
[[nodiscard]] std::string elapsed_figure(const Context& context, double time, double range, bool timed = false);

/// Puts ticks in order of time into that of importance: the first, then those after the longest times.
void sort_by_leap(std::vector<Tick>& ticks);

}  // namespace fabula::drawing

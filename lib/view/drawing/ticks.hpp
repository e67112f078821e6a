#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "view/drawing/context.hpp"

/// The figures along an axis.
namespace fabula::drawing {

/// The stretches of a row that figures have taken, so that the next keeps clear of them.
class FigureRow {
public:
    /// Takes a stretch if it is free; says whether it was.
    bool take(double from, double until) {
        const bool free =
            std::ranges::none_of(taken_, [&](const auto& taken) { return from < taken.second && taken.first < until; });
        if (free) taken_.emplace_back(from, until);
        return free;
    }

private:
    std::vector<std::pair<double, double>> taken_;
};

/// A figure on the axis.
struct Tick {
    double time = 0;
    std::string text;
    bool major = false;
    double step = 0;  ///< of the series it belongs to, in the unit of the axis; 0 if it may stand alone
};

/// The years, months, days or minutes that an axis over these times may show, the most important first. (Ages come from
/// age_figures, for they stand only where the story tells them.) `weekdays` adds the day of the week to days.
[[nodiscard]] std::vector<Tick> candidate_ticks(const Context& context, double from, double until,
                                                bool weekdays = false);

/// The ticks that find room in a row, major ones first. A finer figure stands only where another is no more than its
/// step away: 1863 beside 1862 or 1864, not alone between 1860 and 1870. `room` says where a tick would stand, or
/// nothing if it cannot; `before` are the ticks that the row has already.
using Room = std::optional<std::pair<double, double>>;
[[nodiscard]] std::vector<Tick> standing_ticks(std::vector<Tick> ticks, const FigureRow& row,
                                               const std::function<Room(const Tick&)>& room,
                                               const std::vector<Tick>& before = {});

/// A time since the first event on an axis of `range` days: "hour 3", "day 5", "year 40"; if `timed`, with the time of
/// day: "day 5, 09:00".
[[nodiscard]] std::string elapsed_figure(const Context& context, double time, double range, bool timed = false);

/// Sorts ticks, which are in order of time, by importance: the first, then those after the longest gaps.
void sort_by_leap(std::vector<Tick>& ticks);

/// What an axis that is not true to time says at given moments, in order of time: years, months, days and times of day,
/// each where it changes. There is one list for each of these, the most important first. Days and times of day are
/// given only where an event that begins then has them in the story.
[[nodiscard]] std::vector<std::vector<Tick>> figures_at(const Context& context, const std::vector<double>& times);

}  // namespace fabula::drawing

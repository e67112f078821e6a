// One pass: candidate_ticks.
#include "view/drawing/ticks.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <string_view>
#include <utility>

#include "source/number.hpp"
#include "view/drawing/calendar_ticks.hpp"
#include "view/drawing/round_steps.hpp"

namespace fabula::drawing {
namespace {

constexpr double hour = 1.0 / 24;
constexpr double few_days = 3;   ///< in so many, hours count
constexpr double few_years = 3;  ///< after so many, nobody counts days

/// Multiples of 1, 2, 5, 10 ... up to `most`: round on an axis that has room for its first days and its many years.
void add_multiples(std::vector<Tick>& ticks, const Context& context, std::string_view key, double unit, double from,
                   double until, double finest) {
    const bool major = key == "on-year";
    for (const RoundFigure& figure : by_importance(std::max(1.0, from / unit), until / unit, finest))
        ticks.push_back(
            {figure.value * unit, context.wording.phrase(key, context.wording.figure(figure.value)), major});
}

/// Where the events of a short story stand; nothing in a longer one.
std::vector<Tick> ticks_at_events(const Context& context, double from, double until) {
    constexpr std::size_t few = 20;
    std::vector<std::pair<double, bool>> times;  // and whether the time of day is known
    for (const EventTime& event : context.timetable.events) {
        const double time = event.start.nominal;
        const bool known = event.certainty != Certainty::ordered || event.rank == 0 || event.timed;
        if (known && time >= from && time <= until) times.emplace_back(time, event.timed);
    }
    std::vector<Tick> ticks;
    if (times.size() > few) return ticks;
    std::ranges::sort(times);
    std::string before;
    for (const auto& [time, timed] : times) {
        if (!ticks.empty() && ticks.back().time == time) continue;
        const std::string day = elapsed_figure(context, time, until - from);
        const bool same_day = timed && day == before;
        ticks.push_back(
            {time, same_day ? context.wording.clock(time) : elapsed_figure(context, time, until - from, timed), false});
        before = day;
    }
    sort_by_leap(ticks);
    return ticks;
}

/// Days since the first event, and hours or years of them where the axis is as short or as long.
void add_elapsed(std::vector<Tick>& ticks, const Context& context, double from, double until) {
    const double year = mean_year(context.timetable.calendar);
    const double days = until - from;
    const bool in_hours = days <= few_days;
    const std::string_view key = in_hours ? "on-hour" : "on-day";
    if (from <= 0 && until >= 0) ticks.push_back({0, context.wording.phrase(key, "0"), false});
    if (days >= few_years * year)
        add_multiples(ticks, context, "on-year", year, from, until, round_step(days / year, 150));
    if (in_hours) return add_multiples(ticks, context, key, hour, from, until, round_step(days / hour, 100));
    // Days of the first year: of later ones nobody counts them.
    const double last = std::min(until, year);
    for (double step = 1; step < last; step *= 10) {
        for (const double multiple : {1.0, 2.0, 5.0}) {
            const double day = step * multiple;
            if (day >= from && day <= last) ticks.push_back({day, context.wording.phrase(key, number(day, 0)), false});
        }
    }
    if (days < few_years * year) add_multiples(ticks, context, key, 1, from, until, round_step(days, 150));
}

}  // namespace

namespace {

/// A tick, and where it would stand.
struct Candidate {
    Tick tick;
    std::pair<double, double> at;
};

/// Those that a row has room for, in their order.
std::vector<Tick> with_room(const std::vector<Candidate>& candidates, FigureRow row) {
    std::vector<Tick> standing;
    for (const auto& [tick, at] : candidates)
        if (row.take(at.first, at.second)) standing.push_back(tick);
    return standing;
}

/// Whether one of the others is no more than a step away; steps of years and months are not all of one length.
bool has_neighbour(const Tick& tick, const std::vector<Tick>& others) {
    constexpr double tolerance = 1.05;
    return std::ranges::any_of(others, [&](const Tick& other) {
        return other.time != tick.time && std::abs(other.time - tick.time) <= tick.step * tolerance;
    });
}

}  // namespace

std::vector<Tick> standing_ticks(std::vector<Tick> ticks, const FigureRow& row,
                                 const std::function<Room(const Tick&)>& room, const std::vector<Tick>& before) {
    std::stable_partition(ticks.begin(), ticks.end(), [](const Tick& tick) { return tick.major; });
    std::vector<Candidate> candidates;
    for (Tick& tick : ticks)
        if (const Room at = room(tick)) candidates.push_back({std::move(tick), *at});
    while (true) {
        std::vector<Tick> standing = with_room(candidates, row);
        const auto alone = std::ranges::find_if(standing, [&](const Tick& tick) {
            return tick.step > 0 && !has_neighbour(tick, standing) && !has_neighbour(tick, before);
        });
        if (alone == standing.end()) return standing;
        // Without it another may have room that is not alone: 1820 and 1830 where 1810 kept 1820 out.
        std::erase_if(candidates, [&](const Candidate& candidate) { return candidate.tick.time == alone->time; });
    }
}

void sort_by_leap(std::vector<Tick>& ticks) {
    std::vector<std::pair<double, Tick>> leaps;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const double leap = i == 0 ? std::numeric_limits<double>::infinity() : ticks[i].time - ticks[i - 1].time;
        leaps.emplace_back(leap, ticks[i]);
    }
    std::ranges::stable_sort(leaps, std::ranges::greater{}, [](const auto& leap) { return leap.first; });
    std::ranges::transform(leaps, ticks.begin(), [](const auto& leap) { return leap.second; });
}

std::string elapsed_figure(const Context& context, double time, double range, bool timed) {
    const double year = mean_year(context.timetable.calendar);
    if (time >= few_years * year)
        return context.wording.phrase("on-year", context.wording.figure(std::round(time / year)));
    if (timed) {
        const std::string day = context.wording.phrase("on-day", context.wording.figure(std::floor(time + 1e-6)));
        return context.wording.with_clock(day, context.wording.clock(time));
    }
    if (range <= few_days) return context.wording.phrase("on-hour", number(std::floor(time / hour + 1e-6), 0));
    return context.wording.phrase("on-day", context.wording.figure(std::floor(time + 1e-6)));
}

std::vector<Tick> candidate_ticks(const Context& context, double from, double until, bool weekdays) {
    std::vector<Tick> ticks;
    switch (context.timetable.axis) {
        case TimeAxis::calendar:
            return calendar_ticks(context, from, until, weekdays);
        case TimeAxis::clock:
            for (const RoundFigure& figure : by_importance(from, until, round_step(until - from, 200)))
                ticks.push_back({figure.value, number(figure.value, 0), true, figure.step});
            break;
        case TimeAxis::elapsed:
            ticks = ticks_at_events(context, from, until);
            if (ticks.size() < 2) add_elapsed(ticks, context, from, until);
            break;
        case TimeAxis::age:
        case TimeAxis::order:
            break;
    }
    return ticks;
}

}  // namespace fabula::drawing

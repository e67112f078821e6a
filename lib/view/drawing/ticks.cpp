// One pass: candidate_ticks.
#include "view/drawing/ticks.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "source/number.hpp"

namespace fabula::drawing {
namespace {

constexpr std::size_t most_ticks = 4000;

/// 1, 2, 5, 10, 20, 50 ... : the least such step that gives no more than `most` figures over `range`.
double round_step(double range, double most) {
    double step = 1;
    for (int i = 0; range / step > most; ++i)
        step *= i % 3 == 1 ? 2.5 : 2;
    return step;
}

/// Multiples of ever smaller steps, each value once, coarse ones first.
std::vector<double> by_importance(double from, double until, double finest) {
    std::vector<double> values;
    for (double step = std::max(finest, round_step(until - from, 4)); step >= finest;
         step = step > finest ? std::max(finest, step / 5) : 0) {
        for (double v = std::ceil(from / step) * step; v <= until && values.size() < most_ticks; v += step) {
            if (std::find(values.begin(), values.end(), v) == values.end()) values.push_back(v);
        }
    }
    return values;
}

void add_years(std::vector<Tick>& ticks, const Context& context, double from, double until) {
    const Calendar& calendar = context.timetable.calendar;
    const auto first = static_cast<double>(year_of(calendar, from));
    const auto last = static_cast<double>(year_of(calendar, until));
    const double finest = round_step(last - first, 150);
    for (const double year : by_importance(first, last, finest)) {
        const auto day = static_cast<double>(day_number(calendar, {.year = static_cast<std::int64_t>(year)}));
        if (day >= from && day <= until) ticks.push_back({day, context.wording.year(day), true});
    }
    // The year in which it all begins is said even where its first day is off the page.
    if (ticks.empty() || year_of(calendar, from) != year_of(calendar, ticks.front().time)) {
        ticks.insert(ticks.begin(), {from, context.wording.year(from), true});
    }
}

void add_months(std::vector<Tick>& ticks, const Context& context, double from, double until) {
    constexpr double most_years = 30;
    const Calendar& calendar = context.timetable.calendar;
    if (until - from > most_years * mean_year(calendar)) return;
    const auto months = static_cast<int>(calendar.months.size());
    CalendarDay month = day_of(calendar, static_cast<std::int64_t>(std::floor(from)));
    for (month.day = 1; static_cast<double>(day_number(calendar, month)) <= until; ++month.month) {
        if (month.month > months) month = {.year = month.year + 1};
        if (month.month == 1 || days_in_month(calendar, month.year, month.month) == 0) continue;
        const auto day = static_cast<double>(day_number(calendar, month));
        if (day >= from && day <= until) ticks.push_back({day, context.wording.month(day), false});
    }
}

}  // namespace

std::vector<Tick> candidate_ticks(const Context& context, double from, double until) {
    std::vector<Tick> ticks;
    switch (context.timetable.axis) {
        case TimeAxis::calendar:
            add_years(ticks, context, from, until);
            add_months(ticks, context, std::max(from, context.timetable.from), until);
            break;
        case TimeAxis::clock:
            for (const double value : by_importance(from, until, round_step(until - from, 200))) {
                ticks.push_back({value, number(value, 0), true});
            }
            break;
        case TimeAxis::age:
        case TimeAxis::elapsed:
        case TimeAxis::order:
            break;
    }
    return ticks;
}

}  // namespace fabula::drawing

#include "time/scale.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace fabula::timing {

namespace {

constexpr double minutes_per_day = 1440;
constexpr double ticks_per_grain = 1024;
constexpr double grains_per_clock_unit = 1000;

/// Beyond this no time is told apart: some four hundred million years, twice as many as a story can state, or more of
/// any clock's units than anyone writes.
constexpr double furthest = 2.5e17;

/// How far the beginnings of the calendar's months are at most from where months of the mean length would begin, both
/// ways together, in days. Days between months, which are no months, are left to those before them.
double month_irregularity(const Calendar& calendar) {
    const double mean = mean_month(calendar);
    double most = 0;
    for (const bool leap : {false, true}) {
        double day = 0;
        double months = 0;
        double earliest = 0;
        double latest = 0;
        for (std::size_t i = 0; i < calendar.months.size(); ++i) {
            const bool longer = leap && calendar.leap && static_cast<std::size_t>(calendar.leap->month) == i + 1;
            const int days = calendar.months[i].days + (longer ? calendar.leap->days : 0);
            if (2 * days >= mean) months += 1;
            day += days;
            earliest = std::min(earliest, day - months * mean);
            latest = std::max(latest, day - months * mean);
        }
        most = std::max(most, latest - earliest);
    }
    return std::ceil(most);
}

std::optional<TimeUnit> unit_called(std::string_view clock) {
    if (!clock.empty() && clock.back() == 's') clock.remove_suffix(1);
    constexpr std::pair<std::string_view, TimeUnit> units[] = {{"minute", TimeUnit::minute}, {"hour", TimeUnit::hour},
                                                               {"day", TimeUnit::day},       {"week", TimeUnit::week},
                                                               {"month", TimeUnit::month},   {"year", TimeUnit::year}};
    for (const auto& [name, unit] : units) {
        if (clock == name) return unit;
    }
    return std::nullopt;
}

Ticks rounded(double ticks) {
    return std::llround(std::clamp(ticks, -furthest, furthest));
}

}  // namespace

Scale::Scale(TimeAxis axis, std::string_view clock, const Calendar& calendar)
    : axis_(axis),
      grain_(static_cast<Ticks>(ticks_per_grain)),
      days_in_week_(calendar.week.empty() ? 7 : static_cast<double>(calendar.week.size())),
      days_in_month_(mean_month(calendar)),
      days_in_year_(mean_year(calendar)),
      month_off_(month_irregularity(calendar)),
      year_off_(calendar.leap ? 2 * calendar.leap->days : 0) {
    if (axis != TimeAxis::clock) {
        ticks_per_minute_ = ticks_per_grain;
        ticks_per_unit_ = ticks_per_grain * minutes_per_day;
        return;
    }
    ticks_per_unit_ = ticks_per_grain * grains_per_clock_unit;
    if (const auto unit = unit_called(clock)) ticks_per_minute_ = ticks_per_unit_ / minutes_in(*unit);
}

double Scale::minutes_in(TimeUnit unit) const {
    switch (unit) {
        case TimeUnit::hour:
            return 60;
        case TimeUnit::day:
            return minutes_per_day;
        case TimeUnit::week:
            return days_in_week_ * minutes_per_day;
        case TimeUnit::month:
            return days_in_month_ * minutes_per_day;
        case TimeUnit::year:
            return days_in_year_ * minutes_per_day;
        case TimeUnit::second:
            return 1.0 / 60;
        case TimeUnit::minute:
        case TimeUnit::clock:
            return 1;
    }
    return 1;
}

std::optional<Ticks> Scale::ticks(double amount, TimeUnit unit) const {
    if (unit == TimeUnit::clock) return rounded(amount * ticks_per_unit_);
    if (!ticks_per_minute_) return std::nullopt;
    if (axis_ == TimeAxis::clock) return rounded(amount * minutes_in(unit) * *ticks_per_minute_);
    return rounded(std::round(amount * minutes_in(unit)) * *ticks_per_minute_);
}

Ticks Scale::irregularity(TimeUnit unit) const {
    if (axis_ != TimeAxis::calendar) return 0;
    const double days = unit == TimeUnit::year ? year_off_ : unit == TimeUnit::month ? month_off_ : 0;
    return rounded(days * minutes_per_day * ticks_per_grain);
}

double Scale::axis_value(Ticks time) const {
    if (time >= never / 2) return unbounded;
    if (time <= -never / 2) return -unbounded;
    const double grains = std::round(static_cast<double>(time) / ticks_per_grain);
    return grains / (ticks_per_unit_ / ticks_per_grain) + 0.0;
}

}  // namespace fabula::timing

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

double minutes_in(TimeUnit unit) {
    switch (unit) {
        case TimeUnit::hour:
            return 60;
        case TimeUnit::day:
            return minutes_per_day;
        case TimeUnit::week:
            return 7 * minutes_per_day;
        case TimeUnit::month:
            return days_per_year / 12 * minutes_per_day;
        case TimeUnit::year:
            return days_per_year * minutes_per_day;
        case TimeUnit::minute:
        case TimeUnit::clock:
            return 1;
    }
    return 1;
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

Scale::Scale(TimeAxis axis, std::string_view clock) : axis_(axis), grain_(static_cast<Ticks>(ticks_per_grain)) {
    if (axis != TimeAxis::clock) {
        ticks_per_minute_ = ticks_per_grain;
        ticks_per_unit_ = ticks_per_grain * minutes_per_day;
        return;
    }
    ticks_per_unit_ = ticks_per_grain * grains_per_clock_unit;
    if (const auto unit = unit_called(clock)) ticks_per_minute_ = ticks_per_unit_ / minutes_in(*unit);
}

std::optional<Ticks> Scale::ticks(double amount, TimeUnit unit) const {
    if (unit == TimeUnit::clock) return rounded(amount * ticks_per_unit_);
    if (!ticks_per_minute_) return std::nullopt;
    if (axis_ == TimeAxis::clock) return rounded(amount * minutes_in(unit) * *ticks_per_minute_);
    return rounded(std::round(amount * minutes_in(unit)) * *ticks_per_minute_);
}

Ticks Scale::irregularity(TimeUnit unit) const {
    if (axis_ != TimeAxis::calendar) return 0;
    const double days = unit == TimeUnit::year ? 2 : unit == TimeUnit::month ? 3 : 0;
    return rounded(days * minutes_per_day * ticks_per_grain);
}

double Scale::axis_value(Ticks time) const {
    if (time >= never / 2) return unbounded;
    if (time <= -never / 2) return -unbounded;
    const double grains = std::round(static_cast<double>(time) / ticks_per_grain);
    return grains / (ticks_per_unit_ / ticks_per_grain) + 0.0;
}

}  // namespace fabula::timing

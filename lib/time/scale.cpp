#include "time/scale.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "source/floor_divided.hpp"
#include "story/calendar_sum.hpp"

namespace fabula::timing {

namespace {

constexpr double standard_day = 86400;
constexpr Ticks ticks_per_second = 1024;
constexpr Ticks ticks_per_minute_of_deep_time = 16;
constexpr double clock_grains = 1000;  // in a unit of a clock

/// Beyond this no time is told apart: twice as far as a story can state, or more of any clock's units than anyone
/// writes.
constexpr double furthest = 2.5e17;

std::optional<TimeUnit> unit_called(std::string_view clock) {
    if (!clock.empty() && clock.back() == 's') clock.remove_suffix(1);
    constexpr std::pair<std::string_view, TimeUnit> units[] = {
        {"second", TimeUnit::second}, {"minute", TimeUnit::minute}, {"hour", TimeUnit::hour}, {"day", TimeUnit::day},
        {"week", TimeUnit::week},     {"month", TimeUnit::month},   {"year", TimeUnit::year}};
    for (const auto& [name, unit] : units) {
        if (clock == name) return unit;
    }
    return std::nullopt;
}

Ticks rounded(double ticks) {
    return std::llround(std::clamp(ticks, -furthest, furthest));
}

}  // namespace

Scale::Scale(TimeAxis axis, std::string_view clock, const Calendar& calendar, Reach reach)
    : axis_(axis),
      minutes_in_hour_(calendar.minutes_in_hour),
      hours_in_day_(calendar.hours_in_day),
      days_in_week_(calendar.week.empty() ? 7 : static_cast<double>(calendar.week.size())),
      days_in_month_(mean_month(calendar)),
      days_in_year_(mean_year(calendar)) {
    if (axis == TimeAxis::clock) {
        count_clock(clock);
        return;
    }
    const bool deep = reach == Reach::deep_time;
    seconds_per_tick_ = deep ? Ratio{ticks_per_minute_of_deep_time, 60} : Ratio{ticks_per_second, 1};
    grain_ = deep ? ticks_per_minute_of_deep_time : ticks_per_second;
    ticks_per_unit_ = seconds_in(TimeUnit::day) * static_cast<double>(seconds_per_tick_->ticks) /
                      static_cast<double>(seconds_per_tick_->seconds);
    const bool own_days = seconds_in(TimeUnit::day) != standard_day;
    if (own_days && axis == TimeAxis::calendar) zero_ = from_seconds(60 * minutes_at(calendar, 0));
    const auto margin = [](std::int64_t days) { return static_cast<double>(days); };
    const bool elapsed = axis == TimeAxis::elapsed;  // of some months and years, which are 28 to 31 and 365 or 366 days
    month_off_ = elapsed ? 3 : margin(most_days_off_in_months(calendar));
    year_off_ = elapsed ? 2 : margin(most_days_off_in_years(calendar));
}

/// A clock of minutes is told apart by its thousandths, one of hours or more by the second.
void Scale::count_clock(std::string_view clock) {
    constexpr Ticks ticks_per_unit = 1024 * 1000;
    const auto unit = unit_called(clock);
    const bool fine = !unit || *unit == TimeUnit::second || *unit == TimeUnit::minute;
    const std::int64_t seconds = unit ? std::llround(seconds_in(*unit)) : 1;
    ticks_per_unit_ = static_cast<double>(fine ? ticks_per_unit : ticks_per_second * seconds);
    grain_ = fine ? static_cast<Ticks>(ticks_per_unit / clock_grains) : ticks_per_second;
    if (!unit) return;
    seconds_per_tick_ = fine ? Ratio{ticks_per_unit, seconds} : Ratio{ticks_per_second, 1};
    counts_days_ = *unit == TimeUnit::day || *unit == TimeUnit::week;
}

double Scale::seconds_in(TimeUnit unit) const {
    const double hour = 60 * minutes_in_hour_;
    const double day = hours_in_day_ * hour;
    switch (unit) {
        case TimeUnit::hour:
            return hour;
        case TimeUnit::day:
            return day;
        case TimeUnit::week:
            return days_in_week_ * day;
        case TimeUnit::month:
            return days_in_month_ * day;
        case TimeUnit::year:
            return days_in_year_ * day;
        case TimeUnit::minute:
            return 60;
        case TimeUnit::second:
        case TimeUnit::clock:
            return 1;
    }
    return 1;
}

std::optional<Ticks> Scale::ticks(double amount, TimeUnit unit) const {
    if (unit == TimeUnit::clock) return rounded(amount * ticks_per_unit_);
    if (!seconds_per_tick_) return std::nullopt;
    const double seconds = axis_ == TimeAxis::clock ? amount * seconds_in(unit) : std::round(amount * seconds_in(unit));
    return rounded(seconds * static_cast<double>(seconds_per_tick_->ticks) /
                   static_cast<double>(seconds_per_tick_->seconds));
}

Ticks Scale::from_seconds(std::int64_t seconds) const {
    const auto [ticks, each] = *seconds_per_tick_;
    return floor_divided(seconds, each) * ticks +
           floor_divided((seconds - floor_divided(seconds, each) * each) * ticks, each);
}

std::int64_t Scale::to_seconds(Ticks time) const {
    const auto [ticks, each] = *seconds_per_tick_;
    const std::int64_t whole = floor_divided(time, ticks);
    return whole * each + floor_divided((time - whole * ticks) * each, ticks);
}

Ticks Scale::irregularity(TimeUnit unit) const {
    if (axis_ != TimeAxis::calendar && axis_ != TimeAxis::elapsed) return 0;
    const double days = unit == TimeUnit::year ? year_off_ : unit == TimeUnit::month ? month_off_ : 0;
    return ticks(days, TimeUnit::day).value_or(0);
}

double Scale::axis_length(Ticks length) const {
    if (length >= never / 2) return unbounded;
    if (length <= -never / 2) return -unbounded;
    const auto grain = static_cast<double>(grain_);
    return std::round(static_cast<double>(length) / grain) / (ticks_per_unit_ / grain) + 0.0;
}

double Scale::axis_value(Ticks time) const {
    return time >= never / 2 || time <= -never / 2 ? axis_length(time) : axis_length(time - zero_);
}

}  // namespace fabula::timing

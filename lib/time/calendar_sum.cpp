// CalendarSum: moments that follow from others by the calendar.
#include "story/calendar_sum.hpp"

#include <algorithm>
#include <cmath>

#include "time/calendar.hpp"
#include "time/calendar_rule.hpp"

namespace fabula::timing {

namespace {

/// Which of the results is meant where several days come to the same one: 31 January and 30 January are both a month
/// before the last of February.
enum class Side { earliest, latest };

/// Goes from times to days of one calendar on the clocks of a zone, and back.
class DayCount {
public:
    DayCount(const CalendarSum& sum, const Scale& scale)
        : calendar_(*sum.calendar),
          zone_(sum.zone),
          scale_(scale),
          small_hours_(end_of_night(60 * minutes_in_day(calendar_))),
          late_(sum.night ? small_hours_ : 0) {}

    [[nodiscard]] std::int64_t day(Ticks at) const { return shown(at).day; }

    /// How much of the day has passed.
    [[nodiscard]] Ticks since_midnight(Ticks at) const {
        const std::int64_t seconds = scale_.to_seconds(at);
        return scale_.from_seconds(shown(at).second) + (at - scale_.from_seconds(seconds));
    }

    /// The same, but that the small hours are of the day before: who is up at two in the morning has not yet slept.
    [[nodiscard]] std::int64_t waking_day(Ticks at) const {
        return late_ > 0 ? day(at) : day(at - scale_.from_seconds(small_hours_));
    }

    [[nodiscard]] Ticks start(std::int64_t day) const {
        return scale_.from_seconds(zone_.utc(60 * minutes_at(calendar_, day) + late_));
    }

    [[nodiscard]] Ticks end(std::int64_t day) const { return start(day + 1) - scale_.grain(); }

    /// When the clock shows so much after midnight on a day, be it one of 23 or 25 hours.
    [[nodiscard]] Ticks at(std::int64_t day, Ticks since_midnight) const {
        const std::int64_t seconds = scale_.to_seconds(since_midnight);
        const std::int64_t local = 60 * minutes_at(calendar_, day) + late_ + seconds;
        return scale_.from_seconds(zone_.utc(local)) + (since_midnight - scale_.from_seconds(seconds));
    }

private:
    [[nodiscard]] ShownTime shown(Ticks at) const { return shown_at(scale_.to_seconds(at), calendar_, zone_, late_); }

    const Calendar& calendar_;
    const Zone& zone_;
    const Scale& scale_;
    std::int64_t small_hours_;
    std::int64_t late_;
};

std::int64_t shifted_day(const Calendar& calendar, std::int64_t day, std::int64_t years, std::int64_t months) {
    if (years == 0) return add_months(calendar, day, months);
    if (months == 0) return add_years(calendar, day, years);
    // With twelve months a year, all are added at once: a year and a half after 29 February is 29 August.
    constexpr std::size_t months_of_a_year = 12;
    if (calendar.system == CalendarSystem::table && calendar.months.size() == months_of_a_year)
        return add_months(calendar, day, static_cast<std::int64_t>(months_of_a_year) * years + months);
    return add_months(calendar, add_years(calendar, day, years), months);
}

/// In a Hebrew leap year the two months of Adar come to one in a common year: so a later day can come out earlier. Of a
/// day of the first the first day of the second, of a day of the second the last of the first, from which it can.
std::int64_t twin_in_adar(const Calendar& calendar, std::int64_t day, Side side) {
    constexpr int first_adar = 6;
    const CalendarDay date = day_of(calendar, day);
    if (side == Side::earliest && date.month == first_adar) return day_number(calendar, {date.year, first_adar + 1, 1});
    const bool leap = days_in_month(calendar, date.year, first_adar) > 0;
    if (side == Side::latest && leap && date.month == first_adar + 1)
        return day_number(calendar, {date.year, first_adar + 1, 1}) - 1;
    return day;
}

/// A whole number of years, months and days.
struct WholeLength {
    std::int64_t years = 0;
    std::int64_t months = 0;
    std::int64_t days = 0;
};

/// That long after `at`. Where several days come to one, they come to all of it, so that
/// what is later is never reached earlier.
Ticks whole_sum(const CalendarSum& sum, const Scale& scale, Ticks at, const WholeLength& length, Side side) {
    if (length.years == 0 && length.months == 0 && length.days == 0) return at;
    const DayCount days(sum, scale);
    const std::int64_t from = days.day(at);
    const auto shifted = [&](std::int64_t day) {
        return shifted_day(*sum.calendar, day, length.years, length.months) + length.days;
    };
    const std::int64_t to = shifted(from);
    if (sum.calendar->system == CalendarSystem::hebrew) {
        const std::int64_t twin = shifted(twin_in_adar(*sum.calendar, from, side));
        if (side == Side::earliest && twin < to) return days.start(twin);
        if (side == Side::latest && twin > to) return days.end(twin);
    }
    if (side == Side::earliest && shifted(from + 1) == to) return days.start(to);
    if (side == Side::latest && shifted(from - 1) == to) return days.end(to);
    return days.at(to, days.since_midnight(at));
}

/// Fractions of a year or month count as that share of the next one.
Ticks sum_of(const CalendarSum& sum, const Scale& scale, Ticks at, const CalendarLength& length, Side side) {
    const auto years = static_cast<std::int64_t>(std::floor(length.years));
    const auto months = static_cast<std::int64_t>(std::floor(length.months));
    const double part_of_year = length.years - static_cast<double>(years);
    const double part_of_month = length.months - static_cast<double>(months);
    const Ticks whole = whole_sum(sum, scale, at, {years, months, length.days}, side);
    const auto share = [&](double part, std::int64_t more_years, std::int64_t more_months) {
        if (part <= 0) return Ticks{0};
        const Ticks next = whole_sum(sum, scale, at, {years + more_years, months + more_months, length.days}, side);
        return static_cast<Ticks>(std::floor(part * static_cast<double>(next - whole)));
    };
    return whole + share(part_of_year, 1, 0) + share(part_of_month, 0, 1) + length.rest;
}

/// The first day after `day`, or before it, with this place in the week.
std::int64_t day_of_the_week(const CalendarSum& sum, std::int64_t day) {
    const int step = sum.days < 0 ? -1 : 1;
    for (std::size_t i = 0; i < sum.calendar->week.size(); ++i) {
        day += step;
        if (weekday(*sum.calendar, day) == sum.weekday) break;
    }
    return day;
}

/// Where a search for `from` begins: the time from which `to` follows as if all years and months were of one length,
/// and how far off that is at most, in days.
struct Guess {
    double days = 0;
    double off = 3;
};

Guess guess_of(const CalendarSum& sum, const CalendarLength& length, const Scale& scale) {
    if (sum.kind == CalendarSum::Kind::next_day) return {static_cast<double>(sum.days)};
    if (sum.kind == CalendarSum::Kind::weekday) return {0, static_cast<double>(sum.calendar->week.size()) + 3};
    const Calendar& calendar = *sum.calendar;
    std::int64_t margin = 3;
    if (length.years != 0) margin += most_days_off_in_years(calendar);
    if (length.months != 0) margin += most_days_off_in_months(calendar);
    const double rest = static_cast<double>(length.rest) / static_cast<double>(*scale.ticks(1, TimeUnit::day));
    const double days = rest + static_cast<double>(length.days);
    const double years = length.years == 0 ? 0 : length.years * mean_year(calendar);
    const double months = length.months == 0 ? 0 : length.months * mean_month(calendar);
    return {years + months + days, static_cast<double>(margin)};
}

/// The least time with which `function`, which is monotone, is `at` or more, near where `guess` looks for it. What
/// follows by whole days changes where the days of `count` begin.
template <typename Function>
Ticks least_with(const Function& function, Ticks at, const Guess& guess, const Scale& scale, const DayCount& count) {
    const auto ticks = [&](double days) { return *scale.ticks(days, TimeUnit::day); };
    Ticks low = at - ticks(guess.days + guess.off);   // gives less
    Ticks high = at - ticks(guess.days - guess.off);  // gives as much
    while (high - low > ticks(1)) {
        const Ticks middle = low + (high - low) / 2;
        (function(middle) >= at ? high : low) = middle;
    }
    // Within a day times mostly go on alike, or not at all.
    const Ticks alike = high - (function(high) - at);
    for (const Ticks likely : {count.start(count.day(high)), alike}) {
        if (likely <= low || likely > high || function(likely) < at) continue;
        if (function(likely - 1) < at) return likely;
        high = likely;
    }
    while (high - low > 1) {
        const Ticks middle = low + (high - low) / 2;
        (function(middle) >= at ? high : low) = middle;
    }
    return high;
}

bool is_out_of_sight(Ticks at) {
    return at <= -never / 2 || at >= never / 2;
}

}  // namespace

Ticks CalendarSum::earliest(Ticks at, const Scale& scale) const {
    if (is_out_of_sight(at)) return -never;
    const DayCount count(*this, scale);
    switch (kind) {
        case Kind::length:
            return low ? sum_of(*this, scale, at, *low, Side::earliest) : -never;
        case Kind::age:
            return low ? count.start(count.day(sum_of(*this, scale, at, *low, Side::earliest))) : -never;
        case Kind::next_day:
            return count.start((small_hours ? count.waking_day(at) : count.day(at)) + days);
        case Kind::weekday:
            return count.start(day_of_the_week(*this, count.day(at)));
    }
    return -never;
}

Ticks CalendarSum::latest(Ticks at, const Scale& scale) const {
    if (is_out_of_sight(at)) return never;
    const DayCount count(*this, scale);
    switch (kind) {
        case Kind::length:
            return high ? sum_of(*this, scale, at, *high, Side::latest) : never;
        case Kind::age:
            return high ? count.start(count.day(sum_of(*this, scale, at, *high, Side::latest))) - scale.grain() : never;
        case Kind::next_day:
            return count.end(count.day(at) + days);
        case Kind::weekday:
            return count.end(day_of_the_week(*this, count.day(at)));
    }
    return never;
}

Ticks CalendarSum::earliest_from(Ticks at, const Scale& scale) const {
    const bool bounded = high || kind == Kind::next_day || kind == Kind::weekday;
    if (!bounded || is_out_of_sight(at)) return -never;
    return least_with([&](Ticks time) { return latest(time, scale); }, at,
                      guess_of(*this, high.value_or(CalendarLength{}), scale), scale, DayCount(*this, scale));
}

Ticks CalendarSum::latest_from(Ticks at, const Scale& scale) const {
    const bool bounded = low || kind == Kind::next_day || kind == Kind::weekday;
    if (!bounded || is_out_of_sight(at)) return never;
    return least_with([&](Ticks time) { return earliest(time, scale); }, at + 1,
                      guess_of(*this, low.value_or(CalendarLength{}), scale), scale, DayCount(*this, scale)) -
           1;
}

}  // namespace fabula::timing

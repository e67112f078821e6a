#include "time/calendar.hpp"

namespace fabula::timing {

namespace {

constexpr std::int64_t minutes_per_day = 1440;

/// A month counted from the first of year 0.
struct Months {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

std::int64_t floor_divided(std::int64_t value, std::int64_t by) {
    return (value - (value % by + by) % by) / by;
}

Minutes minutes_of_days(std::int64_t first, std::int64_t last) {
    return {first * minutes_per_day, (last + 1) * minutes_per_day - 1};
}

/// Dates of one calendar.
class DatesOf {
public:
    explicit DatesOf(const Calendar& calendar)
        : calendar_(calendar), months_per_year_(static_cast<std::int64_t>(calendar.months.size())) {}

    /// The date by its precision, `slack` units of which are added on each side.
    [[nodiscard]] Minutes with_slack(const CalendarDate& date, std::int64_t slack) const {
        const bool month_known = date.month && !date.unspecified_month && date.unspecified_year_digits == 0;
        if (month_known && date.day && !date.unspecified_day) {
            const std::int64_t day = day_number(calendar_, {date.year, *date.month, *date.day});
            if (!date.minute_of_day) return minutes_of_days(day - slack, day + slack);
            const std::int64_t minute = day * minutes_per_day + *date.minute_of_day - date.zone_minutes.value_or(0);
            return {minute - slack * 60, minute + slack * 60};
        }
        if (month_known) {
            const std::int64_t month = date.year * months_per_year_ + *date.month - 1;
            return of_months({month - slack, month + slack});
        }
        Months months = of_years(date);
        if (date.season == 24) months.last += 2;
        const std::int64_t unit = date.season ? 3 : months.last - months.first + 1;
        return of_months({months.first - slack * unit, months.last + slack * unit});
    }

    [[nodiscard]] Minutes of_months(const Months& months) const {
        return minutes_of_days(first_day(months.first), first_day(months.last + 1) - 1);
    }

private:
    [[nodiscard]] std::int64_t first_day(std::int64_t month) const {
        const std::int64_t year = floor_divided(month, months_per_year_);
        return day_number(calendar_, {year, static_cast<int>(month - year * months_per_year_) + 1, 1});
    }

    [[nodiscard]] Months of_years(const CalendarDate& date) const {
        std::int64_t size = 1;
        for (int i = 0; i < date.unspecified_year_digits; ++i)
            size *= 10;
        const std::int64_t nearest = date.year - date.year % size;
        const std::int64_t first = date.year < 0 ? nearest - (size - 1) : nearest;  // -198X is -1989 to -1980
        return {first * months_per_year_, (first + size) * months_per_year_ - 1};
    }

    const Calendar& calendar_;
    std::int64_t months_per_year_;
};

}  // namespace

Minutes minutes_of(const CalendarDate& date, const Calendar& calendar) {
    return DatesOf(calendar).with_slack(date, 0);
}

Minutes widened(const CalendarDate& date, const Calendar& calendar) {
    return DatesOf(calendar).with_slack(date, date.approximate || date.uncertain ? 1 : 0);
}

Minutes minutes_of_season(std::int64_t year, PartPhrase::Part season) {
    std::int64_t month = year * 12 + 2;
    if (season == PartPhrase::Part::summer) month += 3;
    if (season == PartPhrase::Part::autumn) month += 6;
    if (season == PartPhrase::Part::winter) month += 9;
    return DatesOf(gregorian()).of_months({month, month + 2});
}

Minutes minutes_of_part(PartPhrase::Part part) {
    using Part = PartPhrase::Part;
    constexpr std::int64_t hour = 60;
    switch (part) {
        case Part::dawn:
            return {5 * hour, 7 * hour - 1};
        case Part::morning:
            return {6 * hour, 12 * hour - 1};
        case Part::noon:
            return {12 * hour - 30, 12 * hour + 30};
        case Part::afternoon:
            return {12 * hour, 18 * hour - 1};
        case Part::evening:
            return {18 * hour, 22 * hour - 1};
        case Part::night:
            return {21 * hour, 24 * hour - 1};
        case Part::midnight:
            return {24 * hour - 30, 24 * hour - 1};
        default:
            return {0, 24 * hour - 1};
    }
}

}  // namespace fabula::timing

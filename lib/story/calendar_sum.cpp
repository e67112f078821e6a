#include "story/calendar_sum.hpp"

#include <algorithm>
#include <cmath>

#include "story/calendar_years.hpp"

namespace fabula {
namespace {

/// The day, or the last one before it that there is: the last of its month, or, where the year does not have that
/// month, of the one before.
std::int64_t nearest_day(const Calendar& calendar, CalendarDay day) {
    constexpr int adar_i = 6;
    const int days = days_in_month(calendar, day.year, day.month);
    if (days == 0 && calendar.system == CalendarSystem::hebrew && day.month == adar_i) {
        ++day.month;
        return nearest_day(calendar, day);
    }
    day.day = std::min(day.day, days);  // the day 0 is the last of the month before
    return day_number(calendar, day);
}

/// A month, counted from the first of year 1, with the days between months that follow it.
struct Position {
    std::int64_t month = 0;
    CalendarDay at;  ///< the month itself
    CalendarDay day;
};

/// The month before a slot, through the ends of years.
CalendarDay slot_before(const Calendar& calendar, const CalendarDay& day) {
    if (day.month > 1) return {day.year, day.month - 1, 1};
    return {day.year - 1, static_cast<int>(calendar.months.size()), 1};
}

bool is_month(const Calendar& calendar, const CalendarDay& day) {
    return is_proper_month(calendar, day.year, day.month);
}

Position position_of(const Calendar& calendar, std::int64_t number) {
    Position result;
    result.day = day_of(calendar, number);
    result.at = result.day;
    while (!is_month(calendar, result.at))
        result.at = slot_before(calendar, result.at);
    result.month = months_before(calendar, result.at.year);
    for (int month = 1; month < result.at.month; ++month)
        result.month += is_proper_month(calendar, result.at.year, month) ? 1 : 0;
    return result;
}

/// The month with that count.
CalendarDay month_at(const Calendar& calendar, std::int64_t month) {
    const double mean = mean_months_in_year(calendar);
    CalendarDay result{.year = static_cast<std::int64_t>(std::floor(static_cast<double>(month) / mean)) + 1};
    while (months_before(calendar, result.year) > month)
        --result.year;
    while (months_before(calendar, result.year + 1) <= month)
        ++result.year;
    std::int64_t rest = month - months_before(calendar, result.year);
    while (!is_month(calendar, result) || rest-- > 0)
        ++result.month;
    return result;
}

}  // namespace

std::int64_t add_years(const Calendar& calendar, std::int64_t day_number, std::int64_t years) {
    CalendarDay day = day_of(calendar, day_number);
    day.year += years;
    return nearest_day(calendar, day);
}

std::int64_t add_months(const Calendar& calendar, std::int64_t day_number, std::int64_t months) {
    const Position from = position_of(calendar, day_number);
    CalendarDay to = month_at(calendar, from.month + months);
    if (from.at.year == from.day.year && from.at.month == from.day.month) {
        to.day = from.day.day;
        return nearest_day(calendar, to);
    }
    if (to.month == from.at.month) {
        return nearest_day(calendar, {to.year + from.day.year - from.at.year, from.day.month, from.day.day});
    }
    to.day = days_in_month(calendar, to.year, to.month);
    return fabula::day_number(calendar, to);
}

}  // namespace fabula

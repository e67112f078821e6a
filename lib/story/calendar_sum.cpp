// add_years, add_months: how people count. most_days_off_in_years, most_days_off_in_months: how far their sums can be
// from those of mean years and months.

#include "story/calendar_sum.hpp"

#include <algorithm>
#include <cmath>

#include "story/calendar_years.hpp"

namespace fabula {
namespace {

/// The day, or the last one before it that exists: the last of its month, or of the month before where the year does
/// not have that month.
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

/// The slot before a slot, also across the end of a year.
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

namespace {

/// The least and the greatest of some numbers.
struct Extent {
    double least = 0;
    double most = 0;

    void add(double value) {
        least = std::min(least, value);
        most = std::max(most, value);
    }
    [[nodiscard]] double length() const { return most - least; }
};

/// How far the count of leap years between two years can be from the mean count.
double leap_years_off(const LeapRule& rule) {
    if (rule.years.empty()) {
        double off = 0;  // less than one for each number of leap years that is rounded
        for (const std::int64_t every : {rule.every, rule.except, rule.unless})
            off += every == 0 ? 0 : 1;
        return off - 1.0 / static_cast<double>(rule.every);
    }
    if (rule.cycle == 0) return static_cast<double>(rule.years.size());
    const double share = static_cast<double>(rule.years.size()) / static_cast<double>(rule.cycle);
    Extent off;
    double count = 0;
    for (const std::int64_t year : rule.years) {
        off.add(count - share * static_cast<double>(year));
        off.add(++count - share * static_cast<double>(year));
    }
    return off.length();
}

/// How many days the beginning of a year can be from that of a mean year.
double starts_off(const Calendar& calendar) {
    if (!calendar.leap) return 0;
    if (calendar.system != CalendarSystem::french_republican)
        return leap_years_off(*calendar.leap) * calendar.leap->days;
    return 4;  // as the Gregorian, with the years 3 to 15 a year before their turn
}

/// Within years: how far the beginnings and ends of months are from those of mean months, and how much longer the
/// longest month is, with the days after it, than the shortest.
struct Profile {
    Extent off;
    int longest = 0;
    int shortest = 0;
};

Profile profile_of(const Calendar& calendar) {
    Profile result;
    int longest = 0;
    for (const CalendarMonth& month : calendar.months)
        longest = std::max(longest, month.days);
    result.shortest = longest;
    for (const bool leap : {false, true}) {
        double day = 0;
        double expected = 0;
        int behind = 0;  // days between months, the first of which may come after the last month of the year before
        for (std::size_t i = 0; i < calendar.months.size(); ++i) {
            const bool longer = leap && calendar.leap && static_cast<std::size_t>(calendar.leap->month) == i + 1;
            const int days = calendar.months[i].days + (longer ? calendar.leap->days : 0);
            const bool proper = 2 * days >= longest;
            result.off.add(day - expected);
            day += days;
            if (proper) expected += mean_month(calendar);
            result.off.add(day - expected);
            behind += proper ? 0 : days;
            if (proper) result.shortest = std::min(result.shortest, days);
            if (proper) result.longest = std::max(result.longest, days);
        }
        result.longest = std::max(result.longest, longest + behind);
    }
    return result;
}

std::int64_t rounded_up(double days) {
    return static_cast<std::int64_t>(std::ceil(days + 1e-6));
}

}  // namespace

std::int64_t most_days_off_in_years(const Calendar& calendar) {
    switch (calendar.system) {
        // A leap month sooner or later, and what moons and postponements add to it.
        case CalendarSystem::hebrew:
            return 33;
        case CalendarSystem::chinese:
            return 40;
        case CalendarSystem::umm_al_qura:
            return 6;
        default:
            // From one beginning of a year to the other; and the day within the year, which moves by the leap days.
            return rounded_up(starts_off(calendar) + (calendar.leap ? calendar.leap->days : 0));
    }
}

std::int64_t most_days_off_in_months(const Calendar& calendar) {
    switch (calendar.system) {
        case CalendarSystem::hebrew:
        case CalendarSystem::chinese:
        case CalendarSystem::umm_al_qura:
            return 6;
        default: {
            const Profile profile = profile_of(calendar);
            return rounded_up(starts_off(calendar) + profile.off.length() + profile.longest - profile.shortest);
        }
    }
}

}  // namespace fabula

// The arithmetic of calendars.

#include "fabula/calendar.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <numeric>

namespace fabula {
namespace {

std::int64_t floor_divided(std::int64_t value, std::int64_t by) {
    return (value - (value % by + by) % by) / by;
}

/// How many of the years 1 to `year` are leap years; less than 0 for the years from `year` + 1 to 0.
std::int64_t leap_years_until(const LeapRule& rule, std::int64_t year) {
    std::int64_t count = floor_divided(year, rule.every);
    if (rule.except == 0) return count;
    const std::int64_t excepted = std::lcm(rule.every, rule.except);
    count -= floor_divided(year, excepted);
    return rule.unless == 0 ? count : count + floor_divided(year, std::lcm(excepted, rule.unless));
}

bool is_leap(const LeapRule& rule, std::int64_t year) {
    return leap_years_until(rule, year) > leap_years_until(rule, year - 1);
}

std::int64_t days_of_common_year(const Calendar& calendar) {
    return std::accumulate(calendar.months.begin(), calendar.months.end(), std::int64_t{0},
                           [](std::int64_t sum, const CalendarMonth& month) { return sum + month.days; });
}

/// Days from the first of year 1 to the first of `year`.
std::int64_t start_of_year(const Calendar& calendar, std::int64_t year) {
    const std::int64_t common = (year - 1) * days_of_common_year(calendar);
    return calendar.leap ? common + calendar.leap->days * leap_years_until(*calendar.leap, year - 1) : common;
}

/// The year of a day counted from the first of year 1: between those that it would be if all years were common, or all
/// leap.
std::int64_t year_of(const Calendar& calendar, std::int64_t day) {
    const std::int64_t shortest = days_of_common_year(calendar);
    const std::int64_t longest = shortest + (calendar.leap ? calendar.leap->days : 0);
    const auto [least, most] = std::minmax({floor_divided(day, shortest), floor_divided(day, longest)});
    std::int64_t low = least;      // begins on the day or before it
    std::int64_t high = most + 2;  // begins after it
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (start_of_year(calendar, middle) <= day ? low : high) = middle;
    }
    return low;
}

Calendar christian(std::string id, std::string name, std::int64_t epoch, std::vector<std::string> week) {
    Calendar calendar;
    calendar.id = std::move(id);
    calendar.name = std::move(name);
    calendar.standard = true;
    calendar.months = {{"January", 31},   {"February", 28}, {"March", 31},    {"April", 30},
                       {"May", 31},       {"June", 30},     {"July", 31},     {"August", 31},
                       {"September", 30}, {"October", 31},  {"November", 30}, {"December", 31}};
    calendar.leap = LeapRule{.month = 2};
    calendar.week = std::move(week);
    calendar.epoch = epoch;
    return calendar;
}

Calendar make_gregorian() {
    constexpr std::int64_t first_of_year_1 = -719162;
    Calendar calendar = christian("gregorian", "Gregorian calendar", first_of_year_1,
                                  {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"});
    calendar.leap->except = 100;
    calendar.leap->unless = 400;
    return calendar;
}

}  // namespace

const Calendar& gregorian() {
    static const Calendar calendar = make_gregorian();
    return calendar;
}

const Calendar& julian() {
    constexpr std::int64_t first_of_year_1 = -719164;
    static const Calendar calendar =
        christian("julian", "Julian calendar", first_of_year_1,
                  {"Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"});
    return calendar;
}

int days_in_month(const Calendar& calendar, std::int64_t year, int month) {
    const int days = calendar.months[static_cast<std::size_t>(month) - 1].days;
    const bool longer = calendar.leap && calendar.leap->month == month && is_leap(*calendar.leap, year);
    return longer ? days + calendar.leap->days : days;
}

std::int64_t day_number(const Calendar& calendar, const CalendarDay& day) {
    const auto months = static_cast<std::int64_t>(calendar.months.size());
    const std::int64_t years = floor_divided(day.month - 1, months);
    const int month = static_cast<int>(day.month - years * months);
    std::int64_t number = calendar.epoch.value_or(0) + start_of_year(calendar, day.year + years) + day.day - 1;
    for (int before = 1; before < month; ++before)
        number += days_in_month(calendar, day.year + years, before);
    return number;
}

CalendarDay day_of(const Calendar& calendar, std::int64_t number) {
    const std::int64_t day = number - calendar.epoch.value_or(0);
    CalendarDay result{.year = year_of(calendar, day)};
    std::int64_t rest = day - start_of_year(calendar, result.year);
    while (rest >= days_in_month(calendar, result.year, result.month)) {
        rest -= days_in_month(calendar, result.year, result.month);
        ++result.month;
    }
    result.day = static_cast<int>(rest) + 1;
    return result;
}

std::optional<std::size_t> weekday(const Calendar& calendar, std::int64_t number) {
    if (calendar.week.empty()) return std::nullopt;
    const std::int64_t day = number - calendar.epoch.value_or(0);
    const auto length = static_cast<std::int64_t>(calendar.week.size());
    return static_cast<std::size_t>(day - floor_divided(day, length) * length);
}

std::optional<EraYear> era_year(const Calendar& calendar, std::int64_t year) {
    std::optional<EraYear> found;
    for (std::size_t i = 0; i < calendar.eras.size(); ++i) {
        const Era& era = calendar.eras[i];
        const std::int64_t count = era.backwards ? era.first - year + 1 : year - era.first + 1;
        if (count >= 1 && (!found || count < found->year)) found = EraYear{i, count};
    }
    return found;
}

double mean_year(const Calendar& calendar) {
    if (!calendar.leap) return static_cast<double>(days_of_common_year(calendar));
    const LeapRule& rule = *calendar.leap;
    const std::int64_t excepted = rule.except == 0 ? rule.every : std::lcm(rule.every, rule.except);
    const std::int64_t cycle = rule.unless == 0 ? excepted : std::lcm(excepted, rule.unless);
    return static_cast<double>(start_of_year(calendar, cycle + 1)) / static_cast<double>(cycle);
}

double mean_month(const Calendar& calendar) {
    const auto shorter = [](const CalendarMonth& first, const CalendarMonth& second) {
        return first.days < second.days;
    };
    const int longest = std::max_element(calendar.months.begin(), calendar.months.end(), shorter)->days;
    const auto months = std::count_if(calendar.months.begin(), calendar.months.end(),
                                      [&](const CalendarMonth& month) { return 2 * month.days >= longest; });
    return mean_year(calendar) / static_cast<double>(months);
}

std::string format_day(const Calendar& calendar, std::int64_t number, bool precise) {
    const CalendarDay day = day_of(calendar, number);
    const auto era = era_year(calendar, day.year);
    const std::int64_t year = era ? era->year : day.year;
    const std::int64_t size = std::abs(year);
    std::string text = era ? calendar.eras[era->era].name + " " : std::string();
    text += fmt::format("{}{}{:04}", size > 9999 ? "Y" : "", year < 0 ? "-" : "", size);
    return precise ? text + fmt::format("-{:02}-{:02}", day.month, day.day) : text;
}

}  // namespace fabula

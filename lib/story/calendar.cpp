// The arithmetic of calendars.

#include "fabula/calendar.hpp"

#include <cstdlib>
#include <fmt/format.h>

#include "source/floor_divided.hpp"
#include "story/calendar_years.hpp"

namespace fabula {
namespace {

constexpr std::int64_t minutes_of_earth_day = 1440;

/// The number of the first day of year 1.
std::int64_t first_day(const Calendar& calendar) {
    return minutes_in_day(calendar) == minutes_of_earth_day ? calendar.epoch.value_or(0) : 0;
}

/// Décades begin with the month; the days after the last month belong to none.
std::optional<std::size_t> day_of_decade(const Calendar& calendar, std::int64_t number) {
    const CalendarDay day = day_of(calendar, number);
    if (!is_proper_month(calendar, day.year, day.month)) return std::nullopt;
    return static_cast<std::size_t>(day.day - 1) % calendar.week.size();
}

}  // namespace

int number_of_month(const Calendar& calendar, int month) {
    const int number = calendar.months[static_cast<std::size_t>(month) - 1].number;
    return number == 0 ? month : number;
}

std::optional<int> month_numbered(const Calendar& calendar, std::int64_t number) {
    for (int month = 1; month <= static_cast<int>(calendar.months.size()); ++month) {
        if (number_of_month(calendar, month) == number) return month;
    }
    return std::nullopt;
}

bool has_year(const Calendar& calendar, std::int64_t year) {
    return !calendar.years || (year >= calendar.years->first && year <= calendar.years->last);
}

std::int64_t minutes_in_day(const Calendar& calendar) {
    return std::int64_t{calendar.hours_in_day} * calendar.minutes_in_hour;
}

std::int64_t minutes_at(const Calendar& calendar, std::int64_t day_number) {
    const std::int64_t days = (day_number - first_day(calendar)) * minutes_in_day(calendar);
    return calendar.epoch.value_or(0) * minutes_of_earth_day + days;
}

std::int64_t day_at(const Calendar& calendar, std::int64_t minutes) {
    const std::int64_t since_first = minutes - calendar.epoch.value_or(0) * minutes_of_earth_day;
    return first_day(calendar) + floor_divided(since_first, minutes_in_day(calendar));
}

std::int64_t day_number(const Calendar& calendar, const CalendarDay& day) {
    const auto months = static_cast<std::int64_t>(calendar.months.size());
    const std::int64_t years = floor_divided(day.month - 1, months);
    const int month = static_cast<int>(day.month - years * months);
    std::int64_t number = first_day(calendar) + start_of_year(calendar, day.year + years) + day.day - 1;
    for (int before = 1; before < month; ++before)
        number += days_in_month(calendar, day.year + years, before);
    return number;
}

CalendarDay day_of(const Calendar& calendar, std::int64_t number) {
    const std::int64_t day = number - first_day(calendar);
    const CalendarYear year = year_at(calendar, day);
    CalendarDay result{.year = year.number};
    std::int64_t rest = day - year.start;
    for (int days = 0; rest >= (days = days_in_month(calendar, result.year, result.month)); rest -= days)
        ++result.month;
    result.day = static_cast<int>(rest) + 1;
    return result;
}

std::optional<std::size_t> weekday(const Calendar& calendar, std::int64_t number) {
    if (calendar.week.empty()) return std::nullopt;
    if (calendar.system == CalendarSystem::french_republican) return day_of_decade(calendar, number);
    const std::int64_t day = number - first_day(calendar);
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

std::optional<EraYear> era_of_day(const Calendar& calendar, std::int64_t number) {
    const std::int64_t year = day_of(calendar, number).year;
    std::optional<EraYear> found;
    for (std::size_t i = 0; i < calendar.eras.size(); ++i) {
        const Era& era = calendar.eras[i];
        const std::int64_t count = era.backwards ? era.first - year + 1 : year - era.first + 1;
        if (count < 1 || (era.begins && number < *era.begins)) continue;
        const bool later =
            !found || count < found->year || (count == found->year && era.begins > calendar.eras[found->era].begins);
        if (later) found = EraYear{i, count};
    }
    return found;
}

std::string format_day(const Calendar& calendar, std::int64_t number, bool precise) {
    const CalendarDay day = day_of(calendar, number);
    const auto era = era_of_day(calendar, number);
    const std::int64_t year = era ? era->year : day.year;
    const std::int64_t size = std::abs(year);
    std::string text = era ? calendar.eras[era->era].name + " " : std::string();
    text += fmt::format("{}{}{:04}", size > 9999 ? "Y" : "", year < 0 ? "-" : "", size);
    return precise ? text + fmt::format("-{:02}-{:02}", number_of_month(calendar, day.month), day.day) : text;
}

}  // namespace fabula

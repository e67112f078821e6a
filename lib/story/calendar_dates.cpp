#include "story/calendar_dates.hpp"

#include <fmt/format.h>

namespace fabula {
namespace {

std::string years_that_have(const Calendar& calendar, const CalendarDate& date) {
    constexpr int far = 40;  // no leap month of the world's calendars is rarer, in most centuries
    for (int distance = 1; distance <= far; ++distance) {
        for (const std::int64_t year : {date.year + distance, date.year - distance}) {
            if (has_year(calendar, year) && days_in_month(calendar, year, *date.month) > 0)
                return fmt::format("it is there in leap years, as {}", year);
        }
    }
    return "look at ‘months’ and ‘leap’ of the calendar";
}

std::optional<NoSuchDate> no_such_day(const Calendar& calendar, const CalendarDate& date) {
    const int days = days_in_month(calendar, date.year, *date.month);
    const std::string& name = calendar.months[static_cast<std::size_t>(*date.month) - 1].name;
    if (days == 0) {
        return NoSuchDate{fmt::format("there is no such month in this year: {} is one of leap years", name),
                          years_that_have(calendar, date)};
    }
    if (!date.day || (*date.day >= 1 && *date.day <= days)) return std::nullopt;
    return NoSuchDate{fmt::format("there is no such day: the month has {}", days),
                      fmt::format("{} {} has the days 1 to {}{}", name, date.year, days,
                                  calendar.standard ? "; write a date as 1996-07-14" : "")};
}

std::int64_t first_day(const Calendar& calendar, const CalendarDate& date) {
    return day_number(calendar, {date.year, date.month.value_or(1), date.day.value_or(1)});
}

/// The last day that a date can mean.
std::int64_t last_day(const Calendar& calendar, const CalendarDate& date) {
    if (!date.month) return day_number(calendar, {date.year + 1, 1, 1}) - 1;
    return day_number(calendar,
                      {date.year, *date.month, date.day.value_or(days_in_month(calendar, date.year, *date.month))});
}

std::optional<NoSuchDate> outside_era(const Calendar& calendar, const CalendarDate& date, const Era& era) {
    const auto text = [&](std::int64_t number) {
        const CalendarDay day = day_of(calendar, number);
        return fmt::format("{:04}-{:02}-{:02}", day.year, number_of_month(calendar, day.month), day.day);
    };
    if (era.begins && last_day(calendar, date) < *era.begins) {
        return NoSuchDate{fmt::format("{} begins later in that year", era.name),
                          fmt::format("its first day is {}; before it, write the era before", text(*era.begins))};
    }
    if (era.ends && first_day(calendar, date) > *era.ends) {
        return NoSuchDate{fmt::format("{} was over by then", era.name),
                          fmt::format("its last day is {}; after it, write the era after", text(*era.ends))};
    }
    return std::nullopt;
}

}  // namespace

std::optional<NoSuchDate> no_such_date(const Calendar& calendar, const CalendarDate& date, const Era* era) {
    const bool open = date.unspecified_year_digits > 0;
    if (!open && !has_year(calendar, date.year)) {
        return NoSuchDate{fmt::format("the {} has no year {}", calendar.name, date.year),
                          fmt::format("its years are {} to {}; write others in another calendar", calendar.years->first,
                                      calendar.years->last)};
    }
    if (date.month && !open) {
        if (auto fault = no_such_day(calendar, date)) return fault;
    }
    return era == nullptr ? std::nullopt : outside_era(calendar, date, *era);
}

DatePhrase with_numbers_of_months(DatePhrase date, const Calendar& calendar) {
    const auto number = [&](CalendarDate& of) {
        if (of.month) of.month = number_of_month(calendar, *of.month);
    };
    if (date.from) number(*date.from);
    if (date.to) number(*date.to);
    for (CalendarDate& one : date.one_of)
        number(one);
    return date;
}

}  // namespace fabula

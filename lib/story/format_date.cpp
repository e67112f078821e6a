// format_date: a date as EDTF writes it.

#include <cstdlib>
#include <fmt/format.h>

#include "story/date.hpp"

namespace fabula {
namespace {

/// "T09:30", or "at 09:30" where it does not follow the day.
std::string format_time_of_day(const CalendarDate& date, int hour, std::string_view before) {
    std::string text = fmt::format("{}{:02}:{:02}", before, *date.minute_of_day / hour, *date.minute_of_day % hour);
    if (date.second) text += fmt::format(":{:02}", *date.second);
    return date.zone_minutes ? text + format_zone(*date.zone_minutes) : text;
}

std::string_view mark_of(bool uncertain, bool approximate) {
    return uncertain && approximate ? "%" : uncertain ? "?" : approximate ? "~" : "";
}

std::string_view mark_of(const Doubt& doubt) {
    return mark_of(doubt.uncertain, doubt.approximate);
}

/// The year with what is open of it, or that does not count.
std::string format_year(const CalendarDate& date) {
    const std::int64_t written = date.dual_year ? date.year - 1 : date.year;
    const std::int64_t size = std::abs(written);
    std::string year = fmt::format("{}{}{:04}", size > 9999 ? "Y" : "", written < 0 ? "-" : "", size);
    const auto open = static_cast<std::size_t>(date.unspecified_year_digits);
    year.replace(year.size() - open, open, open, 'X');
    return date.significant_digits > 0 ? year + fmt::format("S{}", date.significant_digits) : year;
}

/// The 6 of 1675/6: as many digits as differ.
std::string second_year(const CalendarDate& date) {
    const std::string before = fmt::format("{:04}", date.year - 1);
    const std::string after = fmt::format("{:04}", date.year);
    std::size_t same = 0;
    while (same + 1 < after.size() && before[same] == after[same])
        ++same;
    return fmt::format("/{}", std::string_view(after).substr(same));
}

std::string format_calendar_date(const CalendarDate& date, int hour) {
    std::string text = fmt::format("{}{}", mark_of(date.year_doubt), format_year(date));
    const std::string_view month_mark = mark_of(date.month_doubt);
    if (date.month || date.season) text += fmt::format("-{}{:02}", month_mark, date.month ? *date.month : *date.season);
    if (date.unspecified_month) text += fmt::format("-{}XX", month_mark);
    if (date.day) text += fmt::format("-{}{:02}", mark_of(date.day_doubt), *date.day);
    if (date.unspecified_day) text += fmt::format("-{}XX", mark_of(date.day_doubt));
    if (date.minute_of_day && !date.dual_year) text += format_time_of_day(date, hour, "T");
    text += mark_of(date.uncertain, date.approximate);
    if (date.dual_year) text += second_year(date);
    return date.minute_of_day && date.dual_year ? text + format_time_of_day(date, hour, " at ") : text;
}

/// Within intervals and sets, where a stroke says other things, the year is that which begins in January.
std::string format_one_of_several(CalendarDate date, int hour) {
    date.dual_year = false;
    return format_calendar_date(date, hour);
}

std::string format_set(const std::vector<CalendarDate>& dates, int hour) {
    std::string text;
    for (const CalendarDate& date : dates)
        text += fmt::format("{}{}", text.empty() ? "" : ", ", format_one_of_several(date, hour));
    return fmt::format("[{}]", text);
}

std::string format_end(const std::optional<CalendarDate>& date, bool unknown, bool stretch, int hour) {
    if (!date) return unknown ? "" : "..";
    return stretch ? format_one_of_several(*date, hour) : format_calendar_date(*date, hour);
}

}  // namespace

std::string format_zone(int minutes) {
    if (minutes == 0) return "Z";
    const int size = std::abs(minutes);
    const std::string hours = fmt::format("{}{:02}", minutes < 0 ? "-" : "+", size / 60);
    return size % 60 == 0 ? hours : hours + fmt::format(":{:02}", size % 60);
}

std::string format_date(const DatePhrase& date, std::string_view calendar, int minutes_in_hour) {
    using Relation = DatePhrase::Relation;
    if (!date.one_of.empty()) return fmt::format("{}{}", calendar, format_set(date.one_of, minutes_in_hour));
    const bool stretch = date.interval && date.relation == Relation::plain;
    const std::string from = format_end(date.from, date.from_unknown, stretch, minutes_in_hour);
    const std::string to = format_end(date.to, date.to_unknown, stretch, minutes_in_hour);
    if (date.relation == Relation::after) return fmt::format("after {}{}", calendar, from);
    if (date.relation == Relation::before) return fmt::format("before {}{}", calendar, to);
    if (date.relation == Relation::between) return fmt::format("between {0}{1} and {0}{2}", calendar, from, to);
    return date.interval ? fmt::format("{}{}/{}", calendar, from, to) : fmt::format("{}{}", calendar, from);
}

}  // namespace fabula

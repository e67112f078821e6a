// format_date: a date as EDTF writes it.

#include <cstdlib>
#include <fmt/format.h>

#include "story/date.hpp"

namespace fabula {
namespace {

std::string format_time_of_day(const CalendarDate& date) {
    std::string text = fmt::format("T{:02}:{:02}", *date.minute_of_day / 60, *date.minute_of_day % 60);
    if (date.second) text += fmt::format(":{:02}", *date.second);
    if (!date.zone_minutes) return text;
    if (*date.zone_minutes == 0) return text + "Z";
    const int size = std::abs(*date.zone_minutes);
    text += fmt::format("{}{:02}", *date.zone_minutes < 0 ? "-" : "+", size / 60);
    return size % 60 == 0 ? text : text + fmt::format(":{:02}", size % 60);
}

std::string format_calendar_date(const CalendarDate& date) {
    const std::int64_t size = std::abs(date.year);
    std::string year = fmt::format("{}{}{:04}", size > 9999 ? "Y" : "", date.year < 0 ? "-" : "", size);
    const auto open = static_cast<std::size_t>(date.unspecified_year_digits);
    year.replace(year.size() - open, open, open, 'X');
    std::string text = std::move(year);
    if (date.month || date.season) text += fmt::format("-{:02}", date.month ? *date.month : *date.season);
    if (date.unspecified_month) text += "-XX";
    if (date.day) text += fmt::format("-{:02}", *date.day);
    if (date.unspecified_day) text += "-XX";
    if (date.minute_of_day) text += format_time_of_day(date);
    if (date.uncertain && date.approximate) return text + "%";
    return text + (date.uncertain ? "?" : date.approximate ? "~" : "");
}

std::string format_end(const std::optional<CalendarDate>& date, bool unknown) {
    return date ? format_calendar_date(*date) : unknown ? "" : "..";
}

}  // namespace

std::string format_date(const DatePhrase& date) {
    const std::string from = format_end(date.from, date.from_unknown);
    return date.interval ? fmt::format("{}/{}", from, format_end(date.to, date.to_unknown)) : from;
}

}  // namespace fabula

#include "story/named_date.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "story/calendar_dates.hpp"
#include "story/date.hpp"
#include "story/duration.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

/// The month whose name the words from `ahead` on are, and how many words that is; the longest name of several.
struct MonthAhead {
    int month = 0;
    std::size_t words = 0;
};

MonthAhead month_ahead(const PhraseCursor& words, const Calendar& calendar, std::size_t ahead) {
    MonthAhead found;
    for (std::size_t i = 0; i < calendar.months.size(); ++i) {
        const CalendarMonth& month = calendar.months[i];
        std::size_t count = words_of(month.name, words, ahead);
        for (const std::string& name : month.also)
            count = std::max(count, words_of(name, words, ahead));
        if (count > found.words) found = {static_cast<int>(i) + 1, count};
    }
    return found;
}

/// A whole number that can be a day or a year.
std::optional<std::int64_t> parse_whole(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value >= -static_cast<std::int64_t>(most_years) && value <= static_cast<std::int64_t>(most_years)
               ? std::optional(value)
               : std::nullopt;
}

}  // namespace

bool is_named_date(const PhraseCursor& words, const Calendar& calendar, std::size_t ahead) {
    if (calendar.standard) return false;
    const bool day = parse_whole(words.word(ahead)).has_value();
    const std::size_t month = ahead + (day ? 1 : 0);
    const std::size_t behind = month + month_ahead(words, calendar, month).words;
    if (behind == month) return false;
    return parse_whole(words.word(behind)).has_value() || (day && words.word(behind).empty());
}

std::optional<CalendarDate> take_named_date(PhraseCursor& words, const Calendar& calendar, const Era* era) {
    CalendarDate date;
    const Span day_span = words.here();
    const auto day = parse_whole(words.word());
    if (day) words.pass();
    const MonthAhead month = month_ahead(words, calendar, 0);
    for (std::size_t i = 0; i < month.words; ++i)
        words.pass();
    date.month = month.month;
    const auto year = parse_whole(words.word());
    if (!year) {
        return words.fail(words.here(), words.more() ? fmt::format("‘{}’ is no year", words.word()) : "of what year?",
                          "write the year as a number behind the month");
    }
    if (era != nullptr && *year < 1) {
        return words.fail(words.here(), "the years of an era are counted from 1", "leave the name of the era away");
    }
    date.year = era == nullptr ? *year : year_of_era(*era, *year);
    words.pass();
    if (day) date.day = static_cast<int>(*day);
    if (const auto fault = no_such_date(calendar, date, era))
        return words.fail(day_span, fault->message, fault->help, "bad-date");
    return date;
}

}  // namespace fabula

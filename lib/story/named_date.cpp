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

/// The value of "VIII", as years of the French Republic are written; nothing where it is no Roman number.
std::optional<std::int64_t> parse_roman(std::string_view text) {
    constexpr std::pair<std::string_view, int> signs[] = {{"C", 100}, {"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10},
                                                          {"IX", 9},  {"V", 5},   {"IV", 4}, {"I", 1}};
    std::int64_t value = 0;
    for (const auto& [sign, worth] : signs) {
        for (int times = 0; times < 3 && text.starts_with(sign); ++times) {
            text.remove_prefix(sign.size());
            value += worth;
        }
    }
    return text.empty() && value > 0 ? std::optional(value) : std::nullopt;
}

/// The year behind a month, and how many words it has: "8", "an VIII", "Showa 20".
struct YearAhead {
    std::int64_t year = 0;
    const Era* era = nullptr;
    std::size_t words = 0;
};

YearAhead year_ahead(const PhraseCursor& words, const Calendar& calendar, std::size_t ahead) {
    YearAhead found;
    for (const Era& era : calendar.eras) {
        const std::size_t count = words_of(era.name, words, ahead);
        if (count > found.words) found = {.era = &era, .words = count};
    }
    const std::string_view word = words.word(ahead + found.words);
    if (found.words == 0 && (same_word(word, "an") || same_word(word, "year"))) ++found.words;
    const std::string_view figures = words.word(ahead + found.words);
    auto year = parse_whole(figures);
    if (!year && calendar.system == CalendarSystem::french_republican) year = parse_roman(figures);
    if (!year) return {};
    found.year = *year;
    ++found.words;
    return found;
}

}  // namespace

bool is_named_date(const PhraseCursor& words, const Calendar& calendar, std::size_t ahead) {
    if (calendar.standard) return false;
    const bool day = parse_whole(words.word(ahead)).has_value();
    const std::size_t month = ahead + (day ? 1 : 0);
    const std::size_t behind = month + month_ahead(words, calendar, month).words;
    if (behind == month) return false;
    return year_ahead(words, calendar, behind).words > 0 || (day && words.word(behind).empty());
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
    const YearAhead year = year_ahead(words, calendar, 0);
    if (year.words == 0) {
        return words.fail(words.here(), words.more() ? fmt::format("‘{}’ is no year", words.word()) : "of what year?",
                          "write the year as a number behind the month");
    }
    if (year.era != nullptr) era = year.era;
    if (era != nullptr && year.year < 1) {
        return words.fail(words.here(), "the years of an era are counted from 1", "leave the name of the era away");
    }
    date.year = era == nullptr ? year.year : year_of_era(*era, year.year);
    words.pass_words(year.words);
    if (day) date.day = static_cast<int>(*day);
    if (const auto fault = no_such_date(calendar, date, era))
        return words.fail(day_span, fault->message, fault->help, "bad-date");
    return date;
}

}  // namespace fabula

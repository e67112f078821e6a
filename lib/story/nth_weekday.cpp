#include "story/nth_weekday.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "story/english_date.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

constexpr std::string_view nth_words[] = {"first", "second", "third", "fourth", "fifth"};
constexpr std::string_view figures[] = {"1st", "2nd", "3rd", "4th", "5th"};

constexpr int last = 0;

/// 1 for the first, 2 for the second, 0 for the last.
std::optional<int> count_of(std::string_view word) {
    if (word == "last") return last;
    for (const auto& table : {nth_words, figures}) {
        for (int i = 0; i < 5; ++i)
            if (table[i] == word) return i + 1;
    }
    return std::nullopt;
}

/// The day of the month; nothing where the month has no such day.
std::optional<int> day_in_month(const Calendar& calendar, std::int64_t year, int month, int count, std::size_t day) {
    const int days = days_in_month(calendar, year, month);
    const auto week = static_cast<int>(calendar.week.size());
    const auto first = weekday(calendar, day_number(calendar, {year, month, 1}));
    if (!first) return std::nullopt;
    const int earliest = 1 + (static_cast<int>(day) - static_cast<int>(*first) + week) % week;
    const int result = count == last ? earliest + (days - earliest) / week * week : earliest + (count - 1) * week;
    return result <= days ? std::optional(result) : std::nullopt;
}

}  // namespace

NthWeekday nth_weekday_at(const std::vector<DateToken>& tokens, std::size_t at, const DateWay& way) {
    const auto token = [&](std::size_t further) {
        return at + further < tokens.size() ? tokens[at + further].text : std::string_view();
    };
    const auto count = count_of(token(0));
    const auto day = english_weekday(token(1), way.calendar);
    if (!count || !day || (token(2) != "of" && token(2) != "in")) return {};
    const auto month = english_month(token(3));
    const auto year = token(4).size() == 4 ? whole_number(token(4)) : std::nullopt;
    if (!month || !year) return {};
    const std::int64_t counted = way.old_style && *month < 3 ? *year + 1 : *year;
    const auto in_month = day_in_month(way.calendar, counted, *month, *count, *day);
    return {in_month ? fmt::format("{:04}-{:02}-{:02}", *year, *month, *in_month) : "", 5};
}

std::optional<std::size_t> english_weekday(std::string_view word, const Calendar& calendar) {
    if (!calendar.standard) return std::nullopt;
    word = without_comma(word);
    for (std::size_t i = 0; i < calendar.week.size(); ++i) {
        const std::string_view name = calendar.week[i];
        const bool cut = (word.size() == 3 || word.size() == 4) && name.starts_with(word);
        if (same_word(word, name) || cut) return i;
    }
    return std::nullopt;
}

}  // namespace fabula

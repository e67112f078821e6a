#include "story/feast_days.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "fabula/calendar.hpp"

#include "story/phrase_words.hpp"

namespace fabula {
namespace {

struct Feast {
    std::string_view name;
    int month = 0;
    int day = 0;
    int after_easter = 0;  ///< days; of movable feasts, whose month is 0
};

/// Longer names before those that they begin with.
constexpr Feast feasts[] = {
    {"Christmas Eve", 12, 24},  {"Christmas Day", 12, 25},    {"Christmas", 12, 25},     {"Boxing Day", 12, 26},
    {"New Year's Eve", 12, 31}, {"New Year's Day", 1, 1},     {"New Year", 1, 1},        {"Epiphany", 1, 6},
    {"Candlemas", 2, 2},        {"Lady Day", 3, 25},          {"Midsummer", 6, 24},      {"Michaelmas", 9, 29},
    {"Halloween", 10, 31},      {"Ash Wednesday", 0, 0, -46}, {"Good Friday", 0, 0, -2}, {"Easter Monday", 0, 0, 1},
    {"Easter", 0, 0, 0},        {"Whitsun", 0, 0, 49},        {"Pentecost", 0, 0, 49}};

/// The number of the day of Easter in the Gregorian calendar (Meeus, "Astronomical Algorithms", chapter 8).
std::int64_t easter(std::int64_t year) {
    const std::int64_t golden = year % 19;
    const std::int64_t century = year / 100;
    const std::int64_t of_century = year % 100;
    const std::int64_t shift = (century - (century + 8) / 25 + 1) / 3;
    const std::int64_t moon = (19 * golden + century - century / 4 - shift + 15) % 30;
    const std::int64_t week = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    const std::int64_t late = (golden + 11 * moon + 22 * week) / 451;
    const std::int64_t sum = moon + week - 7 * late + 114;
    return day_number(gregorian(), {year, static_cast<int>(sum / 31), static_cast<int>(sum % 31) + 1});
}

}  // namespace

std::optional<std::string> date_of_feast(const PhraseCursor& words) {
    constexpr int example = 1996;
    const auto* const feast = std::find_if(std::begin(feasts), std::end(feasts),
                                           [&](const Feast& row) { return words_of(row.name, words, 0) > 0; });
    if (feast == std::end(feasts)) return std::nullopt;
    std::size_t behind = words_of(feast->name, words, 0);
    if (words.word(behind) == "of") ++behind;
    const int year = whole_number(words.word(behind)).value_or(example);
    const CalendarDay day = feast->month == 0 ? day_of(gregorian(), easter(year) + feast->after_easter)
                                              : CalendarDay{year, feast->month, feast->day};
    return fmt::format("{} {} {:04}", day.day, gregorian().months[static_cast<std::size_t>(day.month) - 1].name, year);
}

}  // namespace fabula

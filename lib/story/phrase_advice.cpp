#include "story/phrase_advice.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <vector>

#include "source/nearest.hpp"
#include "story/date_phrase.hpp"
#include "story/english_date.hpp"
#include "story/feast_days.hpp"
#include "story/length_phrase.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

constexpr std::string_view first_words[] = {"after", "before", "with", "during", "between", "age",  "at",
                                            "about", "soon",   "same", "until",  "since",   "from", "by"};

/// A word that a phrase of some other language of time begins with, and the word for it here.
struct Replacement {
    std::string_view word;
    std::string_view phrase;
};

constexpr Replacement before_ids[] = {
    {"when", "with"},     {"while", "during"}, {"once", "after"},   {"following", "after"},
    {"then", "after"},    {"past", "after"},   {"prior", "before"}, {"preceding", "before"},
    {"within", "during"}, {"since", "after"},  {"until", "before"}, {"till", "before"},
    {"by", "before"},     {"from", "after"},   {"as", "with"},      {"simultaneously", "with"}};

constexpr Replacement alone[] = {{"tomorrow", "the next day"},
                                 {"yesterday", "the previous day"},
                                 {"afterward", "later"},
                                 {"thereafter", "later"},
                                 {"next", "later"},
                                 {"then", "later"},
                                 {"meanwhile", "with x"},
                                 {"before", "earlier"},
                                 {"tonight", "that night"},
                                 {"immediately", "soon after x"}};

/// "last year": a unit before or after the event above.
constexpr Replacement beside_units[] = {
    {"last", "earlier"}, {"next", "later"}, {"previous", "earlier"}, {"following", "later"}};

/// What a length does not stand behind: "in 3 days", "after 3 days", "within 3 days of x".
constexpr Replacement before_lengths[] = {{"in", "{} later"},
                                          {"after", "{} later"},
                                          {"for", "{} later"},
                                          {"before", "{} earlier"},
                                          {"within", "at most {} after x"}};

/// The first of the words that is the id of something.
std::optional<std::string_view> id_among(const PhraseCursor& words) {
    for (std::size_t i = 1; !words.word(i).empty(); ++i)
        if (words.context().ids.has_anchor(words.word(i))) return words.word(i);
    return std::nullopt;
}

bool is(std::string_view word, const Replacement& row) {
    return same_word(word, row.word);
}

template <typename Table>
const Replacement* row_of(std::string_view word, const Table& table) {
    const auto* const row =
        std::find_if(std::begin(table), std::end(table), [&](const auto& r) { return is(word, r); });
    return row == std::end(table) ? nullptr : row;
}

/// "in 3 days", "last year".
std::optional<Advice> advice_for_length(const PhraseCursor& words) {
    const std::string_view first = words.word();
    const Replacement* const behind = row_of(first, before_lengths);
    if (behind != nullptr && is_length_ahead(words, 1)) {
        const std::string length = fmt::format("{} {}", words.word(1), words.word(2));
        const auto id = id_among(words);
        std::string meant = fmt::format(fmt::runtime(behind->phrase), length);
        if (id && meant.ends_with(" x")) meant.replace(meant.size() - 1, 1, *id);
        return Advice{fmt::format("‘{}’ does not stand before a length of time", first),
                      fmt::format("write ‘{}’, or ‘{} after x’ with the id of an event", meant, length)};
    }
    const Replacement* const beside = row_of(first, beside_units);
    if (beside != nullptr && words.size() == 2 && parse_counted_unit(words.word(1), {}))
        return Advice{fmt::format("nothing says from when ‘{}’ counts", first),
                      fmt::format("write ‘a {} {}’ for the time of the event above", words.word(1), beside->phrase)};
    return std::nullopt;
}

std::vector<std::string_view> english_months() {
    std::vector<std::string_view> names;
    for (const CalendarMonth& month : gregorian().months)
        names.push_back(month.name);
    return names;
}

/// "14 juillet 1996", "18 brumaire 8": a day and a year with something between.
std::optional<Advice> advice_for_month(const PhraseCursor& words) {
    std::string_view day = words.word();
    if (day.ends_with('.')) day.remove_suffix(1);
    const std::size_t at = words.word(1) == "de" ? 2 : 1;
    const std::string_view month = words.word(at);
    const std::size_t behind = at + (words.word(at + 1) == "de" ? 2 : 1);
    const bool date = whole_number(day) && day.size() <= 2 && !month.empty() && !words.word(behind).empty();
    if (!date || is_length_ahead(words)) return std::nullopt;
    std::string year(words.word(behind));
    if (const std::string_view more = words.word(behind + 1); !more.empty()) year.append(" ").append(more);  // an VIII
    for (const Calendar& calendar : words.context().calendars) {
        const bool has_it =
            std::any_of(calendar.months.begin(), calendar.months.end(), [&](const CalendarMonth& known) {
                return same_word(known.name, month) ||
                       std::any_of(known.also.begin(), known.also.end(),
                                   [&](const auto& name) { return same_word(name, month); });
            });
        if (!has_it) continue;
        return Advice{fmt::format("‘{}’ is a month of another calendar", month),
                      fmt::format("write ‘{} {} {} {}’", calendar.id, day, month, year)};
    }
    if (words.word(behind).size() != 4 || !whole_number(words.word(behind))) return std::nullopt;
    return Advice{fmt::format("‘{}’ is no month", month),
                  suggestion(month, english_months(),
                             "write the month in digits, as in 1996-07-14, or in English, as in 14 July 1996")};
}

std::optional<Advice> advice_for_feast(const PhraseCursor& words) {
    const auto date = date_of_feast(words);
    if (!date) return std::nullopt;
    return Advice{fmt::format("‘{}’ is not read as a date", words.word()), fmt::format("write ‘{}’", *date)};
}

}  // namespace

std::optional<Advice> advice_for_lengths_and_months(const PhraseCursor& words) {
    const auto advice = advice_for_length(words);
    return advice ? advice : advice_for_month(words);
}

std::optional<Advice> advice_for(const PhraseCursor& words) {
    const std::string_view first = words.word();
    const std::string message = fmt::format("a phrase cannot begin with ‘{}’", first);
    if (const auto advice = advice_for_feast(words)) return advice;
    const auto id = id_among(words);
    if (const auto* const row = row_of(first, before_ids); id && row != nullptr)
        return Advice{message, fmt::format("write ‘{} {}’", row->phrase, *id)};
    if (const auto* const row = row_of(first, alone); row != nullptr)
        return Advice{message, fmt::format("write ‘{}’", row->phrase)};
    if ((first == "early" || first == "late" || first == "mid") && part_of_year_or_day(words.word(1)))
        return Advice{fmt::format("‘{}’ is not read of a part of the year or day", first),
                      fmt::format("write ‘{}’ without it, or between which days it is", words.word(1))};
    if (same_word(first, "week") && whole_number(words.word(1)))
        return Advice{"weeks have no numbers here", "write the days from the first to the last, as 18–24 March 1996"};
    if (same_word(first, "today") || same_word(first, "now"))
        return Advice{message, "write the date, or ‘with x’ with the id of an event of the same time"};
    if (english_month(first) && words.size() == 1)
        return Advice{fmt::format("of what year is ‘{}’?", first),
                      fmt::format("write it with the year, as {} 1996", first)};
    return std::nullopt;
}

std::string help_for_first_word(std::string_view word) {
    return suggestion(word, first_words, std::string(phrase_examples));
}

}  // namespace fabula

#include "story/phrase_advice.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "source/nearest.hpp"
#include "story/english_date.hpp"
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
                                 {"immediately", "soon after x"},
                                 {"christmas", "25 December 1996"},
                                 {"easter", "7 April 1996"}};

/// The first of the words that is the id of something.
std::optional<std::string_view> id_among(const PhraseCursor& words) {
    for (std::size_t i = 1; !words.word(i).empty(); ++i)
        if (words.context().ids.has_anchor(words.word(i))) return words.word(i);
    return std::nullopt;
}

bool is(std::string_view word, const Replacement& row) {
    return same_word(word, row.word);
}

}  // namespace

std::optional<Advice> advice_for(const PhraseCursor& words) {
    const std::string_view first = words.word();
    const auto found_in = [&](const auto& table) {
        return std::find_if(std::begin(table), std::end(table), [&](const auto& row) { return is(first, row); });
    };
    const std::string message = fmt::format("a phrase cannot begin with ‘{}’", first);
    const auto id = id_among(words);
    if (const auto* const row = found_in(before_ids); id && row != std::end(before_ids))
        return Advice{message, fmt::format("write ‘{} {}’", row->phrase, *id)};
    if (const auto* const row = found_in(alone); row != std::end(alone))
        return Advice{message, fmt::format("write ‘{}’", row->phrase)};
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

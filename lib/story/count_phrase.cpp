// count_ahead: numbers in figures and in English words.

#include "story/count_phrase.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "story/phrase_words.hpp"

namespace fabula {
namespace {

using Counted = bool (*)(std::string_view, std::string_view);

struct NumberWord {
    std::string_view word;
    double value = 0;
};

constexpr NumberWord small[] = {{"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
                                {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
                                {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
                                {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}};
constexpr NumberWord tens[] = {{"twenty", 20}, {"thirty", 30},  {"forty", 40},  {"fifty", 50},
                               {"sixty", 60},  {"seventy", 70}, {"eighty", 80}, {"ninety", 90}};
constexpr NumberWord scales[] = {
    {"dozen", 12}, {"hundred", 100}, {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}};

/// Numbers that nobody counted.
struct VagueWord {
    std::string_view words;
    double low = 0;
    double high = 0;
};

constexpr VagueWord vague[] = {{"a couple of", 2, 2}, {"a couple", 2, 2}, {"a few", 2, 5},
                               {"few", 2, 5},         {"several", 3, 7},  {"some", 2, 5}};

template <typename Table>
std::optional<double> value_of(std::string_view word, const Table& table) {
    const auto* const row =
        std::find_if(std::begin(table), std::end(table), [&](const NumberWord& known) { return known.word == word; });
    return row == std::end(table) ? std::nullopt : std::optional(row->value);
}

/// "two", "twenty", "twenty-five".
std::optional<double> word_value(std::string_view word) {
    if (const auto value = value_of(word, small)) return value;
    const std::size_t dash = std::min(word.find('-'), word.size());
    const auto ten = value_of(word.substr(0, dash), tens);
    if (!ten || dash == word.size()) return ten;
    const auto one = value_of(word.substr(dash + 1), small);
    return one && *one < 10 ? std::optional(*ten + *one) : std::nullopt;
}

/// "13,000,000" without its commas; nothing where they do not stand before each three figures.
std::optional<std::string> without_grouping(std::string_view word) {
    std::size_t comma = word.find(',');
    if (comma == word.npos || comma == 0 || comma > 3) return std::nullopt;
    std::string text(word.substr(0, comma));
    while (comma != word.npos) {
        const std::size_t next = word.find(',', comma + 1);
        const std::string_view group = word.substr(comma + 1, std::min(next, word.size()) - comma - 1);
        if (group.size() != 3) return std::nullopt;
        text += group;
        comma = next;
    }
    return text;
}

std::optional<Amount> figures(std::string_view word) {
    if (const auto amount = parse_amount(word)) return amount;
    if (const auto plain = without_grouping(word)) return parse_amount(*plain);
    const auto dash = split_at_dash(word);
    if (!dash) return std::nullopt;
    const auto low = parse_amount(dash->first);
    const auto high = parse_amount(dash->second);
    const bool range = low && high && low->low == low->high && high->low == high->high && !high->about;
    return range && low->low < high->low ? std::optional(Amount{low->low, high->low, low->about}) : std::nullopt;
}

CountAhead scaled(CountAhead count, const PhraseCursor& words, std::size_t ahead) {
    while (count.words > 0) {
        const auto scale = value_of(words.word(ahead + count.words), scales);
        if (!scale) break;
        count.amount.low *= *scale;
        count.amount.high *= *scale;
        count.scale *= *scale;
        ++count.words;
    }
    return count;
}

CountAhead vague_count(const PhraseCursor& words, std::size_t ahead, Counted counted) {
    for (const VagueWord& row : vague) {
        const std::size_t length = words_of(row.words, words, ahead);
        const std::string_view next = words.word(ahead + length);
        const bool counts = counted(next, words.context().clock) || value_of(next, scales).has_value();
        if (length > 0 && counts) return {{row.low, row.high, false}, length};
    }
    return {};
}

/// One number, without "two or three".
CountAhead single_count(const PhraseCursor& words, std::size_t ahead, Counted counted) {
    const std::string_view word = words.word(ahead);
    if (const auto amount = figures(word)) return scaled({*amount, 1}, words, ahead);
    if (const auto ten = value_of(word, tens)) {
        const auto one = value_of(words.word(ahead + 1), small);
        if (one && *one < 10) return scaled({{*ten + *one, *ten + *one, false}, 2}, words, ahead);
    }
    if (const auto value = word_value(word)) return scaled({{*value, *value, false}, 1}, words, ahead);
    if (const auto scale = value_of(word, scales)) return scaled({{*scale, *scale, false}, 1}, words, ahead);
    if (const CountAhead some = vague_count(words, ahead, counted); some.words > 0) return scaled(some, words, ahead);
    const bool article = word == "a" || word == "an";
    const std::string_view next = words.word(ahead + 1);
    if (article && (counted(next, words.context().clock) || value_of(next, scales)))
        return scaled({{1, 1, false}, 1}, words, ahead);
    return {};
}

}  // namespace

CountAhead count_ahead(const PhraseCursor& words, std::size_t ahead, Counted counted) {
    CountAhead first = single_count(words, ahead, counted);
    const std::string_view joint = words.word(ahead + first.words);
    if (first.words == 0 || (joint != "or" && joint != "to")) return first;
    const CountAhead second = single_count(words, ahead + first.words + 1, counted);
    if (first.scale == 1 && second.scale > 1) {  // 2 or 3 million
        first.amount.low *= second.scale;
        first.amount.high *= second.scale;
    }
    const bool range = second.words > 0 && first.amount.low == first.amount.high && !second.amount.about &&
                       second.amount.low == second.amount.high && first.amount.low < second.amount.low;
    if (!range) return single_count(words, ahead, counted);
    return {{first.amount.low, second.amount.high, first.amount.about}, first.words + 1 + second.words};
}

bool is_number_word(std::string_view word) {
    return word_value(word) || value_of(word, scales);
}

}  // namespace fabula

#include "story/ordinal.hpp"

#include <algorithm>
#include <iterator>

#include "story/phrase_words.hpp"

namespace fabula {
namespace {

constexpr std::string_view ordinal_words[] = {"first",     "second",      "third",      "fourth",     "fifth",
                                              "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
                                              "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
                                              "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};

std::optional<int> in_words(std::string_view word) {
    constexpr std::string_view twenty = "twenty-";
    const bool more = word.size() > twenty.size() && same_word(word.substr(0, twenty.size()), twenty);
    if (more) word.remove_prefix(twenty.size());
    const auto* const row = std::find_if(std::begin(ordinal_words), std::end(ordinal_words),
                                         [&](std::string_view known) { return same_word(known, word); });
    if (row == std::end(ordinal_words)) return std::nullopt;
    const int value = static_cast<int>(row - std::begin(ordinal_words)) + 1;
    return !more ? std::optional(value) : value < 10 ? std::optional(20 + value) : std::nullopt;
}

}  // namespace

std::optional<int> ordinal_of(std::string_view word) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (word.size() <= ending.size() || word.size() > ending.size() + 2 || !word.ends_with(ending)) continue;
        const auto number = whole_number(word.substr(0, word.size() - ending.size()));
        if (number && *number > 0) return number;
    }
    return in_words(word);
}

}  // namespace fabula

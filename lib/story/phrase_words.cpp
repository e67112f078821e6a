// The words of a phrase, compared and taken apart.

#include "story/phrase_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace fabula {

PhraseText::PhraseText(const Sources& sources, const yaml::Node& node) : sources_(sources), node_(node) {
    constexpr std::string_view spaces = " \t\r\n";
    const std::string_view text = node.text;
    std::size_t at = text.find_first_not_of(spaces);
    while (at != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_of(spaces, at), text.size());
        words_.push_back({text.substr(at, end - at), at});
        at = text.find_first_not_of(spaces, end);
    }
}

Span PhraseText::span(std::size_t offset, std::size_t length) const {
    const std::string_view written = sources_.text(node_.span.source).substr(node_.span.offset, node_.span.length);
    const std::size_t quote = node_.quoted ? 1 : 0;
    const bool as_it_reads =
        written.size() == node_.text.size() + 2 * quote && written.substr(quote, node_.text.size()) == node_.text;
    if (!as_it_reads) return node_.span;
    return sources_.span(node_.span.source, node_.span.offset + quote + offset, length);
}

std::nullopt_t PhraseCursor::fail(const Span& span, std::string message, std::string_view help,
                                  std::string_view code) const {
    context_.findings.add(code, span, std::move(message), std::string(help));
    return std::nullopt;
}

bool PhraseCursor::is_at_end() const {
    if (!more()) return true;
    fail(here(), fmt::format("the phrase does not go on with ‘{}’", word()),
         "if several phrases hold, make a list of them");
    return false;
}

namespace {

constexpr std::string_view dashes[] = {"–", "—", "‐", "‑", "-"};

char lower(char character) {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

}  // namespace

std::size_t words_of(std::string_view name, const PhraseCursor& words, std::size_t ahead) {
    const std::string_view first = words.word(ahead);
    if (name.empty() || first.empty() || lower(first.front()) != lower(name.front())) return 0;  // most are others
    std::size_t count = 0;
    while (!name.empty()) {
        const std::size_t space = std::min(name.find(' '), name.size());
        if (!same_word(words.word(ahead + count), name.substr(0, space))) return 0;
        name.remove_prefix(std::min(space + 1, name.size()));
        ++count;
    }
    return count;
}

bool same_word(std::string_view first, std::string_view second) {
    return std::equal(first.begin(), first.end(), second.begin(), second.end(),
                      [](char one, char other) { return lower(one) == lower(other); });
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view without_comma(std::string_view word) {
    return word.ends_with(',') ? word.substr(0, word.size() - 1) : word;
}

std::optional<std::pair<std::string_view, std::string_view>> split_at_dash(std::string_view word) {
    for (const std::string_view dash : dashes) {
        const std::size_t at = word.find(dash);
        if (at == word.npos) continue;
        const std::string_view first = word.substr(0, at);
        const std::string_view second = word.substr(at + dash.size());
        if (first.empty() || second.empty() || second.find(dash) != second.npos) return std::nullopt;
        return std::pair(first, second);
    }
    return std::nullopt;
}

bool is_dash(std::string_view word) {
    return std::find(std::begin(dashes), std::end(dashes), word) != std::end(dashes);
}

std::optional<int> whole_number(std::string_view word) {
    if (word.empty() || word.size() > 9) return std::nullopt;
    int value = 0;
    for (const char character : word) {
        if (!is_digit(character)) return std::nullopt;
        value = value * 10 + (character - '0');
    }
    return value;
}

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

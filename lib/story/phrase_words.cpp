#include "story/phrase_words.hpp"

#include <algorithm>

namespace fabula {
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
        if (character < '0' || character > '9') return std::nullopt;
        value = value * 10 + (character - '0');
    }
    return value;
}

}  // namespace fabula

#include "story/date_tokens.hpp"

#include <algorithm>

#include "story/english_date.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

constexpr std::size_t longest_date = 16;

/// Whether a hyphen between the two joins two dates, and is not of EDTF or of a name.
bool are_two_dates(std::string_view first, std::string_view second) {
    const bool figures = whole_number(first) && whole_number(second);
    if (figures) return (first.size() <= 2 && second.size() <= 2) || (first.size() >= 3 && second.size() >= 3);
    const bool stage = first == "mid" || first == "early" || first == "late";
    return stage || (english_month(first) && english_month(second));
}

void add(std::vector<DateToken>& tokens, std::string_view text, std::size_t word) {
    for (const std::string_view prefix : {std::string_view("ca."), std::string_view("c.")}) {
        const bool joined = text.starts_with(prefix) && text.size() > prefix.size() && text[prefix.size()] >= '0' &&
                            text[prefix.size()] <= '9';
        if (!joined) continue;
        tokens.push_back({text.substr(0, prefix.size()), word});
        text.remove_prefix(prefix.size());
    }
    const std::size_t letters = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string_view rest = text.substr(letters);
    const bool era = letters > 0 && (rest == "BC" || rest == "BCE" || rest == "AD" || rest == "CE");
    if (era) {
        tokens.push_back({text.substr(0, letters), word});
        text.remove_prefix(letters);
    }
    tokens.push_back({text, word});
}

}  // namespace

std::vector<DateToken> date_tokens(const PhraseCursor& words, std::size_t ahead) {
    std::vector<DateToken> tokens;
    for (std::size_t word = 0; word < longest_date && !words.word(ahead + word).empty(); ++word) {
        const std::string_view text = words.word(ahead + word);
        const auto sides = split_at_dash(text);
        const bool hyphen = text.find('-') != text.npos;
        if (sides && (!hyphen || are_two_dates(sides->first, sides->second))) {
            add(tokens, sides->first, word);
            tokens.push_back({"-", word});
            add(tokens, sides->second, word);
        } else {
            add(tokens, text, word);
        }
    }
    return tokens;
}

bool has_figures(const PhraseCursor& words, std::size_t ahead) {
    for (std::string_view word = words.word(ahead); !word.empty(); word = words.word(++ahead)) {
        const bool says = word == "ago" || word == "century" || word == "millennium";
        if (says || word.find_first_of("0123456789") != word.npos) return true;
    }
    return false;
}

}  // namespace fabula

#include "story/share_of_year.hpp"

#include <fmt/format.h>
#include <optional>
#include <string_view>

#include "story/ordinal.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

/// The numbers of EDTF level 2 (ISO 8601-2:2019, 4.8) before that of the first quarter, and before the first half.
constexpr int before_quarters = 32;
constexpr int before_halves = 39;

std::optional<int> share_numbered(int number, bool quarter) {
    if (number < 1 || number > (quarter ? 4 : 2)) return std::nullopt;
    return number + (quarter ? before_quarters : before_halves);
}

/// "Q2", "H1".
std::optional<int> short_share(std::string_view word) {
    word = without_comma(word);
    const auto number = word.size() == 2 ? whole_number(word.substr(1)) : std::nullopt;
    if (!number) return std::nullopt;
    const char letter = word.front();
    const bool quarter = letter == 'Q' || letter == 'q';
    return quarter || letter == 'H' ? share_numbered(*number, quarter) : std::nullopt;
}

bool is_year(std::string_view word) {
    return word.size() == 4 && whole_number(word);
}

}  // namespace

ShareOfYear share_of_year_at(const std::vector<DateToken>& tokens, std::size_t at) {
    const auto token = [&](std::size_t further) {
        return at + further < tokens.size() ? tokens[at + further].text : std::string_view();
    };
    const auto of_year = [&](std::size_t further, std::optional<int> share) {
        if (!share || !is_year(token(further))) return ShareOfYear{};
        return ShareOfYear{fmt::format("{}-{}", token(further), *share), further + 1};
    };
    if (const auto share = short_share(token(0))) return of_year(1, share);
    if (const auto share = is_year(token(0)) ? short_share(token(1)) : std::nullopt)
        return {fmt::format("{}-{}", token(0), *share), 2};
    const auto number = ordinal_of(token(0));
    const bool quarter = token(1) == "quarter";
    if (!number || (!quarter && token(1) != "half")) return {};
    return of_year(token(2) == "of" ? 3 : 2, share_numbered(*number, quarter));
}

}  // namespace fabula

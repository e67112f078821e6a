#include "story/distant_date.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "source/number.hpp"
#include "story/count_phrase.hpp"

namespace fabula {
namespace {

constexpr double present = 2000;

/// Nearer than this, what happened is dated, or said to be so long before something else.
constexpr double nearest_distance = 10'000;

/// Units of years before the present, as geologists and astronomers write them.
constexpr std::pair<std::string_view, double> units[] = {{"ka", 1e3},  {"Ma", 1e6},  {"Ga", 1e9},  {"kya", 1e3},
                                                         {"mya", 1e6}, {"Mya", 1e6}, {"bya", 1e9}, {"Gya", 1e9}};

bool is_year(std::string_view word, std::string_view) {
    return word == "years" || word == "year";
}

std::string year_before(double years) {
    const auto year = static_cast<std::int64_t>(present - std::round(years));
    const std::int64_t size = std::abs(year);
    return fmt::format("{}{}{:04}", size > 9999 ? "Y" : "", year < 0 ? "-" : "", size);
}

/// How many years a unit is, and how many words that takes with the "ago" behind it; 0 words where there is none.
std::pair<double, std::size_t> unit_ahead(const PhraseCursor& words, std::size_t ahead) {
    const std::string_view word = words.word(ahead);
    if (is_year(word, {}) && words.word(ahead + 1) == "ago") return {1, 2};
    const auto* const row =
        std::find_if(std::begin(units), std::end(units), [&](const auto& known) { return known.first == word; });
    if (row == std::end(units)) return {0, 0};
    return {row->second, words.word(ahead + 1) == "ago" ? 2 : 1};
}

}  // namespace

EnglishDate distant_date_ahead(const PhraseCursor& words, std::size_t ahead) {
    const CountAhead count = count_ahead(words, ahead, is_year);
    if (count.words == 0) return {};
    const auto [factor, unit] = unit_ahead(words, ahead + count.words);
    if (unit == 0) return {};
    EnglishDate result;
    result.words = count.words + unit;
    const double low = count.amount.low * factor;
    const double high = count.amount.high * factor;
    if (high > most_years) {
        result.fault =
            DateFault{"these are too many years", fmt::format("years reach to {}", exact_number(most_years))};
    } else if (low < nearest_distance) {
        result.fault = DateFault{"nothing says from when ‘ago’ counts",
                                 "write the date, or so many years before something: 3 years before x"};
    } else if (low < high) {
        result.edtf = year_before(high) + "/" + year_before(low);
        result.between = true;
    } else {
        result.edtf = year_before(low) + (count.amount.about ? "~" : "");
    }
    return result;
}

}  // namespace fabula

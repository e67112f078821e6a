#include "story/distant_date.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "source/number.hpp"
#include "story/count_phrase.hpp"
#include "story/phrase_words.hpp"

namespace fabula {
namespace {

constexpr double present = 2000;
constexpr double present_of_physics = 1950;  ///< "BP", before present: before radiocarbon was measured

/// Nearer than this, what happened is dated, or said to be so long before something else.
constexpr double nearest_distance = 10'000;

/// Units of years before the present, as geologists and astronomers write them.
constexpr std::pair<std::string_view, double> long_units[] = {{"ka", 1e3},  {"Ma", 1e6},  {"Ga", 1e9},  {"kya", 1e3},
                                                              {"mya", 1e6}, {"Mya", 1e6}, {"bya", 1e9}, {"Gya", 1e9}};

bool is_year(std::string_view word, std::string_view) {
    return word == "years" || word == "year";
}

/// The unit that so many years are counted in, and the words of that with the "ago" behind it; 0: there is none.
struct UnitAhead {
    double factor = 1;
    std::size_t words = 0;
    double counted_from = present;
};

std::string year_before(double years, double counted_from) {
    const auto year = static_cast<std::int64_t>(counted_from - std::round(years));
    const std::int64_t size = std::abs(year);
    return fmt::format("{}{}{:04}", size > 9999 ? "Y" : "", year < 0 ? "-" : "", size);
}

UnitAhead unit_ahead(const PhraseCursor& words, std::size_t ahead) {
    const std::string_view word = words.word(ahead);
    const std::string_view next = words.word(ahead + 1);
    if (word == "BP") return {1, 1, present_of_physics};
    if (is_year(word, {}) && next == "ago") return {1, 2};
    if (is_year(word, {}) && next == "BP") return {1, 2, present_of_physics};
    const auto* const row = std::find_if(std::begin(long_units), std::end(long_units),
                                         [&](const auto& known) { return known.first == word; });
    if (row == std::end(long_units)) return {};
    if (next == "BP") return {row->second, 2, present_of_physics};
    return {row->second, next == "ago" ? 2U : 1U};
}

/// "250 and 200", "250 to 200", as times before the present are told; the first is in the scale of the second.
CountAhead count_back(const PhraseCursor& words, std::size_t ahead) {
    CountAhead first = count_ahead(words, ahead, is_year);
    const std::string_view joint = words.word(ahead + first.words);
    const bool joined = joint == "and" || joint == "to" || is_dash(joint);
    if (first.words == 0 || !joined) return first;
    const CountAhead second = count_ahead(words, ahead + first.words + 1, is_year);
    if (second.words == 0) return first;
    if (first.scale == 1) first.amount.high *= second.scale;
    return {{second.amount.low, std::max(first.amount.high, second.amount.low), false}, first.words + 1 + second.words};
}

}  // namespace

EnglishDate distant_date_ahead(const PhraseCursor& words, std::size_t ahead) {
    const CountAhead count = count_back(words, ahead);
    if (count.words == 0) return {};
    const UnitAhead unit = unit_ahead(words, ahead + count.words);
    if (unit.words == 0) return {};
    EnglishDate result;
    result.words = count.words + unit.words;
    const double low = count.amount.low * unit.factor;
    const double high = count.amount.high * unit.factor;
    if (high > most_years) {
        result.fault =
            DateFault{"these are too many years", fmt::format("years reach to {}", exact_number(most_years))};
    } else if (low < nearest_distance && unit.counted_from == present) {
        result.fault = DateFault{"nothing says from when ‘ago’ counts",
                                 "write the date, or so many years before something: 3 years before x"};
    } else if (low < high) {
        result.edtf = year_before(high, unit.counted_from) + "/" + year_before(low, unit.counted_from);
        result.between = true;
    } else {
        result.edtf = year_before(low, unit.counted_from) + (count.amount.about ? "~" : "");
    }
    return result;
}

}  // namespace fabula

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "fabula/story.hpp"

namespace fabula {

/// "11", "16..18", "~31", "2.5": low == high where one number is given.
struct Amount {
    double low = 0;
    double high = 0;
    bool about = false;
};

/// Reads an amount; nothing where the word is not one, a number is too large to be meant (over most_years), or the
/// range runs backwards.
[[nodiscard]] std::optional<Amount> parse_amount(std::string_view word);

/// The most years that are counted, in either direction: more than the age of the universe.
inline constexpr double most_years = 2e10;

/// The most that are counted of any other unit.
inline constexpr double most_units = 1e9;

/// Why a word is not an amount, and what to do.
struct AmountFault {
    std::string message;
    std::string help;
};

/// The fault of a word that parse_amount refuses.
[[nodiscard]] AmountFault amount_fault(std::string_view word);

/// "11", "16..18", as parse_amount reads it.
[[nodiscard]] std::string format_range(double low, double high);

/// The unit called `word`, in the singular or plural; `clock` is the name of the story's own unit, or empty.
[[nodiscard]] std::optional<TimeUnit> parse_unit(std::string_view word, std::string_view clock);

/// A unit, and how many of it are meant: a decade is 10 years, a fortnight 2 weeks, a night a day.
struct CountedUnit {
    TimeUnit unit = TimeUnit::day;
    double factor = 1;
};

/// The unit called `word`, also one that is a multiple of another.
[[nodiscard]] std::optional<CountedUnit> parse_counted_unit(std::string_view word, std::string_view clock);

/// All units, as a sentence lists them.
[[nodiscard]] std::string listed_units(std::string_view clock);

/// "about 2..3 weeks", "1 hour 30 minutes".
[[nodiscard]] std::string format_duration(const Duration& duration, std::string_view clock);

}  // namespace fabula

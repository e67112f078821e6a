#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "story/phrase_cursor.hpp"

namespace fabula {

/// What phrases are like, for one that is like none.
inline constexpr std::string_view phrase_examples =
    "phrases are, for example: 1996-07-14, 14 July 1996, age 11 of x, after x, 3 days before x, with x, between x and "
    "y, "
    "the next day, spring";

/// What is wrong with a phrase, and how it was probably meant.
struct Advice {
    std::string message;
    std::string help;
};

/// Of a phrase that none of the forms fits: "when boat arrives", "tomorrow", "while x"; nothing where it is like none.
[[nodiscard]] std::optional<Advice> advice_for(const PhraseCursor& words);

/// The same where a length of time or a month is said as no phrase says it: "in 3 days", "last year", "14 juillet
/// 1996".
[[nodiscard]] std::optional<Advice> advice_for_lengths_and_months(const PhraseCursor& words);

/// What to write instead of a word that no phrase begins with: one like it, or some phrases.
[[nodiscard]] std::string help_for_first_word(std::string_view word);

}  // namespace fabula

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "story/duration.hpp"
#include "story/phrase_words.hpp"

/// Numbers and lengths of time in phrases.
namespace fabula {

/// The number that the next words say, and how many words it takes; 0 where they say none.
struct CountAhead {
    Amount amount;
    std::size_t words = 0;
    double scale = 1;  ///< the million of "3 million", which `amount` has in it
};

/// Looks at the words from the one `ahead` on: "3", "2..3", "~3", "13,000", "two", "twenty-five", "a dozen", "3
/// million", "two or three", "a couple of", "a few" (2 to 5), "several" (3 to 7). An article is a one where `counted`
/// says that the word after it can be counted.
[[nodiscard]] CountAhead count_ahead(const PhraseCursor& words, std::size_t ahead,
                                     bool (*counted)(std::string_view word, std::string_view clock));

/// Whether the words from the one `ahead` on begin with a length of time: a number with a unit after it.
[[nodiscard]] bool is_length_ahead(const PhraseCursor& words, std::size_t ahead = 0);

/// Whether the next word can only begin a length, right or wrong: "at least", "about", a number in words.
[[nodiscard]] bool begins_length(const PhraseCursor& words);

/// Reads "3 days", "about 2..3 weeks", "2 years 3 months", "at least three days", "half a year", "a few decades";
/// nothing, and a report, where the next words are not a length.
[[nodiscard]] std::optional<Duration> take_length(PhraseCursor& words);

/// Reads an age: a length as above, except that "11" alone is in years, the unit of the story's own clock is not
/// allowed, and neither is "at least".
[[nodiscard]] std::optional<Duration> take_age(PhraseCursor& words);

}  // namespace fabula

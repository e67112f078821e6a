#pragma once

#include <optional>

#include "story/duration.hpp"
#include "story/phrase_cursor.hpp"

namespace fabula {

/// Whether the words from the one `ahead` on begin with a length of time: a number with a unit behind it.
[[nodiscard]] bool is_length_ahead(const PhraseCursor& words, std::size_t ahead = 0);

/// Whether the next word can only begin a length, right or wrong: "at least", "about", a number in words.
[[nodiscard]] bool begins_length(const PhraseCursor& words);

/// Reads "3 days", "about 2..3 weeks", "2 years 3 months", "at least three days", "half a year", "a few decades";
/// nothing, and a report, where the next words are no length.
[[nodiscard]] std::optional<Duration> take_length(PhraseCursor& words);

/// Reads the length that an age is: as above, but "11" alone is in years, the story's own clock counts no ages, and
/// there is no "at least".
[[nodiscard]] std::optional<Duration> take_age(PhraseCursor& words);

}  // namespace fabula

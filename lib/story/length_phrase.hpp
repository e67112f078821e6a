#pragma once

#include <optional>

#include "story/duration.hpp"
#include "story/phrase_cursor.hpp"

namespace fabula {

/// Reads "3", "about 2..3", and the "a" of "a week" as 1; nothing, and a report, where the next words are no amount.
[[nodiscard]] std::optional<Amount> take_amount(PhraseCursor& words);

/// Reads "3 days", "about 2..3 weeks", "2 years 3 months"; nothing, and a report, where the next words are no length.
[[nodiscard]] std::optional<Duration> take_length(PhraseCursor& words);

/// Reads the length that an age is: as above, but "11" alone is in years, and the story's own clock counts no ages.
[[nodiscard]] std::optional<Duration> take_age(PhraseCursor& words);

}  // namespace fabula

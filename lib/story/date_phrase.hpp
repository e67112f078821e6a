#pragma once

#include <optional>
#include <vector>

#include "story/phrase_words.hpp"

namespace fabula {

/// The part that `word` is: "spring", "morning" or another of these, also "fall" and "midday".
[[nodiscard]] std::optional<PartPhrase::Part> part_of_year_or_day(std::string_view word);

/// Whether `word` is "spring", "morning" or another of these that is never an id when it stands alone.
[[nodiscard]] bool is_part_of_year_or_day(std::string_view word);

/// Whether the next words are a date, a day, a part of the year or day, or a time of day.
[[nodiscard]] bool is_date_phrase(const PhraseCursor& words);

/// Reads "1996-07-14", "julian 1066-10-14", "shire 25 Rethe 1419", "before 1850", "spring", "at 09:30", "Tuesday", "the
/// next day", and combinations of them: "spring 1996", "1996-07-14 at 09:30", "the next morning". All words have
/// to belong to it. Nothing where a fault was reported; a day with a time of day is one phrase, else each of the parts
/// is one.
[[nodiscard]] std::vector<Phrase> read_date_phrase(PhraseCursor& words);

/// The event above that of the phrase, from which "later" and "the next" count; nothing, and a report, where there is
/// none. `span` is the place of these words.
[[nodiscard]] std::optional<Anchor> anchor_above(const PhraseCursor& words, const Span& span);

}  // namespace fabula

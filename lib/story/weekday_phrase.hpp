#pragma once

#include <cstddef>
#include <optional>

#include "story/phrase_cursor.hpp"

namespace fabula {

/// A day of the week, and how many words it is; 0: there is none.
struct WeekdayAhead {
    WeekdayPhrase day;
    std::size_t words = 0;
};

/// Looks at the words from the one `ahead` on: "Tuesday", "Fireday" of a story's own calendar, "shire Fireday". The
/// calendar of dates that name none comes first; English names, whole or as Tue, are of standard calendars, in any
/// case.
[[nodiscard]] WeekdayAhead weekday_ahead(const PhraseCursor& words, std::size_t ahead);

/// What counts from the day of something else, and what is said with it: "the next morning".
struct DayWords {
    DayPhrase day;
    std::optional<PartPhrase> part;
    std::optional<RelativePhrase::Relation> side = {};  ///< "later that day": after it, too
};

/// Whether the words from the one `ahead` on are "the next day", "that evening", "friday after x", "the same day as x"
/// or another of these.
[[nodiscard]] bool is_day_ahead(const PhraseCursor& words, std::size_t ahead);

/// Reads them; nothing where a fault was reported. Precondition: is_day_ahead(words, 0).
[[nodiscard]] std::optional<DayWords> take_day(PhraseCursor& words);

/// The event above the one of the phrase, which "later" and "the next" count from; nothing, and a report, where there
/// is none. `span`: of the words that do.
[[nodiscard]] std::optional<Anchor> anchor_above(const PhraseCursor& words, const Span& span);

}  // namespace fabula

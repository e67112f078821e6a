#pragma once

#include <cstddef>
#include <optional>

#include "story/date.hpp"
#include "story/english_date.hpp"
#include "story/phrase_cursor.hpp"

namespace fabula {

/// How a date begins: "shire TA 3019-03-25".
struct DateHead {
    std::size_t calendar = 0;
    const Era* era = nullptr;
    bool old_style = false;
    std::size_t words = 0;  ///< that say which calendar and era
    bool named = false;     ///< by the name of a month of a story's own calendar
    EnglishDate english = {};

    [[nodiscard]] DateWay way(const PhraseCursor& cursor) const {
        return {cursor.context().calendars[calendar], era, old_style};
    }
};

/// Of the date that the words from the one `ahead` on are; nothing where they are none. What names no calendar is in
/// `usual`, or in that of the story.
[[nodiscard]] std::optional<DateHead> date_ahead(const PhraseCursor& words, std::size_t ahead,
                                                 std::optional<std::size_t> usual = std::nullopt);

/// Reads that date; nothing, and a report, where it is wrong.
[[nodiscard]] std::optional<DatePhrase> take_date(PhraseCursor& words, const DateHead& head);

/// How many words before a date say how it is meant: 1 for "before 1850", "after 1850", "by 1850", "since 1850", "from
/// 1850 to 1860", "between 1850 and 1860", more for "no later than 1850"; 0: they are none of these.
[[nodiscard]] std::size_t date_relation_ahead(const PhraseCursor& words, std::size_t ahead);

/// Reads these; nothing, and a report, where they are wrong. Precondition: date_relation_ahead(words, 0) > 0.
[[nodiscard]] std::optional<DatePhrase> take_related_date(PhraseCursor& words);

}  // namespace fabula

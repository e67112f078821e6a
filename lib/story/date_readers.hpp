#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "story/date.hpp"
#include "story/phrase_words.hpp"

/// The readers of the parts of a phrase that the calendar knows: dates in English (english_date.cpp), dates of any
/// calendar (dates_ahead.cpp) and times of day (clock_time.cpp).
namespace fabula {

/// A date in English words, as EDTF writes it; or what is wrong with it.
struct EnglishDate {
    std::string edtf;
    bool between = false;            ///< some time in the stretch, not all of it: "19th century"
    std::optional<DateFault> fault;  ///< without its place
    std::size_t words = 0;           ///< 0: there is none
};

/// Looks at the words from the one `ahead` on: "14 July 1996", "July 14, 1996", "c. 1850", "44 BC", "the 1990s", "19th
/// century", "1850–1860", "3–9 May 1870", "second Monday of May 1981", "66 million years ago". Dates that are EDTF
/// already are left to parse_date. Names of months, BC and AD are for standard calendars only.
[[nodiscard]] EnglishDate english_date_ahead(const PhraseCursor& words, std::size_t ahead, const DateWay& way);

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

/// The head of the date that the words from the one `ahead` on are; nothing where they are none. A date that names no
/// calendar is in `usual`, or in that of the story.
[[nodiscard]] std::optional<DateHead> date_ahead(const PhraseCursor& words, std::size_t ahead,
                                                 std::optional<std::size_t> usual = std::nullopt);

/// Reads that date; nothing, and a report, where it is wrong.
[[nodiscard]] std::optional<DatePhrase> take_date(PhraseCursor& words, const DateHead& head);

/// How many words before a date say how it is meant: 1 for "before 1850", "after 1850", "by 1850", "since 1850", "from
/// 1850 to 1860", "between 1850 and 1860", more for "no later than 1850"; 0: they are none of these.
[[nodiscard]] std::size_t date_relation_ahead(const PhraseCursor& words, std::size_t ahead);

/// Reads these; nothing, and a report, where they are wrong. Precondition: date_relation_ahead(words, 0) > 0.
[[nodiscard]] std::optional<DatePhrase> take_related_date(PhraseCursor& words);

/// A time of day, or what is wrong with it.
struct ClockTime {
    TimeOfDayPhrase time;
    std::optional<int> second;       ///< only of a day
    std::optional<DateFault> fault;  ///< its place is counted in words, as `ahead` is
    std::size_t words = 0;           ///< 0: there is none
};

/// Looks at the words from the one `ahead` on: "at 09:30", "at 9:30pm", "at 9 pm", "9:30 p.m.", "at noon", "at
/// 09:30..11:00", "at 00:30+02:00", "at 09:30Z". Whatever follows "at" and is not a number is taken for a time, right
/// or wrong. Hours and minutes are those of the days of `calendar`; none: that of the story.
[[nodiscard]] ClockTime clock_time_ahead(const PhraseCursor& words, std::size_t ahead,
                                         std::optional<std::size_t> calendar = std::nullopt);

/// Whether the words from the one `ahead` on are a time of day, right or wrong, and not a moment on the story's own
/// clock.
[[nodiscard]] bool is_clock_time_ahead(const PhraseCursor& words, std::size_t ahead);

}  // namespace fabula

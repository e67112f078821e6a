#pragma once

#include <cstddef>
#include <optional>

#include "story/date.hpp"
#include "story/phrase_cursor.hpp"

namespace fabula {

/// A time of day, or what is wrong with it.
struct ClockTime {
    TimeOfDayPhrase time;
    std::optional<int> second;       ///< only of a day
    std::optional<DateFault> fault;  ///< its place is of the words ahead
    std::size_t words = 0;           ///< 0: there is none
};

/// Looks at the words from the one `ahead` on: "at 09:30", "at 9:30pm", "at 9 pm", "9:30 p.m.", "at noon", "at
/// 09:30..11:00", "at 00:30+02:00", "at 09:30Z". What stands behind "at" alone, and is no number, is taken for a time,
/// be it wrong. Hours and minutes are those of the days of `calendar`; none: that of the story.
[[nodiscard]] ClockTime clock_time_ahead(const PhraseCursor& words, std::size_t ahead,
                                         std::optional<std::size_t> calendar = std::nullopt);

/// Whether the words from the one `ahead` on are a time of day, right or wrong, and no moment on a clock of the story.
[[nodiscard]] bool is_clock_time_ahead(const PhraseCursor& words, std::size_t ahead);

}  // namespace fabula

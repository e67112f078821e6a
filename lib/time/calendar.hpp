#pragma once

#include <cstdint>

#include "fabula/calendar.hpp"
#include "fabula/story.hpp"

/// What dates mean in minutes.
namespace fabula::timing {

/// Minutes since 1970-01-01T00:00: the first and the last minute.
struct Minutes {
    std::int64_t first = 0;
    std::int64_t last = 0;

    friend bool operator==(const Minutes&, const Minutes&) = default;
};

/// All that `date` of `calendar` can mean in the precision it was given in. Seasons are looked for in the whole of
/// their year, and winter until the end of the February after, for they differ between the hemispheres.
[[nodiscard]] Minutes minutes_of(const CalendarDate& date, const Calendar& calendar = gregorian());

/// The same with its tolerance: `?` and `~` widen a date by one unit of its precision on each side.
[[nodiscard]] Minutes widened(const CalendarDate& date, const Calendar& calendar = gregorian());

/// The months that a season usually means (those of the north), in `year`: winter begins in December.
[[nodiscard]] Minutes minutes_of_season(std::int64_t year, PartPhrase::Part season);

/// The minutes since midnight that a part of the day usually means; all of them for a season.
[[nodiscard]] Minutes minutes_of_part(PartPhrase::Part part);

}  // namespace fabula::timing

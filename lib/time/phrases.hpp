#pragma once

#include <optional>

#include "fabula/story.hpp"

#include "time/model.hpp"

namespace fabula::timing {

/// The least and the most a duration can be, `about` widened by the story's tolerance, and what it is best taken for.
struct DurationTicks {
    Ticks low = 0;
    Ticks high = 0;
    Ticks best = 0;
    bool soft = false;
    std::optional<CalendarLength> least = {};  ///< as the calendar counts it; none where nothing bounds it
    std::optional<CalendarLength> most = {};
    bool by_calendar = false;  ///< in years or months, or in days of changing clocks
};

/// Whether days are all of one length, or from midnight to midnight on clocks that are put forward and back.
enum class Days { alike, by_the_clock };
[[nodiscard]] inline Days days_of(const Zone& zone) {
    return zone.is_fixed() ? Days::alike : Days::by_the_clock;
}

[[nodiscard]] std::optional<DurationTicks> duration_ticks(const Duration& duration, const Scale& scale,
                                                          double tolerance, Days days = Days::alike);

/// How much older someone gets while away; nothing where that is as much as the calendar says.
[[nodiscard]] std::optional<DurationTicks> lived_while_away(const Absence& absence, const Scale& scale,
                                                            const Story& story);

/// How long after the birth an age phrase allows a moment to be: at least `low`, less than `high`, both of which may be
/// off by `slack`; best from `best` to before `best_end`, the last whole unit of which begins at `last`.
struct AgeTicks {
    Ticks low = 0;
    Ticks high = 0;
    Ticks best = 0;
    Ticks last = 0;
    Ticks best_end = 0;
    Ticks slack = 0;
    CalendarLength from;       ///< the least age, as the calendar counts it
    CalendarLength until;      ///< the age which is no longer meant
    bool by_calendar = false;  ///< in years or months
};
/// Nothing where the axis does not count time.
[[nodiscard]] std::optional<AgeTicks> age_ticks(const AgePhrase& age, const Scale& scale, double tolerance);

/// Adds to `model` what `phrase` means for `subject`. Distances that the axis cannot count leave just before or after.
void state(Model& model, const Story& story, const Phrase& phrase, const Subject& subject);

/// Adds to `model` that an event takes so long.
void state_length(Model& model, const Story& story, EventIndex event, const Located<Duration>& lasts);

}  // namespace fabula::timing

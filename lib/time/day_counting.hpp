#pragma once

#include <vector>

#include "fabula/story.hpp"

#include "time/model.hpp"

/// Days of stories that count them without dates.
namespace fabula::timing {

/// "at 23:00..01:00".
[[nodiscard]] bool goes_over_midnight(const std::vector<Phrase>& phrases, const Story& story);

/// Whether a phrase speaks of a night, whose small hours are of the next day.
[[nodiscard]] bool is_of_night(const Phrase& phrase, const Story& story);

[[nodiscard]] bool says_any_date(const Story& story);

/// Whether a story says times or parts of the day, days of the week, or one day from another.
[[nodiscard]] bool says_days(const Story& story);

/// A clock of days, or weeks, begins each day when the calendar does.
void begin_days_at_midnight(Model& model);

/// Without dates only differences are known: so that days can be counted one event is put on any one day, or on any
/// Tuesday where that is what it says. All that is true of such a story is true of it some days, or weeks, later.
void fix_first_day(Model& model, const Story& story);

}  // namespace fabula::timing

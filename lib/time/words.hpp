#pragma once

#include <string>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "time/model.hpp"

/// Times and lengths in the words of messages and tables.
namespace fabula::timing {

/// A day of the calendar, "1912-03-29", "15 March 44 BC", or its year alone; what is more than a hundred thousand years
/// ago is told in years.
[[nodiscard]] std::string calendar_text(const Calendar& calendar, double days, bool precise);

/// "09:30", "09:30:15": so many seconds after midnight, of the next day where they are more than a day has. The last
/// second of a minute is that minute, but where all is `exact`.
[[nodiscard]] std::string time_of_day_text(std::int64_t second, const Calendar& calendar, bool exact = false);

/// A length in the largest unit of which there are two or more: "3 days", "10 years", "12 scenes".
[[nodiscard]] std::string length_text(Ticks length, const Model& model, const Story& story);

/// A length as exactly as it can be read, in two units: "18 years 3 days", "3 days 4 hours", "12 scenes". Where years
/// are not all of one length, a sum of `terms` that is off a whole number of years by no more than they are counts as
/// it.
[[nodiscard]] std::string exact_length_text(Ticks length, std::size_t terms, const Model& model, const Story& story);

/// "day 6", "day 6 18:30", of a story without dates.
[[nodiscard]] std::string elapsed_text(double days);

/// A point of the axis: a day, with its time of day where that is not its beginning or its end, or a time of the clock.
[[nodiscard]] std::string point_text(Ticks time, const Model& model, const Zone& zone = {});

/// The zone in which times of a moment are shown.
[[nodiscard]] const Zone& shown_zone(Variable variable, const Model& model);

/// What the author wrote, on one line, in quotes; empty where there is no text to look it up in.
[[nodiscard]] std::string written(const Span& span, const Story& story);

/// The same without quotes.
[[nodiscard]] std::string written_words(const Span& span, const Story& story);

/// What `variable` is: "boat", "the end of boat", "the birth of kathy".
[[nodiscard]] std::string name_of(Variable variable, const Model& model, const Story& story);

/// What a constraint says: "ruth-1 before laura".
[[nodiscard]] std::string constraint_text(const Constraint& constraint, const Model& model, const Story& story);

/// "2 years 3 months", in the units in which the calendar counts it.
[[nodiscard]] std::string calendar_length_text(const CalendarLength& length, const Model& model, const Story& story);

/// What one bound of a constraint, a sum or a recurrence of the model says: "b at least 3 days after a".
[[nodiscard]] std::string bound_text(const Bound& bound, const Model& model, const Story& story);

}  // namespace fabula::timing

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

/// How old everyone is when.
namespace fabula {

/// An age in days: no less than `least`, no more than `most` (unbounded where nothing says so), drawn at `nominal`.
/// Negative before birth.
struct Age {
    double least = 0;
    double nominal = 0;
    double most = unbounded;
    double local = 0;  ///< so much more does a clock show: it is that far further ahead now than where the birth was

    friend bool operator==(const Age&, const Age&) = default;
};

/// How old `who` is when an event begins.
struct AgeAtEvent {
    CharacterIndex who = 0;
    Age calendar;  ///< since birth: what `age 11 of kathy` speaks of
    Age lived;     ///< the same, but for who was away, frozen or lives time in another order

    friend bool operator==(const AgeAtEvent&, const AgeAtEvent&) = default;
};

/// By event, as Story::events: the ages of those who take part, in the order of Event::who. Who has no known birth is
/// left out; on the axes of a story's own clock and of steps nobody has an age.
///
/// Ages by the calendar are exact: each of their days is possible, and no other, by what is stated and taken for
/// granted. Ages lived are added up from birth, part by part: what is lived before an absence, `lives` of it (as much
/// as the calendar where that is not stated), what is lived after it; or the stretches of `clock` in their order, and
/// before the first what was lived since birth. Each part is exact, their sum may be wider than need be. Where an event
/// can lie in several parts, the age covers all of them; where in none, it is that with which the latest part before it
/// ended.
///
/// `timetable` is that of `story`. Thread-safe. Costs about as much as solving the story, and for each character with a
/// known birth, for each of its absences and stretches, two searches of the network (statements * log events).
[[nodiscard]] std::vector<std::vector<AgeAtEvent>> ages_at_events(const Story& story, const Timetable& timetable);

/// An age as people count it, in whole years; on a calendar by birthdays, where the birth is known to the day.
struct AgeInYears {
    std::int64_t least = 0;
    std::int64_t nominal = 0;
    std::optional<std::int64_t> most;

    friend bool operator==(const AgeInYears&, const AgeInYears&) = default;
};

/// `age` of `who` in years.
[[nodiscard]] AgeInYears in_years(const Age& age, CharacterIndex who, const Timetable& timetable);

/// An age in years as a reader would say it: "11", "11–13" for a range, "11–" where there is no most, "–11" where there
/// is no least; "unborn" before birth.
[[nodiscard]] std::string format_age(const AgeInYears& age);

/// `age` of `who` by the day: "11 years 203 days", "11 years 203 days to 12 years 5 days". Years are counted as
/// in_years counts them.
[[nodiscard]] std::string format_age_by_day(const Age& age, CharacterIndex who, const Timetable& timetable);

}  // namespace fabula

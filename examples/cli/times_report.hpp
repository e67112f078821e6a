#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "fabula/ages.hpp"
#include "fabula/explanation.hpp"
#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

/// What `fabula times` prints, in its forms.
namespace fabula::cli {

/// A story, when everything in it happened, and how old everyone was.
struct TimesReport {
    const Story& story;
    Timetable timetable;
    std::vector<std::vector<AgeAtEvent>> ages;
};

[[nodiscard]] std::string_view certainty_word(Certainty certainty);

/// A time as text; nothing where the story sets no bound.
[[nodiscard]] std::string time_text(const Timetable& timetable, double time);

/// "kathy 11, tommy 10–12, rip 60 (lived 40)": the ages of those who take part, as far as they are known.
[[nodiscard]] std::string ages_text(const TimesReport& report, EventIndex event);

/// "age 11 of ada, which would be 1912-05-01 to 1913-04-30": a statement that is set aside.
[[nodiscard]] std::string set_aside_text(const TimesReport& report, const SetAside& said);

/// A line for each event in the order of time, those of which something is set aside with a mark, and below them what
/// is. Bounds stand there only where they differ from when it is drawn. `width`
/// is what there is room for (0: as much as it takes): titles and ages are cut to it.
[[nodiscard]] std::string times_table(const TimesReport& report, std::size_t width);

/// The same as comma-separated values (RFC 4180), nothing left out.
[[nodiscard]] std::string times_csv(const TimesReport& report);

/// As JSON; its members are described in examples/stories/README.md.
[[nodiscard]] std::string times_json(const TimesReport& report);

/// Why an event stands where it does: as text, and as JSON.
[[nodiscard]] std::string why_text(const TimesReport& report, EventIndex event, const TimeExplanation& explanation);
[[nodiscard]] std::string why_json(const TimesReport& report, EventIndex event, const TimeExplanation& explanation);

}  // namespace fabula::cli

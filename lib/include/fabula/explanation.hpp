#pragma once

#include <string>
#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

/// Why an event stands where it does.
namespace fabula {

/// One thing that an event's time follows from.
struct TimeReason {
    enum class Kind {
        stated,   ///< a statement of the author
        soft,     ///< what a soft statement would like best
        section,  ///< that an event stands in its section
        granted   ///< taken for granted where nothing says otherwise: the order of the list, the numbers of milestones
    };
    Kind kind = Kind::stated;
    Span span;            ///< of the statement, or of the event it is taken for granted of
    std::string written;  ///< what the author wrote, ‘3 days after boat’; may be empty
    std::string meaning;  ///< "laura at least 3 days after boat"

    friend bool operator==(const TimeReason&, const TimeReason&) = default;
};

/// What keeps an event from beginning earlier and later, and what decides where between the two it is drawn.
struct TimeExplanation {
    std::vector<TimeReason>
        earliest;  ///< one leads on to the next, from the zero of the axis to the event; empty where nothing bounds it
    std::vector<TimeReason> latest;
    std::vector<TimeReason> drawn;  ///< what else is said of the event itself, and its neighbours by default; what they
                                    ///< leave free is spread evenly

    friend bool operator==(const TimeExplanation&, const TimeExplanation&) = default;
};

/// Why `event` begins when it does: of each bound a chain with as few links as there are (a shortest path of the
/// network). Precondition: solve_times finds no errors in `story`. Thread-safe. Costs as much as solving the story.
[[nodiscard]] TimeExplanation explain_time(const Story& story, EventIndex event);

}  // namespace fabula

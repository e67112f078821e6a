#pragma once

#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "solve/storyline/problem.hpp"
#include "view/storyline/options.hpp"

namespace fabula::storylines {

using storyline::Line;
using storyline::Lines;

/// A scene as far as it takes place in one step. Lines are numbered as Story::characters.
struct SceneInStep {
    EventIndex event = 0;
    Lines members;  ///< who stands in it and in no scene that began later, in the order stated; may be empty
    Lines whole;    ///< never empty: these and the members of all scenes that lie within it

    friend bool operator==(const SceneInStep&, const SceneInStep&) = default;
};

/// A moment, or a stretch between two, in which everyone stands in one place. Times are those of the timetable also
/// where the axis is that of the telling, so that they may go back from step to step.
struct StoryStep {
    double from = 0;
    double until = 0;
    std::vector<SceneInStep> scenes;
    Lines present;  ///< ascending

    friend bool operator==(const StoryStep&, const StoryStep&) = default;
};

/// An event that nobody takes part in.
struct Interlude {
    EventIndex event = 0;
    std::size_t step = 0;  ///< the first that does not end before it; the last where all do

    friend bool operator==(const Interlude&, const Interlude&) = default;
};

struct Plot {
    std::vector<StoryStep> steps;  ///< none where nobody takes part in any event
    std::vector<Interlude> interludes;
};

/// The steps of a story, in order of time (or as told). Events of one moment are one step, but for those that share a
/// character: these follow each other in steps of their own, in the order of the file. Between two distinct times at
/// which an event begins or ends there is a step where at least one that lasts goes on. Who takes part in several
/// events at once stands in the one that began last. Cost: O(n log n) in events, plus the size of the steps.
[[nodiscard]] Plot make_plot(const Story& story, const Timetable& timetable, const Options& options);

}  // namespace fabula::storylines

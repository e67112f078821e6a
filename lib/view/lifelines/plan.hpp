#pragma once

#include <algorithm>

#include "view/lifelines/model.hpp"
#include "view/lifelines/placement.hpp"
#include "view/wording.hpp"

namespace fabula::lifelines {

/// A word or figure that stands in a lane's own line, like the height of a contour line on a map.
struct Inscription {
    enum class Kind { name, state, age };
    Kind kind = Kind::name;
    std::size_t row = 0;
    double centre = 0;  ///< along
    TextLine text;
    std::size_t state = 0;  ///< of Story::states, for Kind::state
};

/// The stretch of a lane's line: from birth or first appearance to death or last, along.
struct LaneExtent {
    double from = 0;
    double until = 0;
    bool born = false;  ///< begins with a birth that is known
    bool dies = false;  ///< ends with a death that is known
};

/// The kind of a relationship, standing in its track.
struct ArcName {
    std::size_t arc = 0;  ///< of Placement::arcs
    double centre = 0;    ///< along
    TextLine text;
};

/// Everything decided about a picture but its place on the page.
struct Plan {
    Options options;
    Typography type;
    Measures measures;
    Cast cast;
    std::vector<Entry> entries;
    Placement placement;
    std::vector<LaneExtent> extents;  ///< by row
    std::vector<Inscription> inscriptions;
    std::vector<ArcName> arc_names;
    std::size_t left_out = 0;  ///< labels that did not fit
};

/// Where the band of an event that lasts ends, along; where its mark stands for one that does not.
[[nodiscard]] inline double extent_end(const Plan& plan, const Timetable& timetable, std::size_t entry) {
    const EventTime& time = timetable.events[plan.entries[entry].event];
    const double along = plan.placement.along[entry];
    return time.end.nominal > time.start.nominal ? std::max(along, plan.placement.scale.at(time.end.nominal)) : along;
}

/// All that a pass may look at.
struct Context {
    const Story& story;
    const Timetable& timetable;
    const Theme& theme;
    const Wording& wording;
    Measure& measure;
};

}  // namespace fabula::lifelines

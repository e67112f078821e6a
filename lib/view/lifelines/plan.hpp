#pragma once

#include <algorithm>
#include <vector>

#include "fabula/ages.hpp"

#include "view/drawing/context.hpp"
#include "view/drawing/durations.hpp"
#include "view/lifelines/model.hpp"
#include "view/lifelines/placement.hpp"

namespace fabula::lifelines {

struct Interval {
    double from = 0;
    double until = 0;
};

/// A word or figure that stands in a lane's own line, like the height of a contour line on a map.
struct Inscription {
    enum class Kind { name, state, absence, age };
    Kind kind = Kind::name;
    std::size_t row = 0;
    double centre = 0;  ///< along
    TextLine text;
    std::size_t state = 0;  ///< of Story::states, for Kind::state; of Character::absent, for Kind::absence
};

/// The stretch of a lane's line: from birth or first appearance to death or last, along.
struct LaneExtent {
    double from = 0;
    double until = 0;
    double head = 0;            ///< where the lane's name ends, before the start and all that is drawn before it
    bool born = false;          ///< begins with a birth that is known
    bool dies = false;          ///< ends with a death that is known
    bool continues = false;     ///< comes from an earlier page
    bool is_continued = false;  ///< goes on on a later one
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
    std::vector<Carried> carried;
    Placement placement;
    std::vector<Extent> lines;        ///< by character: from when to when its line runs
    std::vector<LaneExtent> extents;  ///< by row
    std::vector<Inscription> inscriptions;
    std::vector<ArcName> arc_names;
    std::size_t left_out = 0;        ///< labels that did not fit
    std::size_t lanes_left_out = 0;  ///< characters whose lanes did not fit
    bool cramped = false;            ///< a page that was only tried has no room: nothing else is decided
};

/// Where the band of an event that lasts ends, along; where its mark stands for one that does not.
[[nodiscard]] inline double extent_end(const Plan& plan, const Timetable& timetable, std::size_t entry) {
    const EventTime& time = timetable.events[plan.entries[entry].event];
    const double along = plan.placement.along[entry];
    return time.end.nominal > time.start.nominal ? std::max(along, plan.placement.scale.at(time.end.nominal)) : along;
}

/// Where the band of an event of another page runs on this one, along.
[[nodiscard]] inline Interval carried_extent(const Plan& plan, const Timetable& timetable, const Carried& carried) {
    const EventTime& time = timetable.events[carried.event];
    return {plan.placement.scale.at(time.start.nominal), plan.placement.scale.at(time.end.nominal)};
}

/// The stretch in which an event may have happened, where it is worth drawing, along.
[[nodiscard]] inline std::optional<std::pair<double, double>> whisker_extent(const Plan& plan,
                                                                             const Timetable& timetable,
                                                                             std::size_t entry) {
    constexpr double least = 11;
    const EventTime& time = timetable.events[plan.entries[entry].event];
    if (time.certainty != Certainty::stated) return std::nullopt;
    const double along = plan.placement.along[entry];
    const double from = std::min(along, plan.placement.scale.at(time.stated.earliest));
    const double until = std::max(along, plan.placement.scale.end_at(time.stated.latest));
    return until - from < least ? std::nullopt : std::optional(std::pair(from, until));
}

/// The events of the picture and their places along, in order of time.
[[nodiscard]] inline std::vector<PlacedEvent> placed_events(const Plan& plan) {
    std::vector<PlacedEvent> events;
    for (std::size_t e = 0; e < plan.entries.size(); ++e)
        events.push_back({plan.entries[e].event, plan.placement.along[e]});
    return events;
}

}  // namespace fabula::lifelines

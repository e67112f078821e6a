// One pass: lane_extents.
#include <algorithm>

#include "view/lifelines/draw.hpp"

namespace fabula::lifelines {
namespace {

/// What the events and relationships of the page show of each lane, along, by row.
std::vector<Interval> seen_extents(const Plan& plan, const Timetable& timetable) {
    const TimeScale& scale = plan.placement.scale;
    std::vector<Interval> seen(plan.cast.lanes.size(), {scale.length(), 0});
    const auto end_of = [&](EventIndex event) { return scale.at(timetable.events[event].end.nominal); };
    for (std::size_t e = 0; e < plan.entries.size(); ++e) {
        const double along = plan.placement.along[e];
        const double until = std::max(along, end_of(plan.entries[e].event));
        for (const std::size_t row : plan.entries[e].rows) {
            seen[row].from = std::min(seen[row].from, along);
            seen[row].until = std::max(seen[row].until, until);
        }
    }
    for (const Carried& carried : plan.carried) {
        for (const std::size_t row : carried.rows)
            seen[row].until = std::max(seen[row].until, end_of(carried.event));
    }
    for (const Arc& arc : plan.placement.arcs) {
        for (const std::size_t row : arc.rows)
            seen[row].from = std::min(seen[row].from, arc.from - plan.measures.arc_shift);
    }
    return seen;
}

/// By character: where the event of its death stands, which shares its moment with others.
std::vector<std::optional<double>> deaths(const Plan& plan, const Timetable& timetable) {
    std::vector<std::optional<double>> death(timetable.lives.size());
    for (std::size_t e = 0; e < plan.entries.size(); ++e) {
        for (const std::size_t row : plan.entries[e].marked_rows) {
            const auto character = plan.cast.lanes[row].character;
            if (character && timetable.lives[*character].death_event == plan.entries[e].event)
                death[*character] = plan.placement.along[e];
        }
    }
    return death;
}

LaneExtent extent_of(const Plan& plan, const Context& context, CharacterIndex character, const Interval& seen,
                     const std::optional<double>& death) {
    const TimeScale& scale = plan.placement.scale;
    const Life& life = context.timetable.lives[character];
    const Extent& line = plan.lines[character];
    LaneExtent extent;
    if (!context.shown.has(line)) {  // it takes part all the same: a ghost, an ancestor
        extent.from = seen.from;
        extent.until = std::max(seen.from, seen.until);
        return extent;
    }
    extent.continues = context.shown.is_earlier(line.from.nominal);
    extent.is_continued = context.shown.is_later(line.until.nominal);
    extent.born = life.birth_known && !extent.continues;
    extent.dies = life.death_known && !extent.is_continued;
    extent.from = extent.continues ? 0 : extent.born ? scale.at(life.birth.nominal) : seen.from;
    extent.until = extent.is_continued ? scale.length()
                   : extent.dies       ? death.value_or(scale.at(life.death.nominal))
                                       : seen.until;
    return extent;
}

/// A name stands before the tick of a birth, the dots of an unknown beginning or the mark of one on another page, and
/// before the dots of an uncertain first event.
void place_heads(std::vector<LaneExtent>& extents, const Plan& plan, const Timetable& timetable) {
    constexpr double name_distance = 5;
    constexpr double fade_room = 11;
    for (LaneExtent& extent : extents)
        extent.head = extent.from - name_distance - (extent.born ? 0 : fade_room);
    for (std::size_t e = 0; e < plan.entries.size(); ++e) {
        LaneExtent& extent = extents[plan.entries[e].rows.front()];
        const auto whisker = whisker_extent(plan, timetable, e);
        if (whisker) extent.head = std::min(extent.head, whisker->first - name_distance);
    }
}

}  // namespace

std::vector<LaneExtent> lane_extents(const Plan& plan, const Context& context) {
    const std::vector<Interval> seen = seen_extents(plan, context.timetable);
    const std::vector<std::optional<double>> death = deaths(plan, context.timetable);
    std::vector<LaneExtent> extents(plan.cast.lanes.size());
    for (std::size_t row = 0; row < extents.size(); ++row) {
        if (const auto character = plan.cast.lanes[row].character) {
            extents[row] = extent_of(plan, context, *character, seen[row], death[*character]);
        } else {
            extents[row].until = plan.placement.scale.length();
        }
    }
    place_heads(extents, plan, context.timetable);
    return extents;
}

}  // namespace fabula::lifelines

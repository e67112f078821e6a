#pragma once

#include "view/lifelines/model.hpp"
#include "view/lifelines/time_scale.hpp"

namespace fabula::lifelines {

/// A track for every stretch of every relationship: in a gap next to one of its lanes, stretches that overlap in time
/// on tracks of their own, stretches of one relationship on the same. `end_room` is kept between two on one track. Only
/// those that the page shows.
[[nodiscard]] std::vector<Arc> arrange_arcs(const Story& story, const Timetable& timetable, const Cast& cast,
                                            const TimeScale& scale, double end_room, const Shown& shown = {});

/// How many tracks each gap holds, by gap.
[[nodiscard]] std::vector<std::size_t> count_tracks(const std::vector<Arc>& arcs, std::size_t gaps);

}  // namespace fabula::lifelines

#pragma once

#include "view/lifelines/model.hpp"

namespace fabula::lifelines {

/// Chooses who has a lane (all who appear or whose life is stated), and in which order: those who meet often and those
/// who are related stand near each other, unless `options` ask for the order of the file. At most `most_lanes` have
/// one: those who take part most. Cost: quadratic in the number of characters; more than 4000 keep the order of the
/// file.
[[nodiscard]] Cast arrange_cast(const Story& story, const Timetable& timetable, const Theme& theme,
                                const Options& options, std::size_t most_lanes);

/// From when to when each character's line runs: its life, and relationships that it is in before it is first seen.
[[nodiscard]] std::vector<Extent> line_extents(const Story& story, const Timetable& timetable);

/// Of an arranged cast those who have something on the page: a part in one of its events, or a line that goes on
/// through it (where onlookers are not drawn: one who is spoken of). Order and colours stay; at most `most_lanes` are
/// kept: those who take part most. O(cast + story).
[[nodiscard]] Cast cast_on_page(const Cast& cast, const Story& story, const Timetable& timetable, const Shown& shown,
                                std::size_t most_lanes);

}  // namespace fabula::lifelines

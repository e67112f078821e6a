#pragma once

#include "view/lifelines/model.hpp"
#include "view/wording.hpp"

namespace fabula::lifelines {

/// What the picture says about each event that takes place on a lane: its lanes, its mark and its label, set in type.
/// Those of the page, in order of time. Cost: shaping the text of the labels.
[[nodiscard]] std::vector<Entry> compose_entries(const Story& story, const Timetable& timetable, const Theme& theme,
                                                 const Cast& cast, const Options& options, const Typography& type,
                                                 const Wording& wording, Measure& measure, const Shown& shown = {});

/// The events of other pages that last into this one, in order of time.
[[nodiscard]] std::vector<Carried> find_carried(const Story& story, const Timetable& timetable, const Cast& cast,
                                                const Shown& shown);

}  // namespace fabula::lifelines

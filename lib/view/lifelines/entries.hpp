#pragma once

#include "view/lifelines/model.hpp"
#include "view/wording.hpp"

namespace fabula::lifelines {

/// What the picture says about each event that takes place on a lane: its lanes, its mark and its label, set in type.
/// In order of time. Cost: shaping the text of the labels.
[[nodiscard]] std::vector<Entry> compose_entries(const Story& story, const Timetable& timetable, const Theme& theme,
                                                 const Cast& cast, const Options& options, const Typography& type,
                                                 const Wording& wording, Measure& measure);

/// The word for a truth other than fact, in the story's own words ("rumour").
[[nodiscard]] std::string truth_word(const Wording& wording, Truth truth);

/// The word for a scene outside the present; empty for one of the present.
[[nodiscard]] std::string mode_word(const Wording& wording, Mode mode);

/// The name of a numbered milestone, "donation 2".
[[nodiscard]] std::string milestone_name(const Story& story, const Milestone& milestone);

}  // namespace fabula::lifelines

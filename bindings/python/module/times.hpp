#pragma once

#include <nanobind/nanobind.h>
#include <vector>

#include "fabula/ages.hpp"
#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

namespace fabula::python {

using Rows = nanobind::typed<nanobind::list, nanobind::typed<nanobind::dict, nanobind::str, nanobind::object>>;

/// A row for each event, in order of time: dictionaries of plain values. `ages` are those of ages_at_events. The GIL is
/// held.
[[nodiscard]] Rows rows_of(const Story& story, const Timetable& timetable,
                           const std::vector<std::vector<AgeAtEvent>>& ages);

}  // namespace fabula::python

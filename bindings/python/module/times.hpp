#pragma once

#include <nanobind/nanobind.h>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

namespace fabula::python {

using Rows = nanobind::typed<nanobind::list, nanobind::typed<nanobind::dict, nanobind::str, nanobind::object>>;

/// A row for each event, in order of time: dictionaries of plain values. The GIL is held.
[[nodiscard]] Rows rows_of(const Story& story, const Timetable& timetable);

}  // namespace fabula::python

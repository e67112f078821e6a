#pragma once

#include <functional>
#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"
#include "fabula/view.hpp"

namespace fabula {

/// Whether a page has good room for a stretch.
using FitsPage = std::function<bool(const Stretch&)>;

/// Divides the story's events, in order of time, into few stretches that each fit a page; together they show every
/// event once. A page ends where a section does, unless that leaves much of it empty or the section is longer than a
/// page: then at the longest time without an event near the page's end. Events of one moment stay together. Where not
/// even they fit, they stand alone. Two last pages of very different length share their events evenly, where that is
/// possible. Precondition: the story has an event. Asks `fits` O(pages * log events) times.
[[nodiscard]] std::vector<Stretch> paginate(const Story& story, const Timetable& timetable, const FitsPage& fits);

/// The same with a page for every section, however much it holds; sections whose events alternate in time have several.
[[nodiscard]] std::vector<Stretch> sections_as_pages(const Story& story, const Timetable& timetable);

}  // namespace fabula

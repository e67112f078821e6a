#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/scene.hpp"
#include "fabula/story.hpp"
#include "fabula/theme.hpp"
#include "fabula/timetable.hpp"
#include "fabula/view.hpp"

/// What surrounds the drawing of a picture, whatever the view: before it, the view's settings and the stretches of the
/// story that its pages show; after it, what it tells those who do not see it, and where its events lead.
namespace fabula {

/// What is wrong with a setting meant for a view: nothing, or no view has such a key, or the key no such value. Says
/// what the nearest is. The one place where settings of views are checked.
[[nodiscard]] std::optional<Diagnostic> check_setting(const Setting& setting, Span span);

/// The settings of the view called `view`: its `own`, and what the theme says where those say nothing. Each key once.
[[nodiscard]] std::vector<Setting> with_theme_defaults(std::span<const Setting> own, std::string_view view,
                                                       const Theme& theme);

/// Whether a page has enough room for a stretch.
using FitsPage = std::function<bool(const Stretch&)>;

/// Divides the story's events, in order of time, into few stretches that each fit a page; together they show every
/// event once. A page ends where a section does, unless that leaves much of it empty or the section is longer than a
/// page: then at the longest time without an event near the page's end. Events of one moment stay together, on a page
/// of their own where they do not fit. Two last pages of very different length share their events evenly, where that is
/// possible. Precondition: the story has an event. Asks `fits` O(pages * log events) times.
[[nodiscard]] std::vector<Stretch> paginate(const Story& story, const Timetable& timetable, const FitsPage& fits);

/// The same with a page for every section, however much it holds; sections whose events alternate in time have several.
[[nodiscard]] std::vector<Stretch> sections_as_pages(const Story& story, const Timetable& timetable);

/// What a picture of `story`, drawn by any view, tells those who do not see it: the title, the sections in the order of
/// the file, each with its events in order of time, then the relationships that the picture names, and the legend. An
/// event that the picture leaves out is told all the same. Costs about as much as solving the story, for the ages.
[[nodiscard]] std::vector<Landmark> landmarks_of(const Story& story, const Timetable& timetable, const Group& root);

/// Links each event of a picture to the first that it refers to, if the picture shows that: what it reveals, or what it
/// is a flashback or a dream within. (An event's own `url` goes first.) O(groups * log groups).
void add_references(Group& root, const Story& story);

}  // namespace fabula

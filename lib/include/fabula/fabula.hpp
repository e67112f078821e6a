#pragma once

/// Fabula draws the plot of a story: it reads what happened, works out when, says where the story contradicts itself,
/// and engraves it as SVG, HTML, PDF or PNG.
///
/// **From a file to a picture.**
///
///     #include <fabula/fabula.hpp>
///     #include <fstream>
///     #include <iostream>
///
///     int main() {
///         const fabula::ReadResult read = fabula::read_story_file("story.yaml");
///         const fabula::RenderResult picture = fabula::render(read, {.view = "storyline", .output = "story.pdf"});
///         for (const fabula::Diagnostic& found : picture.diagnostics)
///             std::cerr << fabula::format_diagnostic(found, picture.sources);
///         std::ofstream("story.pdf", std::ios::binary) << picture.bytes;
///         return fabula::has_errors(picture.diagnostics) ? 1 : 0;
///     }
///
/// **Step by step.** Each stage is a plain value, which nothing changes once it is made; each can be printed (`dump`).
///
///     YAML, code ->  StoryDraft  ->   Story   ->  Timetable  ->  Scene  ->  bytes
///                   draft.hpp        story.hpp    timetable.hpp  scene.hpp   paint.hpp
///
///     const fabula::Story story = fabula::read_story_file("story.yaml").story;
///     const fabula::TimeResult times = fabula::solve_times(story);          // when everything happened
///     const fabula::Diagnostics doubts = fabula::check(story, times.timetable);  // what cannot be true
///     for (const fabula::View& view : fabula::views())                      // several pictures, solved once
///         fabula::render(story, times, {.view = std::string(view.name)});
///
/// **A story told in code** (builder.hpp) is checked by the same rules, and gets the same messages and hints.
///
///     fabula::StoryBuilder lamp("The Lamp at Skerry Point");
///     lamp.character("ada", {.name = "Ada", .born = {"1901"}});
///     lamp.event("lit", {.title = "Ada lights the lamp", .who = {"ada"}, .when = {"age 11 of ada"}});
///     fabula::render(fabula::resolve(lamp.draft()), {.format = "svg"});
///     std::cout << fabula::to_yaml(lamp.draft());
///
/// Nothing throws for bad input: what is wrong is a Diagnostic, with its place, a code and what to do about it. All
/// functions may be called from several threads at once; a Measure (text.hpp) belongs to one. The same input gives the
/// same bytes everywhere. Lengths are points (1/72 inch), times are days; the headers say so where they are not.
///
/// Include this header, or those of the stages that you use.
#include "fabula/ages.hpp"
#include "fabula/builder.hpp"
#include "fabula/calendar.hpp"
#include "fabula/check.hpp"
#include "fabula/diagnostic.hpp"
#include "fabula/document.hpp"
#include "fabula/draft.hpp"
#include "fabula/explanation.hpp"
#include "fabula/json_schema.hpp"
#include "fabula/paint.hpp"
#include "fabula/phrase.hpp"
#include "fabula/print.hpp"
#include "fabula/render.hpp"
#include "fabula/scene.hpp"
#include "fabula/source.hpp"
#include "fabula/specimen.hpp"
#include "fabula/story.hpp"
#include "fabula/structure.hpp"
#include "fabula/subject.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"
#include "fabula/timetable.hpp"
#include "fabula/version.hpp"
#include "fabula/view.hpp"

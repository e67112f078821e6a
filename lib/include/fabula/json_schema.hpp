#pragma once

#include <string>

#include "fabula/story.hpp"

/// JSON Schemas (2020-12) of story and theme files, for editors that check and complete while one writes.
namespace fabula {

/// The schema of a story file, from the tables that its reader goes by, as indented JSON. It takes what the YAML 1.2
/// core schema makes of a file, as editors do, and refuses nothing that the reader takes. It has the ids and milestones
/// of `story` for editors to propose, besides which there may be others. Thread-safe.
[[nodiscard]] std::string story_json_schema(const Story& story = {});

/// The schema of a theme file, with the settings of all views. It refuses nothing that the reader takes. Thread-safe.
[[nodiscard]] std::string theme_json_schema();

}  // namespace fabula

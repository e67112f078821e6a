#pragma once

#include "fabula/story.hpp"

#include "json.hpp"

namespace fabula::cli {

/// The JSON Schema (2020-12) of a story file, from the tables that its reader goes by. It takes what the YAML 1.2 core
/// schema makes of a file, as editors do, and refuses nothing that the reader takes. It has the ids and milestones of
/// `story` for editors to propose, besides which there may be others.
[[nodiscard]] Json story_json_schema(const Story& story);

}  // namespace fabula::cli

#pragma once

#include "json.hpp"

namespace fabula::cli {

/// The JSON Schema (2020-12) of a story file, from the tables that its reader goes by. It takes what the YAML 1.2 core
/// schema makes of a file, as editors do, and refuses nothing that the reader takes.
[[nodiscard]] Json story_json_schema();

}  // namespace fabula::cli

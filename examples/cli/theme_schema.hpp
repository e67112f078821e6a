#pragma once

#include "json.hpp"

namespace fabula::cli {

/// The JSON Schema (2020-12) of a theme file, from the tables that its reader goes by, with the settings of all views.
/// It refuses nothing that the reader takes.
[[nodiscard]] Json theme_json_schema();

}  // namespace fabula::cli

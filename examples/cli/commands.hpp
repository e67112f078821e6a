#pragma once

#include <CLI/App.hpp>

/// The commands of the program. Each function adds one to `app`; when it is called for, it leaves in `exit` how it
/// went.
namespace fabula::cli {

enum class Exit { done = 0, story_has_errors = 1, wrong_usage = 2, not_written = 3 };

void add_render(CLI::App& app, Exit& exit);
void add_check(CLI::App& app, Exit& exit);
void add_times(CLI::App& app, Exit& exit);
void add_layout(CLI::App& app, Exit& exit);
void add_dump(CLI::App& app, Exit& exit);
void add_views(CLI::App& app, Exit& exit);
void add_themes(CLI::App& app, Exit& exit);
void add_schema(CLI::App& app, Exit& exit);

}  // namespace fabula::cli

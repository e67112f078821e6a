// fabula schema [STORY.yaml]: the JSON Schema of a story file, for editors that check and complete while one writes.
// fabula schema --theme: that of a theme file.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "fabula/json_schema.hpp"

#include "commands.hpp"
#include "output.hpp"
#include "terminal.hpp"

namespace fabula::cli {
namespace {

Exit print_schema(const std::string& path) {
    if (path.empty()) return write_output("-", story_json_schema());
    const ReadResult read = read_story_file(path);
    show(read.diagnostics, read.story.sources());
    if (has_errors(read.diagnostics)) return Exit::story_has_errors;
    return write_output("-", story_json_schema(read.story));
}

}  // namespace

void add_schema(CLI::App& app, Exit& exit) {
    CLI::App& command =
        *app.add_subcommand("schema", "Print the JSON Schema of a story file or a theme file, for editors");
    const auto story = std::make_shared<std::string>();
    CLI::Option* named = command.add_option("story", *story, "A story whose ids and milestones editors shall propose")
                             ->type_name("STORY.yaml");
    const auto theme = std::make_shared<bool>(false);
    command.add_flag("--theme", *theme, "The schema of theme files")->excludes(named);
    command.callback(
        [story, theme, &exit] { exit = *theme ? write_output("-", theme_json_schema()) : print_schema(*story); });
}

}  // namespace fabula::cli

// fabula schema: the JSON Schema of a story file, for editors that check and complete while one writes.
#include "commands.hpp"
#include "output.hpp"
#include "story_schema.hpp"

namespace fabula::cli {

void add_schema(CLI::App& app, Exit& exit) {
    CLI::App& command = *app.add_subcommand("schema", "Print the JSON Schema of a story file, for editors");
    command.callback([&exit] { exit = write_output("-", json_text(story_json_schema())); });
}

}  // namespace fabula::cli

// fabula layout STORY.yaml: the figures of a view's layout.
#include <memory>

#include "fabula/render.hpp"

#include "commands.hpp"
#include "output.hpp"
#include "picture_options.hpp"
#include "terminal.hpp"

namespace fabula::cli {
namespace {

Exit print_layout(const PictureOptions& options) {
    const SceneResult result = make_scene(read_story_file(options.story), options.render);
    show(result.diagnostics, result.sources);
    const Exit exit = has_errors(result.diagnostics) ? exit_for(result.diagnostics) : Exit::done;
    if (result.figures.empty()) return exit;
    const Exit written = write_output("-", result.figures + '\n');
    return written == Exit::done ? exit : written;
}

}  // namespace

void add_layout(CLI::App& app, Exit& exit) {
    CLI::App& command = *app.add_subcommand("layout", "Print the figures of a view's layout as JSON");
    const auto options = std::make_shared<PictureOptions>();
    add_picture_options(command, *options);
    command.callback([options, &exit] { exit = print_layout(*options); });
}

}  // namespace fabula::cli

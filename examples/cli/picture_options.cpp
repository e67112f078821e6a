#include "picture_options.hpp"

#include <CLI/CLI.hpp>

namespace fabula::cli {
namespace {

void add_setting(RenderOptions& options, const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw CLI::ValidationError("--set", "'" + text + "' is not KEY=VALUE");
    }
    options.settings.push_back({.key = text.substr(0, equals), .value = text.substr(equals + 1)});
}

}  // namespace

void add_picture_options(CLI::App& command, PictureOptions& options) {
    command.add_option("story", options.story, "The story file; - is standard input")
        ->required()
        ->type_name("STORY.yaml");
    command.add_option("--view", options.render.view, "What to draw: see fabula views")
        ->type_name("NAME")
        ->capture_default_str();
    command.add_option("--theme", options.render.theme, "How it looks: see fabula themes")
        ->type_name("NAME|FILE")
        ->capture_default_str();
    command
        .add_option("--page", options.render.page,
                    "Paper: A4, A3-landscape, letter, 210x297mm ... or auto, as large as the story needs")
        ->type_name("SIZE");
    command
        .add_option_function<std::vector<std::string>>(
            "--set",
            [&options](const std::vector<std::string>& settings) {
                for (const std::string& setting : settings)
                    add_setting(options.render, setting);
            },
            "A setting of the view (lifelines.direction=down), the theme (theme.type.text=9) or the format "
            "(svg.text=both); "
            "may be repeated")
        ->type_name("KEY=VALUE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

}  // namespace fabula::cli

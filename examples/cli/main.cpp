// The program `fabula`: reads the command line, runs one command, says by its exit code how it went.
#include <CLI/CLI.hpp>
#include <array>
#include <exception>

#include "fabula/text.hpp"

#include "commands.hpp"
#include "terminal.hpp"

namespace {

using fabula::cli::Exit;

Exit run(int argument_count, char** arguments) {
    CLI::App app("Draws the plot of a story: when everything happened, and how it is told.", "fabula");
    app.set_version_flag("--version", "fabula " FABULA_VERSION);
    app.require_subcommand(1);
    app.footer("Exit code: 0 done, 1 the story has errors, 2 wrong usage, 3 the output could not be written.");

    Exit exit = Exit::done;
    for (const auto add :
         {fabula::cli::add_render, fabula::cli::add_check, fabula::cli::add_times, fabula::cli::add_layout,
          fabula::cli::add_dump, fabula::cli::add_views, fabula::cli::add_themes, fabula::cli::add_schema}) {
        add(app, exit);
    }
    try {
        app.parse(argument_count, arguments);
    } catch (const CLI::ParseError& wrong) {
        return app.exit(wrong) == 0 ? Exit::done : Exit::wrong_usage;
    }
    return exit;
}

}  // namespace

int main(int argument_count, char** arguments) {
    try {
        fabula::use_no_system_fonts();
        return static_cast<int>(run(argument_count, arguments));
    } catch (const std::exception& failure) {
        fabula::cli::complain(failure.what());
        return static_cast<int>(Exit::not_written);
    }
}

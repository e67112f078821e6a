// The program `fabula`: reads the command line, runs one command, says by its exit code how it went.
#include <CLI/CLI.hpp>
#include <array>
#include <csignal>
#include <exception>
#include <string>
#include <vector>

#include "fabula/text.hpp"
#include "fabula/version.hpp"

#include "commands.hpp"
#include "terminal.hpp"

namespace {

using fabula::cli::Exit;

/// What to say where no command is named that there is.
std::string which_command(const CLI::App& app) {
    std::string list;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        list += (list.empty() ? "" : ", ") + command->get_name();
    const std::vector<std::string> words = app.remaining();
    return (words.empty() ? "no command is given" : "there is no command '" + words.front() + "'") + "; there is " +
           list;
}

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
    } catch (const CLI::RequiredError& wrong) {
        if (!app.get_subcommands().empty()) return app.exit(wrong) == 0 ? Exit::done : Exit::wrong_usage;
        fabula::cli::complain(which_command(app));
        return Exit::wrong_usage;
    } catch (const CLI::ParseError& wrong) {
        return app.exit(wrong) == 0 ? Exit::done : Exit::wrong_usage;
    }
    return exit;
}

}  // namespace

int main(int argument_count, char** arguments) {
    try {
        std::signal(SIGXFSZ, SIG_IGN);  // a file that may grow no larger is an error of writing, not the end
        fabula::use_no_system_fonts();
        return static_cast<int>(run(argument_count, arguments));
    } catch (const std::exception& failure) {
        fabula::cli::complain(failure.what());
        return static_cast<int>(Exit::not_written);
    }
}

// fabula themes: how pictures can look, and where themes and fonts are found.
#include <fmt/format.h>
#include <memory>
#include <string>

#include "fabula/theme.hpp"

#include "commands.hpp"
#include "output.hpp"

namespace fabula::cli {
namespace {

Exit print_themes(bool names_only) {
    std::string text;
    for (const std::string& name : theme_names()) {
        text += names_only ? name + '\n' : fmt::format("{:<12} {}\n", name, read_theme(name).theme.description);
    }
    if (names_only) return write_output("-", text);
    text += "\nThemes and fonts are found in:\n";
    for (const std::string& folder : data_folders())
        text += fmt::format("    {}\n", folder);
    return write_output("-", text);
}

}  // namespace

void add_themes(CLI::App& app, Exit& exit) {
    CLI::App& command =
        *app.add_subcommand("themes", "List how pictures can look, and where themes and fonts are found");
    const auto names_only = std::make_shared<bool>(false);
    command.add_flag("--names", *names_only, "The names of the themes alone, one a line");
    command.callback([names_only, &exit] { exit = print_themes(*names_only); });
}

}  // namespace fabula::cli

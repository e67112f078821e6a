// fabula themes: how pictures can look, and where themes and fonts are found.
// fabula themes --sheet OUT.pdf: a specimen of each.
#include <fmt/format.h>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "fabula/paint.hpp"
#include "fabula/specimen.hpp"
#include "fabula/theme.hpp"

#include "commands.hpp"
#include "output.hpp"
#include "terminal.hpp"

namespace fabula::cli {
namespace {

Exit print_themes(bool names_only) {
    std::string text;
    for (const std::string& name : theme_names()) {
        text += names_only ? name + '\n' : fmt::format("{:<14} {}\n", name, read_theme(name).theme.description);
    }
    if (names_only) return write_output("-", text);
    text += "\nThemes and fonts are found in:\n";
    for (const std::string& folder : data_folders())
        text += fmt::format("    {}\n", folder);
    return write_output("-", text);
}

/// Each theme on a page of its own.
Exit print_specimens(const std::string& path) {
    std::vector<Theme> themes;
    for (const std::string& name : theme_names()) {
        ThemeResult read = read_theme(name);
        show(read.diagnostics, read.sources);
        if (!has_errors(read.diagnostics)) themes.push_back(std::move(read.theme));
    }
    if (themes.empty()) {
        complain("there are no themes to show");
        return Exit::not_written;
    }
    const PaintResult painted = find_painter("pdf")->paint(theme_specimens(themes), {});
    if (painted.ok()) return write_output(path, painted.bytes);
    complain(painted.error);
    return Exit::not_written;
}

}  // namespace

void add_themes(CLI::App& app, Exit& exit) {
    CLI::App& command =
        *app.add_subcommand("themes", "List how pictures can look, and where themes and fonts are found");
    const auto names_only = std::make_shared<bool>(false);
    command.add_flag("--names", *names_only, "The names of the themes alone, one a line");
    const auto sheet = std::make_shared<std::string>();
    command
        .add_option("--sheet", *sheet,
                    "Writes a specimen of every theme to this PDF file, each key beside what it sets")
        ->type_name("FILE")
        ->excludes("--names");
    command.callback(
        [names_only, sheet, &exit] { exit = sheet->empty() ? print_themes(*names_only) : print_specimens(*sheet); });
}

}  // namespace fabula::cli

// fabula views: what can be drawn, with each view's settings, and in which formats.
#include <fmt/format.h>
#include <memory>
#include <string>

#include "fabula/paint.hpp"
#include "fabula/view.hpp"

#include "commands.hpp"
#include "output.hpp"

namespace fabula::cli {
namespace {

std::string described(const View& view) {
    std::string text = fmt::format("{:<12} {}\n", view.name, view.summary);
    for (const SettingDescription& setting : view.settings) {
        text += fmt::format("    {}={}  {}\n", setting.key,
                            setting.values.empty() ? "TEXT" : fmt::format("{}", fmt::join(setting.values, "|")),
                            setting.meaning);
    }
    return text;
}

Exit print_views(bool names_only) {
    std::string text;
    for (const View& view : views())
        text += names_only ? fmt::format("{}\n", view.name) : described(view);
    if (names_only) return write_output("-", text);
    text += "\nFormats:\n";
    for (const Painter& painter : painters())
        text += fmt::format("{:<12} {}\n", painter.format, painter.summary);
    return write_output("-", text);
}

}  // namespace

void add_views(CLI::App& app, Exit& exit) {
    CLI::App& command = *app.add_subcommand("views", "List what can be drawn, and in which formats");
    const auto names_only = std::make_shared<bool>(false);
    command.add_flag("--names", *names_only, "The names of the views alone, one a line");
    command.callback([names_only, &exit] { exit = print_views(*names_only); });
}

}  // namespace fabula::cli

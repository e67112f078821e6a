// fabula render STORY.yaml -o OUT: a picture of a story.
#include "fabula/render.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fmt/format.h>
#include <memory>

#include "fabula/paint.hpp"

#include "commands.hpp"
#include "output.hpp"
#include "picture_options.hpp"
#include "terminal.hpp"

namespace fabula::cli {
namespace {

struct PictureRequest : PictureOptions {
    std::string output;
    std::string format;
};

std::string known_formats() {
    std::string list;
    for (const Painter& painter : painters())
        list += fmt::format("{}{}", list.empty() ? "" : ", ", painter.format);
    return list;
}

/// The format asked for, or else the one that the output's ending names.
std::string chosen_format(const PictureRequest& options) {
    if (!options.format.empty()) return options.format;
    if (options.output == "-") {
        throw CLI::ValidationError("--format", "has to be given for -o -; there is " + known_formats());
    }
    const Painter* const painter = find_painter_for_file(options.output);
    if (painter == nullptr) {
        throw CLI::ValidationError(
            "-o", fmt::format("'{}' does not end in a format: there is {}", options.output, known_formats()));
    }
    return std::string(painter->format);
}

/// Not CLI::Range, which takes "nan" for a number within any range.
std::string dots_fault(const std::string& text) {
    double dots = 0;
    const bool possible = CLI::detail::lexical_cast(text, dots) && dots >= 36 && dots <= 2400;
    return possible ? "" : fmt::format("'{}' is no number from 36 to 2400", text);
}

/// A build that wants the same bytes again says when its sources were made (reproducible-builds.org).
void take_date_of_sources(RenderOptions& options) {
    const char* const seconds = std::getenv("SOURCE_DATE_EPOCH");
    if (seconds != nullptr && *seconds != '\0')
        options.settings.insert(options.settings.begin(), {"pdf.date", seconds});
}

/// The last line: a picture that is there all the same is not the whole of what the file says.
void tell_what_is_missing(const RenderResult& result) {
    std::string missing;
    for (const SetAside& statement : result.set_aside)
        missing += fmt::format("{}‘{}’ of {}", missing.empty() ? "" : ", ", statement.text, statement.of);
    if (!missing.empty()) {
        complain("drawn without " + missing + ": the picture marks what is set aside");
    } else if (has_errors(result.diagnostics)) {
        complain("drawn without what could not be read");
    }
}

Exit render_story(PictureRequest& options) {
    take_date_of_sources(options.render);
    options.render.format = chosen_format(options);
    const RenderResult result = render(read_story_file(options.story), options.render);
    show(result.diagnostics, result.sources);
    const Exit exit = has_errors(result.diagnostics) ? exit_for(result.diagnostics) : Exit::done;
    if (result.bytes.empty()) return exit;
    const Exit written = write_output(options.output, result.bytes);
    if (written == Exit::done) tell_what_is_missing(result);
    return written == Exit::done ? exit : written;
}

}  // namespace

void add_render(CLI::App& app, Exit& exit) {
    CLI::App& command = *app.add_subcommand("render", "Draw a story");
    const auto options = std::make_shared<PictureRequest>();
    add_picture_options(command, *options);
    command
        .add_option("-o,--output", options->output,
                    "The file to write, its ending names the format; - is standard output")
        ->required()
        ->type_name("FILE");
    command.add_flag("--strict", options->render.strict, "Draw nothing where the story has errors");
    CLI::Option* const tile = command.add_flag_callback(
        "--tile", [options] { options->render.pages = Pages::tile; },
        "Spread the picture over sheets of --page (A4 if not said otherwise), to be cut and glued");
    command
        .add_flag_callback(
            "--flow", [options] { options->render.pages = Pages::flow; },
            "Divide the story among pages of --page (A4-landscape if not said otherwise) that each read on their own")
        ->excludes(tile);
    command.add_option("--format", options->format, "The format, whatever the file's ending says: " + known_formats())
        ->type_name("FORMAT")
        ->check(
            [](const std::string& format) {
                return find_painter(format) != nullptr ? ""
                                                       : "there is no format '" + format + "', but " + known_formats();
            },
            "");
    command.add_option("--dpi", options->render.paint.dots_per_inch, "Dots per inch of raster images")
        ->check(dots_fault, "")
        ->capture_default_str();
    command.callback([options, &exit] { exit = render_story(*options); });
}

}  // namespace fabula::cli

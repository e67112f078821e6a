// fabula dump STORY.yaml --stage draft|story|timetable|scene: a stage as text.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "fabula/render.hpp"
#include "fabula/timetable.hpp"

#include "commands.hpp"
#include "output.hpp"
#include "picture_options.hpp"
#include "terminal.hpp"

namespace fabula::cli {
namespace {

struct DumpOptions : PictureOptions {
    std::string stage;
};

/// The story file as canonical YAML, whatever it says.
Exit dump_draft(const std::string& path) {
    const DraftResult read = read_draft_file(path);
    show(read.diagnostics, read.draft.sources());
    return has_errors(read.diagnostics) ? Exit::story_has_errors : write_output("-", to_yaml(read.draft));
}

Exit dump_story(const ReadResult& read) {
    show(read.diagnostics, read.story.sources());
    return has_errors(read.diagnostics) ? Exit::story_has_errors : write_output("-", dump(read.story));
}

Exit dump_timetable(const ReadResult& read) {
    show(read.diagnostics, read.story.sources());
    if (has_errors(read.diagnostics)) return Exit::story_has_errors;
    const TimeResult times = solve_times(read.story);
    show(times.diagnostics, read.story.sources());
    const Exit written = write_output("-", dump(times.timetable, read.story));
    return written == Exit::done && has_errors(times.diagnostics) ? Exit::story_has_errors : written;
}

Exit dump_scene(const ReadResult& read, const RenderOptions& options) {
    const SceneResult result = make_scene(read, options);
    show(result.diagnostics, result.sources);
    return has_errors(result.diagnostics) ? exit_for(result.diagnostics) : write_output("-", dump(result.scene));
}

Exit dump_stage(const DumpOptions& options) {
    if (options.stage == "draft") return dump_draft(options.story);
    const ReadResult read = read_story_file(options.story);
    if (options.stage == "story") return dump_story(read);
    if (options.stage == "timetable") return dump_timetable(read);
    return dump_scene(read, options.render);
}

}  // namespace

void add_dump(CLI::App& app, Exit& exit) {
    CLI::App& command = *app.add_subcommand("dump", "Print a stage on the way from story to picture as text");
    const auto options = std::make_shared<DumpOptions>();
    add_picture_options(command, *options);
    command.add_option("--stage", options->stage, "Which: draft (as canonical YAML), story, timetable or scene")
        ->required()
        ->type_name("STAGE")
        ->check(CLI::IsMember({"draft", "story", "timetable", "scene"}));
    command.callback([options, &exit] { exit = dump_stage(*options); });
}

}  // namespace fabula::cli

// fabula times STORY.yaml: when everything happened, how sure that is, and why.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "commands.hpp"
#include "output.hpp"
#include "source/nearest.hpp"
#include "terminal.hpp"
#include "times_report.hpp"

namespace fabula::cli {
namespace {

struct TimesOptions {
    std::string story;
    std::string format = "table";
    std::string why;
    std::optional<std::size_t> width;
};

std::optional<EventIndex> event_called(const Story& story, const std::string& id) {
    const auto found = std::find_if(story.events().begin(), story.events().end(),
                                    [&id](const Event& event) { return event.id == id; });
    if (found != story.events().end()) return static_cast<EventIndex>(found - story.events().begin());
    std::vector<std::string_view> ids;
    for (const Event& event : story.events())
        ids.push_back(event.id);
    complain(fmt::format("--why: there is no event ‘{}’; {}", id,
                         suggestion(id, ids, "`fabula times` lists the events of a story")));
    return std::nullopt;
}

Exit print_why(const TimesOptions& options, const TimesReport& report) {
    const auto event = event_called(report.story, options.why);
    if (!event) return Exit::wrong_usage;
    const TimeExplanation explanation = explain_time(report.story, *event);
    return write_output(
        "-", options.format == "json" ? why_json(report, *event, explanation) : why_text(report, *event, explanation));
}

Exit write_report(const TimesOptions& options, const TimesReport& report) {
    if (!options.why.empty()) return print_why(options, report);
    if (options.format == "json") return write_output("-", times_json(report));
    if (options.format == "csv") return write_output("-", times_csv(report));
    return write_output("-", times_table(report, options.width.value_or(terminal_width())));
}

/// With errors, too: of the rest, without what is set aside.
Exit print_times(const TimesOptions& options) {
    if (!options.why.empty() && options.format == "csv") {
        complain("--why is printed as text, or with --format json");
        return Exit::wrong_usage;
    }
    const ReadResult read = read_story_file(options.story);
    show(read.diagnostics, read.story.sources());
    if (read.story.events().empty()) return Exit::story_has_errors;
    TimeResult times = solve_times(read.story);
    show(times.diagnostics, read.story.sources());
    auto ages = ages_at_events(read.story, times.timetable);
    const TimesReport report{read.story, std::move(times.timetable), std::move(ages)};
    const Exit written = write_report(options, report);
    const bool errors = has_errors(read.diagnostics) || has_errors(times.diagnostics);
    return written == Exit::done && errors ? Exit::story_has_errors : written;
}

}  // namespace

void add_times(CLI::App& app, Exit& exit) {
    CLI::App& command = *app.add_subcommand("times", "Print when everything happened, how sure that is, and why");
    const auto options = std::make_shared<TimesOptions>();
    command.add_option("story", options->story, "The story file; - is standard input")
        ->required()
        ->type_name("STORY.yaml");
    command.add_option("--format", options->format, "table, json or csv")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"table", "json", "csv"}))
        ->capture_default_str();
    command.add_option("--why", options->why, "Print what pins this event, instead of the table")->type_name("EVENT");
    command.add_option("--width", options->width, "Cut the table to so many columns, 0: to none; else to the terminal")
        ->type_name("COLUMNS");
    command.callback([options, &exit] { exit = print_times(*options); });
}

}  // namespace fabula::cli

// fabula check STORY.yaml...: what is wrong with stories.
#include "fabula/check.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "checked.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "sarif.hpp"
#include "terminal.hpp"

namespace fabula::cli {
namespace {

struct CheckOptions {
    std::vector<std::string> stories;
    std::string format = "text";
    std::string severity = "note";
    std::string fail_on = "error";
    bool rules = false;
};

Checked check_story(const std::string& path) {
    ReadResult read = read_story_file(path);
    if (!read.story.events().empty()) {
        const TimeResult times = solve_times(read.story);
        read.diagnostics.insert(read.diagnostics.end(), times.diagnostics.begin(), times.diagnostics.end());
        const Diagnostics found = check(read.story, times.timetable);
        read.diagnostics.insert(read.diagnostics.end(), found.begin(), found.end());
    }
    return {sorted(std::move(read.diagnostics)), std::move(read.story.sources())};
}

Severity severity_of(std::string_view word) {
    return word == "error" ? Severity::error : word == "warning" ? Severity::warning : Severity::note;
}

bool has_any(const CheckedStories& stories, Severity least) {
    return std::ranges::any_of(stories, [least](const Checked& checked) {
        return std::ranges::any_of(checked.diagnostics,
                                   [least](const Diagnostic& found) { return found.severity >= least; });
    });
}

void hide(CheckedStories& stories, Severity least_shown) {
    for (Checked& checked : stories)
        std::erase_if(checked.diagnostics, [&](const Diagnostic& found) { return found.severity < least_shown; });
}

/// Of text, the findings themselves go to standard error.
std::string report(const CheckedStories& stories, const std::string& format, Exit exit) {
    if (format == "json") return json_report(stories);
    if (format == "sarif") return sarif_report(stories, exit);
    for (const Checked& checked : stories)
        show(checked.diagnostics, checked.sources);
    return summary(stories);
}

Exit check_stories(const CheckOptions& options) {
    CheckedStories stories;
    stories.reserve(options.stories.size());
    for (const std::string& path : options.stories)
        stories.push_back(check_story(path));
    const Exit exit = has_any(stories, severity_of(options.fail_on)) ? Exit::story_has_errors : Exit::done;
    hide(stories, severity_of(options.severity));
    const Exit written = write_output("-", report(stories, options.format, exit));
    return written == Exit::done ? exit : written;
}

Exit list_rules(const CheckOptions& options) {
    return write_output("-", options.format == "json" ? rules_as_json() : rules_as_table());
}

void add_severity(CLI::App& command, const std::string& name, std::string& severity, const std::string& description) {
    command.add_option(name, severity, description)
        ->type_name("SEVERITY")
        ->check(CLI::IsMember({"error", "warning", "note"}))
        ->capture_default_str();
}

}  // namespace

void add_check(CLI::App& app, Exit& exit) {
    CLI::App& command = *app.add_subcommand("check", "Look for plot holes, contradictions and slips of the pen");
    const auto options = std::make_shared<CheckOptions>();
    CLI::Option* stories = command.add_option("stories", options->stories, "The story files; - is standard input")
                               ->type_name("STORY.yaml");
    command.add_option("--format", options->format, "text, json or sarif")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"text", "json", "sarif"}))
        ->capture_default_str();
    add_severity(command, "--severity", options->severity, "Show errors, or warnings too, or notes too");
    add_severity(command, "--fail-on", options->fail_on, "What makes the exit code 1: error, warning or note");
    CLI::Option* rules = command.add_flag("--rules", options->rules, "List what can be found instead");
    rules->excludes(stories);
    command.callback([options, stories, &exit] {
        if (!options->rules && stories->empty()) throw CLI::RequiredError("STORY.yaml or --rules");
        exit = options->rules ? list_rules(*options) : check_stories(*options);
    });
}

}  // namespace fabula::cli

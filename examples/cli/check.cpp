// fabula check STORY.yaml...: what is wrong with stories.
#include <CLI/CLI.hpp>
#include <cstddef>
#include <fmt/format.h>
#include <memory>
#include <string>
#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"

#include "commands.hpp"
#include "json.hpp"
#include "output.hpp"
#include "sarif.hpp"
#include "terminal.hpp"

namespace fabula::cli {
namespace {

struct Options {
    std::vector<std::string> stories;
    std::string format = "text";
};

struct Checked {
    Diagnostics diagnostics;
    Sources sources;
};

Checked check_story(const std::string& path) {
    ReadResult read = read_story_file(path);
    if (!has_errors(read.diagnostics)) {
        const TimeResult times = solve_times(read.story);
        read.diagnostics.insert(read.diagnostics.end(), times.diagnostics.begin(), times.diagnostics.end());
    }
    return {sorted(std::move(read.diagnostics)), std::move(read.story.sources)};
}

std::size_t count(const std::vector<Checked>& all, Severity severity) {
    std::size_t number = 0;
    for (const Checked& checked : all) {
        for (const Diagnostic& diagnostic : checked.diagnostics)
            number += diagnostic.severity == severity ? 1U : 0U;
    }
    return number;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string text_report(const std::vector<Checked>& all) {
    for (const Checked& checked : all)
        show(checked.diagnostics, checked.sources);
    return fmt::format("{}: {}, {}\n", counted(all.size(), "story", "stories"),
                       counted(count(all, Severity::error), "error", "errors"),
                       counted(count(all, Severity::warning), "warning", "warnings"));
}

Json json_of(const Diagnostic& diagnostic, const Sources& sources) {
    Json value{{"severity", severity_word(diagnostic.severity)}, {"code", diagnostic.code}};
    value.update(json_place(diagnostic.span, diagnostic.message, sources));
    value["help"] = diagnostic.help;
    value["related"] = Json::array();
    for (const Related& related : diagnostic.related)
        value["related"].push_back(json_place(related.span, related.message, sources));
    return value;
}

std::string json_report(const std::vector<Checked>& all) {
    Json findings = Json::array();
    for (const Checked& checked : all) {
        for (const Diagnostic& diagnostic : checked.diagnostics)
            findings.push_back(json_of(diagnostic, checked.sources));
    }
    return json_text({{"stories", all.size()},
                      {"errors", count(all, Severity::error)},
                      {"warnings", count(all, Severity::warning)},
                      {"diagnostics", std::move(findings)}});
}

std::string sarif_report(const std::vector<Checked>& all) {
    Json results = Json::array();
    for (const Checked& checked : all)
        add_sarif_results(results, checked.diagnostics, checked.sources);
    return json_text(sarif_log(std::move(results)));
}

Exit check_stories(const Options& options) {
    std::vector<Checked> all;
    all.reserve(options.stories.size());
    for (const std::string& path : options.stories)
        all.push_back(check_story(path));
    const std::string report = options.format == "json"    ? json_report(all)
                               : options.format == "sarif" ? sarif_report(all)
                                                           : text_report(all);
    if (const Exit written = write_output("-", report); written != Exit::done) return written;
    return count(all, Severity::error) > 0 ? Exit::story_has_errors : Exit::done;
}

}  // namespace

void add_check(CLI::App& app, Exit& exit) {
    CLI::App& command = *app.add_subcommand("check", "Look for plot holes, contradictions and slips of the pen");
    const auto options = std::make_shared<Options>();
    command.add_option("stories", options->stories, "The story files; - is standard input")
        ->required()
        ->type_name("STORY.yaml");
    command.add_option("--format", options->format, "text, json or sarif")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"text", "json", "sarif"}))
        ->capture_default_str();
    command.callback([options, &exit] { exit = check_stories(*options); });
}

}  // namespace fabula::cli

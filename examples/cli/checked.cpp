#include "checked.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

namespace fabula::cli {
namespace {

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

/// Where what is replaced begins, in characters of its line and in bytes of the file, how many bytes it has, and what
/// is to stand there.
Json json_of(const std::vector<Edit>& edits, const Sources& sources) {
    Json list = Json::array();
    for (const Edit& edit : edits) {
        list.push_back({{"file", sources.name(edit.span.source)},
                        {"line", edit.span.line},
                        {"column", edit.span.column},
                        {"offset", edit.span.offset},
                        {"length", edit.span.length},
                        {"replacement", edit.replacement}});
    }
    return list;
}

Json json_of(const Diagnostic& diagnostic, const Sources& sources) {
    Json value{{"severity", severity_word(diagnostic.severity)}, {"code", diagnostic.code}};
    value.update(json_place(diagnostic.span, diagnostic.message, sources));
    value["help"] = diagnostic.help;
    if (!diagnostic.instead.empty()) value["instead"] = diagnostic.instead;
    if (!diagnostic.repairs.empty()) value["repairs"] = Json::array();
    for (const Repair& repair : diagnostic.repairs)
        value["repairs"].push_back({{"text", repair.text}, {"edits", json_of(repair.edits, sources)}});
    value["related"] = Json::array();
    for (const Related& related : diagnostic.related)
        value["related"].push_back(json_place(related.span, related.message, sources));
    return value;
}

}  // namespace

std::vector<Rule> all_rules() {
    constexpr std::array<std::string_view, 5> stages{"source", "yaml", "story", "time", "check"};
    std::vector<Rule> all = rules();
    for (const DiagnosticCode& code : diagnostic_codes()) {
        if (std::ranges::find(stages, code.stage) != stages.end())
            all.push_back({code.code, code.severity, code.meaning, code.hint, {}});
    }
    std::ranges::sort(all, {}, &Rule::code);
    return all;
}

std::size_t count(const CheckedStories& stories, Severity severity) {
    std::size_t number = 0;
    for (const Checked& checked : stories)
        number += static_cast<std::size_t>(std::ranges::count(checked.diagnostics, severity, &Diagnostic::severity));
    return number;
}

std::string summary(const CheckedStories& stories) {
    return fmt::format("{}: {}, {}, {}\n", counted(stories.size(), "story", "stories"),
                       counted(count(stories, Severity::error), "error", "errors"),
                       counted(count(stories, Severity::warning), "warning", "warnings"),
                       counted(count(stories, Severity::note), "note", "notes"));
}

std::string json_report(const CheckedStories& stories) {
    Json findings = Json::array();
    for (const Checked& checked : stories) {
        for (const Diagnostic& diagnostic : checked.diagnostics)
            findings.push_back(json_of(diagnostic, checked.sources));
    }
    return json_text({{"stories", stories.size()},
                      {"errors", count(stories, Severity::error)},
                      {"warnings", count(stories, Severity::warning)},
                      {"notes", count(stories, Severity::note)},
                      {"diagnostics", std::move(findings)}});
}

std::string rules_as_table() {
    std::string table;
    for (const Rule& rule : all_rules())
        table += fmt::format("{:24} {:8} {}\n", rule.code, severity_word(rule.severity), rule.meaning);
    return table;
}

std::string rules_as_json() {
    Json table = Json::array();
    for (const Rule& rule : all_rules()) {
        table.push_back({{"code", rule.code},
                         {"severity", severity_word(rule.severity)},
                         {"meaning", rule.meaning},
                         {"hint", rule.hint}});
        if (!rule.example.empty()) table.back()["example"] = rule.example;
    }
    return json_text({{"rules", std::move(table)}});
}

}  // namespace fabula::cli

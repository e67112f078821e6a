#include "sarif.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>

#include "fabula/version.hpp"

namespace fabula::cli {
namespace {

/// `path` as a URI reference (RFC 3986): what may not stand in one is percent-encoded.
std::string uri_of(std::string_view path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char byte : path) {
        const auto code = static_cast<unsigned char>(byte);
        if (allowed.find(byte) != std::string_view::npos) {
            uri += byte;
        } else {
            uri += {'%', digits[code >> 4U], digits[code & 15U]};
        }
    }
    return uri;
}

/// "after-death" as viewers head their lists: "AfterDeath" (3.49.7).
std::string name_of(std::string_view code) {
    std::string name;
    bool first = true;
    for (const char byte : code) {
        const bool small = byte >= 'a' && byte <= 'z';
        if (byte != '-') name += first && small ? static_cast<char>(byte - 'a' + 'A') : byte;
        first = byte == '-';
    }
    return name;
}

Json message(std::string_view text) {
    return {{"text", text}};
}

/// The run while it is put together. What is said of a story's file is said once, in its artifact (3.24); places refer
/// to it by its number.
class Run {
public:
    void add(const Checked& story) {
        for (std::uint32_t source = 0; source < story.sources.size(); ++source)
            artifact(source, story.sources);
        for (const Diagnostic& diagnostic : story.diagnostics)
            results_.push_back(result(diagnostic, story.sources));
    }

    [[nodiscard]] Json take(Exit exit) && {
        Json rules = Json::array();
        for (const Rule& rule : rules_) {
            rules.push_back({{"id", rule.code},
                             {"name", name_of(rule.code)},
                             {"shortDescription", message(rule.meaning)},
                             {"help", help(rule)},
                             {"defaultConfiguration", {{"level", severity_word(rule.severity)}}}});
        }
        const Json driver{{"name", "fabula"},
                          {"version", FABULA_VERSION},
                          {"semanticVersion", FABULA_VERSION},
                          {"rules", std::move(rules)}};
        const Json invocation{{"executionSuccessful", true}, {"exitCode", static_cast<int>(exit)}};
        return {{"tool", {{"driver", driver}}},
                {"invocations", Json::array({invocation})},
                {"columnKind", "unicodeCodePoints"},
                {"artifacts", std::move(artifacts_)},
                {"results", std::move(results_)}};
    }

private:
    static Json help(const Rule& rule) {
        Json value = message(rule.hint);
        if (!rule.example.empty())
            value["markdown"] = fmt::format("{}\n\nFound in:\n\n```yaml\n{}```\n", rule.hint, rule.example);
        return value;
    }

    /// The number of the file's artifact, which is made where it is new.
    std::size_t artifact(std::uint32_t source, const Sources& sources) {
        const std::string uri = uri_of(sources.name(source));
        const auto known = std::ranges::find(uris_, uri);
        const auto index = static_cast<std::size_t>(known - uris_.begin());
        if (known != uris_.end()) return index;
        uris_.push_back(uri);
        artifacts_.push_back(
            {{"location", {{"uri", uri}, {"index", index}}}, {"roles", Json::array({"analysisTarget"})}});
        return index;
    }

    /// Columns begin with 1, and the last is one past the end (3.30.8).
    static Json region(const Span& span, const Sources& sources) {
        const Span end = sources.span(span.source, std::size_t{span.offset} + span.length, 0);
        return {
            {"startLine", span.line}, {"startColumn", span.column}, {"endLine", end.line}, {"endColumn", end.column}};
    }

    Json place(const Span& span, const Sources& sources) {
        constexpr std::size_t longest_snippet = 1000;
        const std::size_t index = artifact(span.source, sources);
        Json place{{"artifactLocation", {{"uri", uris_[index]}, {"index", index}}}};
        if (span.line > 0) place["region"] = region(span, sources);
        if (span.line > 0 && span.length <= longest_snippet)
            place["region"]["snippet"] = message(sources.text(span.source).substr(span.offset, span.length));
        return place;
    }

    Json fix(const Repair& repair, const Sources& sources) {
        Json changes = Json::array();
        for (const Edit& edit : repair.edits) {
            const Json replacement{{"deletedRegion", region(edit.span, sources)},
                                   {"insertedContent", {{"text", edit.replacement}}}};
            changes.push_back({{"artifactLocation", place(edit.span, sources)["artifactLocation"]},
                               {"replacements", Json::array({replacement})}});
        }
        return {{"description", message(repair.text)}, {"artifactChanges", std::move(changes)}};
    }

    /// What was likely meant, instead of what stands there, and other ways to fix it.
    Json fixes(const Diagnostic& diagnostic, const Sources& sources) {
        Json list = Json::array();
        if (!diagnostic.instead.empty()) {
            const Edit edit{diagnostic.span, diagnostic.instead};
            list.push_back(fix({"write ‘" + diagnostic.instead + "’", {edit}}, sources));
        }
        for (const Repair& repair : diagnostic.repairs)
            list.push_back(fix(repair, sources));
        return list;
    }

    Json result(const Diagnostic& diagnostic, const Sources& sources) {
        const auto rule = std::ranges::lower_bound(rules_, diagnostic.code, {}, &Rule::code);
        const std::string help = diagnostic.help.empty() ? "" : ": " + diagnostic.help;
        Json result{{"ruleId", diagnostic.code},
                    {"ruleIndex", rule - rules_.begin()},
                    {"level", severity_word(diagnostic.severity)},
                    {"message", message(diagnostic.message + help)},
                    {"locations", Json::array({{{"physicalLocation", place(diagnostic.span, sources)}}})}};
        for (const Related& related : diagnostic.related) {
            result["relatedLocations"].push_back({{"id", &related - diagnostic.related.data()},
                                                  {"physicalLocation", place(related.span, sources)},
                                                  {"message", message(related.message)}});
        }
        if (Json all = fixes(diagnostic, sources); !all.empty()) result["fixes"] = std::move(all);
        return result;
    }

    std::vector<Rule> rules_ = all_rules();
    std::vector<std::string> uris_;  ///< of the artifacts
    Json artifacts_ = Json::array();
    Json results_ = Json::array();
};

}  // namespace

std::string sarif_report(const CheckedStories& stories, Exit exit) {
    Run run;
    for (const Checked& story : stories)
        run.add(story);
    return json_text({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                      {"version", "2.1.0"},
                      {"runs", Json::array({std::move(run).take(exit)})}});
}

}  // namespace fabula::cli

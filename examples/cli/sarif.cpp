#include "sarif.hpp"

#include <string>
#include <string_view>

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

Json location_of(const Span& span, const Sources& sources) {
    Json place{{"artifactLocation", {{"uri", uri_of(sources.name(span.source))}}}};
    if (span.line > 0) {
        place["region"] = {{"startLine", span.line},
                           {"startColumn", span.column},
                           {"byteOffset", span.offset},
                           {"byteLength", span.length}};
    }
    return {{"physicalLocation", place}};
}

Json result_of(const Diagnostic& diagnostic, const Sources& sources) {
    const std::string text = diagnostic.help.empty() ? diagnostic.message : diagnostic.message + ": " + diagnostic.help;
    Json result{{"ruleId", diagnostic.code},
                {"level", severity_word(diagnostic.severity)},
                {"message", {{"text", text}}},
                {"locations", Json::array({location_of(diagnostic.span, sources)})}};
    for (const Related& related : diagnostic.related) {
        Json location = location_of(related.span, sources);
        location["message"] = {{"text", related.message}};
        result["relatedLocations"].push_back(location);
    }
    return result;
}

}  // namespace

void add_sarif_results(Json& results, const Diagnostics& diagnostics, const Sources& sources) {
    for (const Diagnostic& diagnostic : diagnostics)
        results.push_back(result_of(diagnostic, sources));
}

Json sarif_log(Json results) {
    Json rules = Json::array();
    for (const DiagnosticCode& code : diagnostic_codes()) {
        rules.push_back({{"id", code.code},
                         {"shortDescription", {{"text", code.meaning}}},
                         {"defaultConfiguration", {{"level", severity_word(code.severity)}}}});
    }
    const Json driver{{"name", "fabula"}, {"version", FABULA_VERSION}, {"rules", std::move(rules)}};
    const Json run{
        {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
    return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
            {"version", "2.1.0"},
            {"runs", Json::array({run})}};
}

}  // namespace fabula::cli

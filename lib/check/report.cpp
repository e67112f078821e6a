#include "check/report.hpp"

#include <fmt/format.h>
#include <utility>

namespace fabula::checking {

bool Report::is_allowed(const Finding& finding) {
    bool allowed = allowances_.silences(rule_.code, finding.span);
    for (const Related& related : finding.related)
        allowed = allowances_.silences(rule_.code, related.span) || allowed;
    for (const Span& entry : finding.about)
        allowed = allowances_.silences(rule_.code, entry) || allowed;
    return allowed;
}

void Report::add(Severity severity, Finding finding, std::string help) {
    if (is_allowed(finding)) return;
    findings_.add({.severity = severity,
                   .code = std::string(rule_.code),
                   .span = finding.span,
                   .message = std::move(finding.message),
                   .help = std::move(help),
                   .related = std::move(finding.related)});
}

void Report::add(Severity severity, Finding finding) {
    add(severity, std::move(finding), std::string(rule_.mend));
}

void Report::add(Sureness sureness, Finding finding) {
    if (sureness == Sureness::certain) add(Severity::error, std::move(finding));
    if (sureness != Sureness::likely) return;
    add(Severity::warning, std::move(finding),
        fmt::format("only the order of the list has it so: say when it was, or {}", rule_.mend));
}

}  // namespace fabula::checking

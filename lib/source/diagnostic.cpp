#include "fabula/diagnostic.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>

namespace fabula {

Diagnostic make_diagnostic(std::string_view code, Span span, std::string message, std::string help) {
    const std::vector<DiagnosticCode>& codes = diagnostic_codes();
    const auto row =
        std::lower_bound(codes.begin(), codes.end(), code,
                         [](const DiagnosticCode& known, std::string_view wanted) { return known.code < wanted; });
    assert(row != codes.end() && row->code == code);
    return {.severity = row->severity,
            .code = std::string(code),
            .span = span,
            .message = std::move(message),
            .help = std::move(help),
            .related = {},
            .instead = {}};
}

bool has_errors(const Diagnostics& diagnostics) noexcept {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
}

Diagnostics sorted(Diagnostics diagnostics) {
    const auto place = [](const Diagnostic& diagnostic) {
        return std::tuple(diagnostic.span.source, diagnostic.span.line, diagnostic.span.column);
    };
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic& first, const Diagnostic& second) { return place(first) < place(second); });
    return diagnostics;
}

std::string_view severity_word(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            break;
    }
    return "error";
}

}  // namespace fabula

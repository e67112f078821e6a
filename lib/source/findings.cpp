#include "source/findings.hpp"

#include <fmt/format.h>
#include <utility>

#include "source/nearest.hpp"

namespace fabula {

void Findings::add(Diagnostic diagnostic) {
    has_errors_ = has_errors_ || diagnostic.severity == Severity::error;
    if (full()) {
        ++left_out_;
    } else {
        list_.push_back(std::move(diagnostic));
    }
}

void Findings::add(std::string_view code, Span span, std::string message, std::string help) {
    add(make_diagnostic(code, span, std::move(message), std::move(help)));
}

void Findings::add_misspelt(std::string_view code, Located<std::string_view> word, std::string message,
                            std::span<const std::string_view> candidates, std::string otherwise) {
    Diagnostic diagnostic = make_diagnostic(code, word.span, std::move(message), std::move(otherwise));
    if (const auto near = nearest(word.value, candidates)) {
        diagnostic.help = fmt::format("did you mean ‘{}’?", *near);
        diagnostic.instead = *near;
    }
    add(std::move(diagnostic));
}

Diagnostics Findings::take() && {
    Diagnostics result = sorted(std::move(list_));
    if (left_out_ > 0) {
        const Span whole_file{.source = result.empty() ? 0 : result.front().span.source};
        result.push_back(make_diagnostic("more-findings", whole_file,
                                         fmt::format("{} more findings are not listed", left_out_),
                                         "fix those listed and look again"));
        if (has_errors_ && !fabula::has_errors(result)) result.back().severity = Severity::error;
    }
    return result;
}

}  // namespace fabula

#pragma once

#include <string>
#include <vector>

#include "fabula/check.hpp"

#include "check/allowances.hpp"
#include "check/order.hpp"
#include "source/findings.hpp"

namespace fabula::checking {

/// What a rule found: what is wrong at `span`, and the other places that make it so. `about` are the entries of the
/// cast that it is about: what they allow counts as well.
struct Finding {
    Span span;
    std::string message;
    std::vector<Related> related = {};
    std::vector<Span> about = {};
};

/// Takes the findings of one rule, without those that the story allows.
class Report {
public:
    Report(const Rule& rule, Allowances& allowances, Findings& findings)
        : rule_(rule), allowances_(allowances), findings_(findings) {}

    /// Whether the story allows a finding at `span`, for rules that sum up several places.
    [[nodiscard]] bool allows(const Span& span) { return allowances_.silences(rule_.code, span); }

    void add(Severity severity, Finding finding);

    /// An error where it is certain, a warning where it is likely, nothing else.
    void add(Sureness sureness, Finding finding);

private:
    void add(Severity severity, Finding finding, std::string help);
    [[nodiscard]] bool is_allowed(const Finding& finding);

    const Rule& rule_;
    Allowances& allowances_;
    Findings& findings_;
};

}  // namespace fabula::checking

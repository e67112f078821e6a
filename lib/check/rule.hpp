#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/check.hpp"
#include "fabula/story.hpp"

#include "check/context.hpp"
#include "check/order.hpp"
#include "source/findings.hpp"

namespace fabula::checking {

/// What a story says under `allow:`, and which of it was needed.
class Allowances {
public:
    /// Reports codes that are none of `codes`.
    Allowances(const Story& story, const std::vector<std::string_view>& codes, Findings& findings);

    /// Whether a finding of the rule `code` at `span` is allowed; notes that it was needed. O(log allowances).
    [[nodiscard]] bool silences(std::string_view code, const Span& span);

    /// Notes what was needed so that a contradiction is none.
    void note_use(const SetAside& contradiction);

    /// Reports those that silenced nothing, but not in entries of which something was left out.
    void report_idle(const LeftOut& left_out, Findings& findings) const;

private:
    /// The extent of an entry that allows a rule. Those of one rule are nested or apart, as entries are.
    struct Extent {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        Span said_at;
        std::size_t outer = 0;  ///< index of the next extent around this one; its own where there is none
        bool used = false;
    };
    using Extents = std::vector<Extent>;

    void note(const Allowance& allowance);
    static void nest(Extents& extents);

    std::map<std::string_view, Extents> by_code_;
};

/// What a rule found: what is wrong at `span`, and the other places that make it so. `about` are the entries of the
/// cast that it is about: what they allow counts as well.
struct Finding {
    Span span;
    std::string message;
    std::vector<Related> related = {};
    std::vector<Span> about = {};
};

/// Takes the findings of one rule, without those that the story allows, and those about an entry of which reading had
/// to leave out what decides it.
class Report {
public:
    Report(const Rule& rule, Allowances& allowances, const LeftOut& left_out, Findings& findings)
        : rule_(rule), allowances_(allowances), left_out_(left_out), findings_(findings) {}

    /// Whether the story allows a finding at `span`, for rules that sum up several places.
    [[nodiscard]] bool allows(const Span& span) { return allowances_.silences(rule_.code, span); }

    void add(Severity severity, Finding finding);

    /// An error where it is certain, a warning where it is likely, nothing else.
    void add(Sureness sureness, Finding finding);

private:
    void add(Severity severity, Finding finding, std::string help);
    [[nodiscard]] bool is_allowed(const Finding& finding);
    [[nodiscard]] bool is_blurred(const Finding& finding) const;

    const Rule& rule_;
    Allowances& allowances_;
    const LeftOut& left_out_;
    Findings& findings_;
};

/// A rule and how it looks: `find` is pure but for what it reports.
struct CheckedRule {
    Rule rule;
    void (*find)(const CheckContext& context, Report& report);
};

/// All of them, those that find errors first: where there is more than can be listed, those are listed.
[[nodiscard]] const std::vector<CheckedRule>& checked_rules();

}  // namespace fabula::checking

// check: applies all rules to a story.
#include "fabula/check.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <limits>
#include <tuple>
#include <utility>

#include "check/rule.hpp"

namespace fabula::checking {

Allowances::Allowances(const Story& story, const std::vector<std::string_view>& codes, Findings& findings) {
    for (const Allowance& allowance : story.allowances()) {
        const std::string& code = allowance.code.value;
        if (std::ranges::find(codes, code) != codes.end()) {
            note(allowance);
        } else {
            findings.add_misspelt("unknown-rule", {code, allowance.code.span},
                                  fmt::format("there is no rule ‘{}’", code), codes,
                                  "‘fabula check --rules’ lists them");
        }
    }
    for (auto& [code, extents] : by_code_)
        nest(extents);
}

void Allowances::note(const Allowance& allowance) {
    const bool everywhere = allowance.within.line == 0;
    const std::uint32_t begin = everywhere ? 0 : allowance.within.offset;
    const std::uint32_t end =
        everywhere ? std::numeric_limits<std::uint32_t>::max() : allowance.within.offset + allowance.within.length;
    by_code_[allowance.code.value].push_back({.begin = begin, .end = end, .said_at = allowance.code.span});
}

/// Puts outer extents before those within them, and tells each which is next around it.
void Allowances::nest(Extents& extents) {
    std::ranges::stable_sort(extents, [](const Extent& first, const Extent& second) {
        return std::tuple(first.begin, second.end) < std::tuple(second.begin, first.end);
    });
    const auto same = [](const Extent& first, const Extent& second) {
        return first.begin == second.begin && first.end == second.end;
    };
    extents.erase(std::unique(extents.begin(), extents.end(), same), extents.end());
    for (std::size_t i = 0; i < extents.size(); ++i) {
        std::size_t outer = i == 0 ? i : i - 1;
        while (outer != i && extents[outer].end < extents[i].end)
            outer = extents[outer].outer == outer ? i : extents[outer].outer;
        extents[i].outer = outer;
    }
}

bool Allowances::silences(std::string_view code, const Span& span) {
    const auto found = by_code_.find(code);
    if (found == by_code_.end()) return false;
    Extents& extents = found->second;
    const auto after = std::ranges::upper_bound(extents, span.offset, {}, &Extent::begin);
    if (after == extents.begin()) return false;
    std::size_t i = static_cast<std::size_t>(after - extents.begin()) - 1;
    while (extents[i].end <= span.offset) {
        if (extents[i].outer == i) return false;
        i = extents[i].outer;
    }
    while (!extents[i].used) {
        extents[i].used = true;
        i = extents[i].outer;
    }
    return true;
}

void Allowances::note_use(const SetAside& contradiction) {
    static_cast<void>(silences(contradiction.code, contradiction.span));
    static_cast<void>(silences("contradiction", contradiction.span));
}

void Allowances::report_idle(const LeftOut& left_out, Findings& findings) const {
    for (const auto& [code, extents] : by_code_) {
        for (const Extent& extent : extents) {
            if (extent.used || left_out.is_within_entry_of(extent.said_at)) continue;
            findings.add("allows-nothing", extent.said_at,
                         fmt::format("there is nothing here that ‘{}’ would find", code),
                         "take it out, or move it to the entry that it is meant for");
        }
    }
}

bool Report::is_allowed(const Finding& finding) {
    bool allowed = allowances_.silences(rule_.code, finding.span);
    for (const Related& related : finding.related)
        allowed = allowances_.silences(rule_.code, related.span) || allowed;
    for (const Span& entry : finding.about)
        allowed = allowances_.silences(rule_.code, entry) || allowed;
    return allowed;
}

bool Report::is_blurred(const Finding& finding) const {
    if (!left_out_.anything()) return false;
    const auto blurs = [this](const Span& span) { return left_out_.blurs(span); };
    return blurs(finding.span) || std::ranges::any_of(finding.related, blurs, &Related::span) ||
           std::ranges::any_of(finding.about, blurs);
}

void Report::add(Severity severity, Finding finding, std::string help) {
    if (is_allowed(finding) || is_blurred(finding)) return;
    findings_.add({.severity = severity,
                   .code = std::string(rule_.code),
                   .span = finding.span,
                   .message = std::move(finding.message),
                   .help = std::move(help),
                   .related = std::move(finding.related)});
}

void Report::add(Severity severity, Finding finding) {
    add(severity, std::move(finding), std::string(rule_.hint));
}

void Report::add(Sureness sureness, Finding finding) {
    if (sureness == Sureness::certain) add(Severity::error, std::move(finding));
    if (sureness != Sureness::likely) return;
    add(Severity::warning, std::move(finding),
        fmt::format("only the order of the list has it so: say when it was, or {}", rule_.hint));
}

}  // namespace fabula::checking

namespace fabula {

Diagnostics check(const Story& story, const Timetable& timetable, std::size_t most) {
    using namespace checking;
    std::vector<std::string_view> codes;
    for (const Rule& rule : rules())
        codes.push_back(rule.code);
    codes.insert(codes.end(), std::begin(contradiction_codes), std::end(contradiction_codes));
    Findings findings(most);
    Allowances allowances(story, codes, findings);
    for (const SetAside& said : timetable.set_aside) {
        if (said.allowed) allowances.note_use(said);
    }

    Order order(story, timetable);
    const Lives lives(story, timetable, order);
    Geography geography(story, order);
    Awareness awareness(story, timetable);
    const Telling telling(story);
    const LeftOut left_out(story);
    const CheckContext context{story, timetable, order, lives, geography, awareness, telling, left_out};
    for (const CheckedRule& row : checked_rules()) {
        Report report(row.rule, allowances, left_out, findings);
        row.find(context, report);
    }
    allowances.report_idle(left_out, findings);
    return std::move(findings).take();
}

}  // namespace fabula

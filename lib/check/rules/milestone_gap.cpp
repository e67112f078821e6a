// milestone-gap: a series that counts on from a number that is not there.
#include <algorithm>
#include <fmt/format.h>

#include "check/patterns.hpp"
#include "check/rules/rules.hpp"

namespace fabula::checking {

namespace {

std::string numbers(int first, int last) {
    return first == last ? fmt::format("number {}", first) : fmt::format("numbers {} to {}", first, last);
}

void find_milestone_gap(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    for (const Series& series : series_of(story)) {
        int last = 0;
        for (const EventIndex e : series) {
            const Milestone& milestone = *story.events()[e].milestone;
            const int number = milestone.number->value;
            const Character& who = story.characters()[milestone.of.index];
            // A story may well begin in the middle of a series.
            const Severity severity = last == 0 ? Severity::note : Severity::warning;
            const bool read_in_full = !std::ranges::any_of(series, [&](EventIndex each) {
                return context.left_out.is_within_entry_of(story.events()[each].span);
            });
            if (number > last + 1 && read_in_full) {
                report.add(severity, {.span = milestone.number->span,
                                      .message = fmt::format("‘{}’ reaches {} without {}", who.id,
                                                             name_of(milestone, story), numbers(last + 1, number - 1)),
                                      .about = {who.span, story.milestones()[milestone.kind.index].span}});
            }
            last = number;
        }
    }
}

}  // namespace

CheckedRule milestone_gap() {
    return {{.code = "milestone-gap",
             .severity = Severity::warning,
             .meaning = "a number of a series of milestones is missing",
             .hint = "add the missing milestone, or change the number",
             .example = R"(title: The keepers
characters: {ada: }
milestones: {promotion: {name: promotion}}
events:
  - {promotion: ada, number: 1}
  - {promotion: ada, number: 3}
)"},
            find_milestone_gap};
}

}  // namespace fabula::checking

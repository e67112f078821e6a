// milestone-order: the second of a series is not before the first.
#include <fmt/format.h>

#include "check/patterns.hpp"
#include "check/rules/rules.hpp"

namespace fabula::checking {

namespace {

void find_milestone_order(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    for (const Series& series : series_of(story)) {
        for (std::size_t i = 1; i < series.size(); ++i) {
            const EventIndex low = series[i - 1];
            const EventIndex high = series[i];
            const Milestone& milestone = *story.events()[high].milestone;
            const Character& who = story.characters()[milestone.of.index];
            report.add(context.order.after(context.order.start(low), context.order.start(high)),
                       {.span = milestone.number->span,
                        .message = fmt::format("‘{}’ reaches {} before {}", who.id, name_of(milestone, story),
                                               name_of(*story.events()[low].milestone, story)),
                        .related = {{story.events()[low].milestone->number->span, "the lower number is here"}},
                        .about = {who.span, story.milestones()[milestone.kind.index].span}});
        }
    }
}

}  // namespace

CheckedRule milestone_order() {
    return {{.code = "milestone-order",
             .severity = Severity::error,
             .meaning = "someone reaches a milestone before one with a lower number",
             .hint = "change the numbers or the times",
             .example = R"(title: The keepers
characters: {ada: }
milestones: {promotion: {name: promotion}}
events:
  - {promotion: ada, number: 1, when: 1925}
  - {promotion: ada, number: 2, when: 1922}
)"},
            find_milestone_order};
}

}  // namespace fabula::checking

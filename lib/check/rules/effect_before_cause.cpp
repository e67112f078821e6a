// effect-before-cause: of two events linked as cause and effect, the cause comes first.
#include <algorithm>
#include <fmt/format.h>

#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

/// Who travels through time takes causes along.
bool takes_time_traveller(const Event& event, const Story& story) {
    return std::ranges::any_of(event.who,
                               [&](const Reference& who) { return !story.characters()[who.index].clock.empty(); });
}

void find_effect_before_cause(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    for (const Link& link : story.links()) {
        if (link.kind != "cause" || link.from.index == link.to.index) continue;
        const Event& cause = story.events()[link.from.index];
        const Event& effect = story.events()[link.to.index];
        if (takes_time_traveller(cause, story)) continue;
        const Sureness sureness =
            context.order.after(context.order.start(link.from.index), context.order.start(link.to.index));
        report.add(sureness, {.span = link.to.span,
                              .message = fmt::format("{} comes before its cause, {}", called(effect, story),
                                                     called(cause, story)),
                              .related = {{effect.span, "the effect is here"}, {cause.span, "the cause is here"}}});
    }
}

}  // namespace

CheckedRule effect_before_cause() {
    return {{.code = "effect-before-cause",
             .severity = Severity::error,
             .meaning = "a link of the kind ‘cause’ leads to an event that begins before its cause",
             .hint = "turn the link round, or move one of the two",
             .example = R"(title: The storm
events:
  - {id: storm, title: A storm, when: 1934-02-06}
  - {id: wreck, title: A ship is lost, when: 1934-02-04}
links: [{from: storm, to: wreck, kind: cause}]
)"},
            find_effect_before_cause};
}

}  // namespace fabula::checking

// reveal-early: what has not happened yet cannot come out.
#include <fmt/format.h>

#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

void find_reveal_early(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        if (!Lives::is_real(story.events()[e])) continue;
        for (const Reference& revealed : story.events()[e].reveals) {
            const Event& event = story.events()[revealed.index];
            report.add(context.order.after(context.order.start(revealed.index), context.order.end(e)),
                       {.span = revealed.span,
                        .message = fmt::format("{} reveals {} before it has happened", called(story.events()[e], story),
                                               called(event, story)),
                        .related = {{event.span, "it happens here"}}});
        }
    }
}

}  // namespace

CheckedRule reveal_early() {
    return {{.code = "reveal-early",
             .severity = Severity::error,
             .meaning = "an event is revealed before it has happened",
             .hint = "move one of the two, or make the foreseeing a ‘vision’",
             .example = R"(title: The will
characters: {ada: }
events:
  - {id: reading, title: The will is read, who: ada, reveals: change, when: 1930}
  - {id: change, title: The will is changed, when: 1931}
)"},
            find_reveal_early};
}

}  // namespace fabula::checking

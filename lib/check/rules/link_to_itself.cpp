// link-to-itself: a link that leads nowhere.
#include <fmt/format.h>

#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

void find_link_to_itself(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    for (const Link& link : story.links()) {
        if (link.from.index != link.to.index) continue;
        const Event& event = story.events()[link.from.index];
        report.add(Severity::warning, {.span = link.to.span,
                                       .message = fmt::format("a link from {} leads to itself", called(event, story)),
                                       .about = {event.span}});
    }
}

}  // namespace

CheckedRule link_to_itself() {
    return {{.code = "link-to-itself",
             .severity = Severity::warning,
             .meaning = "a link leads from an event to itself",
             .hint = "name another event, or take the link out",
             .example = R"(title: The wreck
characters: {ada: }
events: [{id: evening, title: Ada looks out on the sea, who: ada}]
links: [{from: evening, to: evening, kind: echo}]
)"},
            find_link_to_itself};
}

}  // namespace fabula::checking

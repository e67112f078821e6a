// frame-cycle: a dream within a dream within the first one.
#include <fmt/format.h>

#include "check/patterns.hpp"
#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

void find_frame_cycle(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    for (const std::vector<EventIndex>& circle : circles_of_frames(story)) {
        const Event& event = story.events()[circle.front()];
        const std::string others = circle.size() == 1 ? "" : ", by way of " + called(story.events()[circle[1]], story);
        report.add(Severity::error, {.span = event.frame->span,
                                     .message = fmt::format("{} is its own frame{}", called(event, story), others),
                                     .related = {{event.span, "the event is here"}}});
    }
}

}  // namespace

CheckedRule frame_cycle() {
    return {{.code = "frame-cycle",
             .severity = Severity::error,
             .meaning = "a dream or vision is its own frame, or that of its frame",
             .hint = "name the event in which it is had",
             .example = R"(title: The dreamer
characters: {ada: }
events:
  - {id: butterfly, title: Ada is a butterfly, who: ada, mode: dream, frame: butterfly}
)"},
            find_frame_cycle};
}

}  // namespace fabula::checking

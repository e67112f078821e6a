// frame-untold: what is told within a frame needs a frame that is told.
#include <fmt/format.h>

#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

void find_frame_untold(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    for (const EventIndex e : story.told()) {
        const auto& frame = story.events()[e].frame;
        if (!frame || context.telling.place(frame->index)) continue;
        const Event& outer = story.events()[frame->index];
        report.add(Severity::warning, {.span = frame->span,
                                       .message = fmt::format("{} is told within {}, which is not told",
                                                              called(story.events()[e], story), called(outer, story)),
                                       .related = {{outer.span, "the frame is here"}}});
    }
}

}  // namespace

CheckedRule frame_untold() {
    return {{.code = "frame-untold",
             .severity = Severity::warning,
             .meaning = "a flashback, dream or vision is told, and its frame is not",
             .hint = "tell the frame as well (‘told’), or name another",
             .example = R"(title: The wreck
characters: {ada: }
told: [wreck]
events:
  - {id: evening, title: Ada looks out on the sea, who: ada}
  - {id: wreck, title: The wreck, who: ada, mode: flashback, frame: evening}
)"},
            find_frame_untold};
}

}  // namespace fabula::checking

// frame-order: a flashback, dream or vision is told within its frame, and so not before it.
#include <fmt/format.h>

#include "check/patterns.hpp"
#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

void find_frame_order(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    std::vector<bool> in_circle(story.events().size());  // which no order could fix: frame-cycle finds those
    for (const std::vector<EventIndex>& circle : circles_of_frames(story)) {
        for (const EventIndex e : circle)
            in_circle[e] = true;
    }
    for (const EventIndex e : story.told()) {
        const auto& frame = story.events()[e].frame;
        if (!frame || in_circle[e] || !context.telling.place(frame->index)) continue;
        if (*context.telling.place(e) >= *context.telling.place(frame->index)) continue;
        const Event& outer = story.events()[frame->index];
        report.add(context.telling.is_stated() ? Severity::error : Severity::warning,
                   {.span = frame->span,
                    .message = fmt::format("{} is told before its frame, {}", called(story.events()[e], story),
                                           called(outer, story)),
                    .related = {{outer.span, "the frame is here"}}});
    }
}

}  // namespace

CheckedRule frame_order() {
    return {{.code = "frame-order",
             .severity = Severity::error,
             .meaning = "a flashback, dream or vision is told before its frame",
             .hint = "tell it after its frame (‘told’), or name another frame",
             .example = R"(title: The wreck
characters: {ada: }
told: [wreck, evening]
events:
  - {id: evening, title: Ada looks out on the sea, who: ada}
  - {id: wreck, title: The wreck, who: ada, mode: flashback, frame: evening}
)"},
            find_frame_order};
}

}  // namespace fabula::checking

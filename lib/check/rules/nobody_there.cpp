// nobody-there: an event that nobody takes part in.
#include <fmt/format.h>

#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

void find_nobody_there(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    if (story.characters().empty()) return;
    for (const Event& event : story.events()) {
        if (!event.who.empty() || !event.mentions.empty()) continue;
        if (context.left_out.is_within_entry_of(event.span)) continue;
        report.add(Severity::note,
                   {.span = event.span, .message = fmt::format("nobody takes part in {}", called(event, story))});
    }
}

}  // namespace

CheckedRule nobody_there() {
    return {{.code = "nobody-there",
             .severity = Severity::note,
             .meaning = "an event nobody takes part in or is mentioned in",
             .hint = "say with ‘who’ who takes part, or with ‘mentions’ whom it is about",
             .example = R"(title: The wreck
characters: {ada: }
events:
  - {id: evening, title: Ada looks out on the sea, who: ada}
  - {id: storm, title: A storm}
)"},
            find_nobody_there};
}

}  // namespace fabula::checking

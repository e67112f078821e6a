// acts-unknowing: one can act on what one knows.
#include <fmt/format.h>

#include "check/patterns.hpp"
#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

/// Where those who act learn of it, if they do: too late.
std::vector<Related> explained(EventIndex known, const std::vector<CharacterIndex>& who, const CheckContext& context) {
    std::vector<Related> related{{context.story.events()[known].span, "what they act on is here"}};
    for (const CharacterIndex one : who) {
        const auto lesson = context.awareness.first_lesson(one, known);
        if (!lesson || related.size() > 4) continue;
        const std::string name = quoted(context.story.characters()[one].id);
        if (*lesson != known) related.push_back({context.story.events()[*lesson].span, name + " learns of it here"});
    }
    return related;
}

void find_of(EventIndex acting, const Reference& known, const CheckContext& context, Report& report) {
    std::vector<CharacterIndex> unaware;
    Sureness sureness = Sureness::no;
    for (const Reference& who : context.story.events()[acting].who) {
        const Sureness one = context.awareness.does_not_know(who.index, known.index, acting, context.order);
        if (one != Sureness::no) unaware.push_back(who.index);
        sureness = std::max(sureness, one);
    }
    if (unaware.empty()) return;
    const Story& story = context.story;
    report.add(sureness,
               {.span = known.span,
                .message = fmt::format("{} {} not know of {} yet in {}", called(unaware, story),
                                       unaware.size() == 1 ? "does" : "do", called(story.events()[known.index], story),
                                       called(story.events()[acting], story)),
                .related = explained(known.index, unaware, context),
                .about = spans_of(unaware, story)});
}

void find_acts_unknowing(const CheckContext& context, Report& report) {
    for (EventIndex e = 0; e < context.story.events().size(); ++e) {
        if (!Lives::is_real(context.story.events()[e])) continue;
        for (const Reference& known : context.story.events()[e].acts_on)
            find_of(e, known, context, report);
    }
}

}  // namespace

CheckedRule acts_unknowing() {
    return {{.code = "acts-unknowing",
             .severity = Severity::error,
             .meaning = "someone acts on an event (‘acts-on’) that they do not know of yet",
             .hint = "say with ‘knows’ or ‘reveals’ where they learn of it, or move one of the two",
             .example = R"(title: The will
characters: {ada: , finn: }
events:
  - {id: will, title: Finn changes his will, who: finn}
  - {id: flight, title: Ada takes the money and runs, who: ada, acts-on: will}
)"},
            find_acts_unknowing};
}

}  // namespace fabula::checking

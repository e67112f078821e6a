// reveal-known: a reveal has to tell somebody something, the reader or one of those who are there.
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>

#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

/// By event: the first place in the telling from which the reader knows that it is so.
std::vector<std::optional<EventIndex>> first_tellings(const CheckContext& context) {
    std::vector<std::optional<EventIndex>> first(context.story.events().size());
    for (const EventIndex e : context.story.told()) {
        if (!Lives::is_real(context.story.events()[e])) continue;
        if (!first[e]) first[e] = e;
        for (const Reference& revealed : context.story.events()[e].reveals) {
            if (!first[revealed.index]) first[revealed.index] = e;
        }
    }
    return first;
}

bool is_told_before(const std::optional<EventIndex>& first, EventIndex reveal, const Telling& telling) {
    return first && telling.place(reveal) && *telling.place(*first) < *telling.place(reveal);
}

void find_reveal_known(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    const auto first = first_tellings(context);
    for (const EventIndex e : story.told()) {
        const Event& reveal = story.events()[e];
        for (const Reference& revealed : reveal.reveals) {
            if (reveal.who.empty() || !is_told_before(first[revealed.index], e, context.telling)) continue;
            const bool all_know = std::ranges::all_of(reveal.who, [&](const Reference& who) {
                return context.awareness.knows_for_a_fact(who.index, revealed.index, e);
            });
            if (!all_know) continue;
            const Event& telling = story.events()[*first[revealed.index]];
            report.add(Severity::warning,
                       {.span = revealed.span,
                        .message = fmt::format("{} reveals {}, which the reader and all who are there know already",
                                               called(reveal, story), called(story.events()[revealed.index], story)),
                        .related = {{telling.span, "the reader is told here"}}});
        }
    }
}

}  // namespace

CheckedRule reveal_known() {
    return {{.code = "reveal-known",
             .severity = Severity::warning,
             .meaning = "an event is revealed that has been told already, and that all who are there know of",
             .hint = "take it out of ‘reveals’, or tell it later",
             .example = R"(title: The will
characters: {ada: }
events:
  - {id: change, title: Ada changes the will, who: ada}
  - {id: reading, title: The will is read, who: ada, reveals: change}
)"},
            find_reveal_known};
}

}  // namespace fabula::checking

// before-birth: nobody takes part in anything before being born.
#include <fmt/format.h>

#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

void find_appearances_before(CharacterIndex who, const EndOfLife& birth, const CheckContext& context, Report& report) {
    const Story& story = context.story;
    const std::string name = quoted(story.characters()[who].id);
    for (const EventIndex e : context.lives.appearances(who)) {
        if (e == birth.event || context.lives.goes_on(who, context.timetable.events[e].start.nominal)) continue;
        const Event& event = story.events()[e];
        report.add(context.order.after(birth.when, context.order.end(e)),
                   {.span = place_of(event, who),
                    .message = fmt::format("{} takes part in {} before being born", name, called(event, story)),
                    .related = {{birth.stated_at, fmt::format("{} is born here", name)}},
                    .about = {story.characters()[who].span}});
    }
}

void find_before_birth(const CheckContext& context, Report& report) {
    for (CharacterIndex c = 0; c < context.story.characters().size(); ++c) {
        if (const auto& birth = context.lives.birth(c)) find_appearances_before(c, *birth, context, report);
    }
}

}  // namespace

CheckedRule before_birth() {
    return {{.code = "before-birth",
             .severity = Severity::error,
             .meaning = "someone takes part in an event before their birth",
             .hint = "move one of the two, or say with ‘mentions’ who is only spoken of",
             .example = R"(title: The lamp
characters: {nell: {born: 1922}}
events:
  - {id: wreck, title: A ship runs aground, who: nell, when: 1920-11-19}
)"},
            find_before_birth};
}

}  // namespace fabula::checking

// after-death: nobody takes part in anything once dead.
#include <fmt/format.h>

#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

/// What the dead one does there, with the milestone by its name.
std::string deed(const Event& event, CharacterIndex who, const Story& story) {
    const auto& milestone = event.milestone;
    if (!milestone || milestone->of.index != who) return "takes part in " + called(event, story);
    return fmt::format("reaches {} {}", story.milestones()[milestone->kind.index].name, milestone->number->value);
}

void find_appearances_after(CharacterIndex who, const EndOfLife& death, const CheckContext& context, Report& report) {
    const Story& story = context.story;
    const std::string name = quoted(story.characters()[who].id);
    for (const EventIndex e : context.lives.appearances(who)) {
        if (e == death.event || context.lives.goes_on(who, context.timetable.events[e].start.nominal)) continue;
        const Event& event = story.events()[e];
        report.add(context.order.after(context.order.start(e), death.when),
                   {.span = place_of(event, who),
                    .message = fmt::format("{} {} after death", name, deed(event, who, story)),
                    .related = {{death.stated_at, fmt::format("{} dies here", name)}},
                    .about = {story.characters()[who].span}});
    }
}

void find_after_death(const CheckContext& context, Report& report) {
    for (CharacterIndex c = 0; c < context.story.characters().size(); ++c) {
        if (const auto& death = context.lives.death(c)) find_appearances_after(c, *death, context, report);
    }
}

}  // namespace

CheckedRule after_death() {
    return {{.code = "after-death",
             .severity = Severity::error,
             .meaning = "someone takes part in an event after their death",
             .hint = "move one of the two, or say with ‘mentions’ who is only spoken of",
             .example = R"(title: The wreck
characters: {finn: }
events:
  - {id: storm, title: Finn drowns, death: finn, when: 1934-02-06}
  - {id: feast, title: The village dances, who: finn, when: 1935-06}
)"},
            find_after_death};
}

}  // namespace fabula::checking

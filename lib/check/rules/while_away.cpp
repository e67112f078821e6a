// while-away: nobody takes part in anything while absent.
#include <algorithm>
#include <fmt/format.h>

#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

/// As sure as that it is after the going and before the coming back; who never comes back is away for good.
Sureness within(EventIndex event, CharacterIndex who, std::size_t absence, const CheckContext& context) {
    Order& order = context.order;
    const Sureness after = order.after(order.start(event), order.goes(who, absence));
    const bool for_good = context.story.characters()[who].absent[absence].until.empty();
    if (after == Sureness::no || for_good) return after;
    return std::min(after, order.after(order.comes_back(who, absence), order.end(event)));
}

/// Whether an end of the absence is set aside: then nobody knows who is away when.
bool is_uncertain(CharacterIndex who, std::size_t absence, const Timetable& timetable) {
    return std::ranges::any_of(timetable.set_aside_of(SetAside::Kind::absence, who),
                               [absence](const SetAside& said) { return said.part == absence; });
}

void find_appearances_of(CharacterIndex who, const CheckContext& context, Report& report) {
    const Character& character = context.story.characters()[who];
    for (std::size_t a = 0; a < character.absent.size(); ++a) {
        if (is_uncertain(who, a, context.timetable)) continue;
        for (const EventIndex e : context.lives.appearances(who)) {
            const Event& event = context.story.events()[e];
            const std::string name = quoted(character.id);
            report.add(within(e, who, a, context),
                       {.span = place_of(event, who),
                        .message = fmt::format("{} takes part in {} while absent", name, called(event, context.story)),
                        .related = {{character.absent[a].span, fmt::format("{} is absent here", name)}},
                        .about = {character.span}});
        }
    }
}

void find_while_away(const CheckContext& context, Report& report) {
    for (CharacterIndex c = 0; c < context.story.characters().size(); ++c)
        find_appearances_of(c, context, report);
}

}  // namespace

CheckedRule while_away() {
    return {{.code = "while-away",
             .severity = Severity::error,
             .meaning = "someone takes part in an event while they are absent (‘absent’)",
             .hint = "move the event, change the absence, or say with ‘mentions’ who is only spoken of",
             .example = R"(title: The lamp
characters: {finn: {absent: [{from: 1920, until: 1925}]}}
events: [{id: wreck, title: A ship runs aground, who: finn, when: 1922-11-19}]
)"},
            find_while_away};
}

}  // namespace fabula::checking

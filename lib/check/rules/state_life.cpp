// state-life: to be something, one has to live.
#include <fmt/format.h>

#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

void find_of(std::size_t index, const CheckContext& context, Report& report) {
    const State& state = context.story.states()[index];
    const Character& who = context.story.characters()[state.who.index];
    const auto& birth = context.lives.birth(state.who.index);
    const auto& death = context.lives.death(state.who.index);
    const auto add = [&](Sureness sureness, const std::vector<Phrase>& said, std::string_view fault, Related other) {
        report.add(sureness, {.span = said.front().span,
                              .message = fmt::format("‘{}’ is ‘{}’ {}", who.id, state.is, fault),
                              .related = {std::move(other)},
                              .about = {who.span, state.span}});
        return sureness != Sureness::no;
    };
    const Point from = context.order.from(index);
    if (birth && !state.from.empty()) {
        add(context.order.after(birth->when, from), state.from, "before being born",
            {birth->stated_at, "the birth is here"});
    }
    if (!death) return;
    const Related dies{death->stated_at, "the death is here"};
    if (!state.from.empty() && add(context.order.after(from, death->when), state.from, "only after death", dies))
        return;
    if (!state.until.empty()) {
        add(context.order.after(context.order.until(index), death->when), state.until, "still after death", dies);
    }
}

void find_state_life(const CheckContext& context, Report& report) {
    for (std::size_t i = 0; i < context.story.states().size(); ++i) {
        const State& state = context.story.states()[i];
        const bool beyond_life = Lives::is_of_the_dead(state) ||
                                 context.lives.goes_on(state.who.index, context.timetable.states[i].from.nominal);
        if (!beyond_life) find_of(i, context, report);
    }
}

}  // namespace

CheckedRule state_life() {
    return {{.code = "state-life",
             .severity = Severity::error,
             .meaning = "a state begins before the birth, or goes on after the death, of who has it",
             .hint = "change when it begins or ends",
             .example = R"(title: The lamp
characters: {ada: {born: 1901}}
events: [{title: Ada learns to light the lamp, who: ada, when: age 11 of ada}]
states: [{who: ada, is: keeper, from: 1899}]
)"},
            find_state_life};
}

}  // namespace fabula::checking

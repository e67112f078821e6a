// two-hands: a thing is in one place, with one of those who have it.
#include <algorithm>
#include <fmt/format.h>

#include "check/patterns.hpp"
#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

constexpr std::size_t most_looked_back = 8;

/// How bad it is that a thing is in two events at once.
enum class Clash { none, unlikely, impossible };

Clash clash_of(EventIndex first, EventIndex second, const CheckContext& context) {
    const Event& a = context.story.events()[first];
    const Event& b = context.story.events()[second];
    const bool shared = std::ranges::any_of(
        b.who, [&](const Reference& who) { return context.awareness.takes_part(who.index, first); });
    if (shared) return Clash::none;  // in two places is then who has it
    if (a.place && b.place) {
        return context.geography.overlap(a.place->index, b.place->index) ? Clash::none : Clash::impossible;
    }
    return a.who.empty() || b.who.empty() ? Clash::none : Clash::unlikely;
}

void judge(const UseOfThing& first, const UseOfThing& second, const CheckContext& context, Report& report) {
    const Clash clash = clash_of(first.event, second.event, context);
    if (clash == Clash::none) return;
    const Sureness sureness = context.order.at_once(first.event, second.event);
    if (sureness == Sureness::no) return;
    const UseOfThing& there = first.event < second.event ? first : second;
    const UseOfThing& here = first.event < second.event ? second : first;
    const Thing& thing = context.story.things()[here.use->thing.index];
    Finding finding{.span = here.use->thing.span,
                    .message = fmt::format("‘{}’ is in two hands at once: in {} and in {}", thing.id,
                                           called(context.story.events()[here.event], context.story),
                                           called(context.story.events()[there.event], context.story)),
                    .related = {{there.use->thing.span, "it is also here"}},
                    .about = {thing.span}};
    const bool both_short = context.order.is_short(first.event) && context.order.is_short(second.event);
    if (sureness == Sureness::certain && (clash == Clash::unlikely || !both_short)) {
        report.add(Severity::warning, std::move(finding));
    } else {
        report.add(sureness, std::move(finding));
    }
}

void find_of(const std::vector<UseOfThing>& uses, const CheckContext& context, Report& report) {
    std::vector<const UseOfThing*> latest;
    for (const UseOfThing& use : uses) {
        for (const UseOfThing* earlier : latest)
            judge(*earlier, use, context, report);
        latest.push_back(&use);
        if (latest.size() <= most_looked_back) continue;
        latest.erase(std::ranges::min_element(
            latest, {}, [&](const UseOfThing* one) { return context.timetable.events[one->event].end.nominal; }));
    }
}

void find_two_hands(const CheckContext& context, Report& report) {
    for (const std::vector<UseOfThing>& uses : uses_of_things(context))
        find_of(uses, context, report);
}

}  // namespace

CheckedRule two_hands() {
    return {
        {.code = "two-hands",
         .severity = Severity::error,
         .meaning = "a thing is part of two events that overlap in time, in different places or with nobody in both",
         .hint = "change a time or a place, or make two things of it",
         .example = R"(title: The ring
characters: {ada: , finn: }
places: {london: , paris: }
things: {ring: }
events:
  - {id: theft, title: The ring is put on, who: ada, place: london, things: ring, when: 1920-11-19T21:00}
  - {id: supper, title: The ring is pawned, who: finn, place: paris, things: ring, when: with theft}
)"},
        find_two_hands};
}

}  // namespace fabula::checking

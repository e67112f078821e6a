// too-far: nobody gets from one place to another faster than the way takes.
#include <fmt/format.h>

#include "check/patterns.hpp"
#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

void find_too_far(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    for_each_change_of_place(context, [&](EventIndex first, EventIndex second, const auto& who) {
        const Event& there = story.events()[first];
        const Event& here = story.events()[second];
        const auto way = context.geography.way(there.place->index, here.place->index);
        if (!way) return;
        const Sureness sureness = context.order.closer_than(*way, first, second);
        if (sureness == Sureness::no) return;
        if (context.order.at_once(first, second) != Sureness::no) return;  // two-places says so
        Finding finding{
            .span = here.place->span,
            .message = fmt::format("{} cannot get from {} ({}) to {} ({}) in the time between: the way takes {}",
                                   called(who, story), quoted(story.places()[there.place->index].id),
                                   called(there, story), quoted(story.places()[here.place->index].id),
                                   called(here, story), context.order.length(*way)),
            .related = {{there.place->span, "the way begins here"}},
            .about = spans_of(who, story)};
        const bool both_short = context.order.is_short(first) && context.order.is_short(second);
        if (sureness == Sureness::certain && !both_short) {
            report.add(Severity::warning, std::move(finding));
        } else {
            report.add(sureness, std::move(finding));
        }
    });
}

}  // namespace

CheckedRule too_far() {
    return {{.code = "too-far",
             .severity = Severity::error,
             .meaning = "someone is in two places with less time between than the way takes (‘travel’)",
             .hint = "change a time or a place, or how long the way takes",
             .example = R"(title: The night train
characters: {ada: }
places: {london: {travel: {paris: 8 hours}}, paris: }
events:
  - {id: theft, title: A ring is stolen, who: ada, place: london, when: 1920-11-19T21:00}
  - {id: breakfast, title: Breakfast on the Seine, who: ada, place: paris, when: 3 hours after theft}
)"},
            find_too_far};
}

}  // namespace fabula::checking

// two-places: nobody is in two places at once.
#include <fmt/format.h>

#include "check/patterns.hpp"
#include "check/rules/rules.hpp"
#include "check/words.hpp"

namespace fabula::checking {

namespace {

void find_two_places(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    for_each_change_of_place(context, [&](EventIndex first, EventIndex second, const auto& who) {
        const Sureness sureness = context.order.at_once(first, second);
        if (sureness == Sureness::no) return;
        const bool here_is_later_in_file = first < second;
        const Event& there = story.events()[here_is_later_in_file ? first : second];
        const Event& here = story.events()[here_is_later_in_file ? second : first];
        Finding finding{.span = here.place->span,
                        .message = fmt::format("{} {} in two places at once: in {} for {} and in {} for {}",
                                               called(who, story), who.size() == 1 ? "is" : "are",
                                               quoted(story.places()[here.place->index].id), called(here, story),
                                               quoted(story.places()[there.place->index].id), called(there, story)),
                        .related = {{there.place->span, "the other place is here"}},
                        .about = spans_of(who, story)};
        // Of something long, one can miss a part.
        const bool both_short = context.order.is_short(first) && context.order.is_short(second);
        if (sureness == Sureness::certain && !both_short) {
            report.add(Severity::warning, std::move(finding));
        } else {
            report.add(sureness, std::move(finding));
        }
    });
}

}  // namespace

CheckedRule two_places() {
    return {
        {.code = "two-places",
         .severity = Severity::error,
         .meaning = "someone takes part in two events that overlap in time, in places of which neither is in the other",
         .hint = "change a time or a place, or say with ‘in’ that one place is a part of the other",
         .example = R"(title: The alibi
characters: {ada: }
places: {london: , paris: }
events:
  - {id: theft, title: A ring is stolen, who: ada, place: london, when: 1920-11-19T21:00}
  - {id: supper, title: Supper on the Seine, who: ada, place: paris, when: with theft}
)"},
        find_two_places};
}

}  // namespace fabula::checking

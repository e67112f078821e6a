// not-told: an order of telling that leaves events out.
#include <fmt/format.h>

#include "check/rules/rules.hpp"

namespace fabula::checking {

namespace {

void find_not_told(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    std::vector<EventIndex> untold;
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        if (!context.telling.place(e) && !context.left_out.may_name(story.events()[e].id) &&
            !report.allows(story.events()[e].span))
            untold.push_back(e);
    }
    if (untold.empty()) return;
    constexpr std::size_t most_listed = 8;
    Finding finding{.span = story.events()[untold.front()].span,
                    .message = untold.size() == 1
                                   ? "this event is not told"
                                   : fmt::format("this event and {} more are not told", untold.size() - 1)};
    for (std::size_t i = 1; i < std::min(untold.size(), most_listed); ++i)
        finding.related.push_back({story.events()[untold[i]].span, "nor is this"});
    report.add(Severity::note, std::move(finding));
}

}  // namespace

CheckedRule not_told() {
    return {{.code = "not-told",
             .severity = Severity::note,
             .meaning = "the order of telling leaves out events",
             .hint = "say where they are told, or allow it where they happen untold",
             .example = R"(title: The wreck
characters: {ada: }
told: [wreck]
events:
  - {id: evening, title: Ada looks out on the sea, who: ada}
  - {id: wreck, title: The wreck, who: ada}
)"},
            find_not_told};
}

}  // namespace fabula::checking

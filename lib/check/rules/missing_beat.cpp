// missing-beat: a turning point that the structure of plot expects, and that no event is named for.
#include <algorithm>
#include <fmt/format.h>

#include "fabula/structure.hpp"

#include "check/rules/rules.hpp"

namespace fabula::checking {

namespace {

void find_missing_beat(const CheckContext& context, Report& report) {
    const Story& story = context.story;
    if (!story.structure()) return;
    const PlotStructure* const structure = find_plot_structure(story.structure()->value);
    if (structure == nullptr) return;
    for (const ExpectedBeat& expected : structure->beats) {
        const auto is_it = [&](const Beat& beat) { return is_same_beat(beat.name, expected.name); };
        if (expected.optional || std::ranges::any_of(story.beats(), is_it)) continue;
        if (context.left_out.has_entry_with(expected.name)) continue;
        report.add(Severity::note, {.span = story.structure()->span,
                                    .message = fmt::format(
                                        "the structure ‘{}’ expects the beat ‘{}’, about {} % into the telling, and "
                                        "no event is named for it",
                                        structure->name, expected.name, static_cast<int>(expected.share * 100 + 0.5)),
                                    .related = {}});
    }
}

}  // namespace

CheckedRule missing_beat() {
    return {{.code = "missing-beat",
             .severity = Severity::note,
             .meaning = "the structure of plot expects a turning point that no event is named for",
             .hint = "name the event under ‘beats’, take another ‘structure’, or allow it where the story does without",
             .example = R"(title: The wreck
structure: kishotenketsu
beats:
  - {beat: ki, event: evening}
  - {beat: sho, event: storm}
  - {beat: ketsu, event: morning}
characters: {ada: }
events:
  - {id: evening, title: Ada looks out on the sea, who: ada}
  - {id: storm, title: The storm, who: ada}
  - {id: morning, title: A quiet morning, who: ada}
)"},
            find_missing_beat};
}

}  // namespace fabula::checking

// read_milestone, number_milestones: events that come in numbered series, one series for each kind and character.

#include <fmt/format.h>
#include <map>
#include <utility>

#include "story/parts.hpp"
#include "story/schema.hpp"

namespace fabula {
namespace {

/// The milestones of one kind and character, in the order of the file.
struct Series {
    std::vector<Milestone*> milestones;
    std::map<int, Span> stated;  ///< numbers, and where they are first
};

void collect_stated(Series& series, Findings& findings) {
    for (const Milestone* milestone : series.milestones) {
        if (!milestone->number) continue;
        const auto [first, is_new] = series.stated.emplace(milestone->number->value, milestone->number->span);
        if (is_new) continue;
        Diagnostic diagnostic =
            make_diagnostic("milestone-repeated", milestone->number->span,
                            fmt::format("duplicate number {} in this series", milestone->number->value),
                            "give one of the two another number");
        diagnostic.related.push_back({first->second, "it is here first"});
        findings.add(std::move(diagnostic));
    }
}

/// Each milestone without a number gets the next one after that above it in the file that no other has.
void fill_numbers(Series& series) {
    int number = 0;
    for (Milestone* milestone : series.milestones) {
        if (!milestone->number) {
            do {
                ++number;
            } while (series.stated.contains(number));
            milestone->number = Located<int>{number, milestone->of.span};
        }
        number = milestone->number->value;
    }
}

void check_last(const Series& series, const MilestoneKind& kind, Findings& findings) {
    if (!kind.last) return;
    for (const Milestone* milestone : series.milestones) {
        if (milestone->number->value <= kind.last->value) continue;
        Diagnostic diagnostic = make_diagnostic(
            "out-of-range", milestone->number->span,
            fmt::format("this is {} number {}, and there are {}", kind.id, milestone->number->value, kind.last->value),
            "correct the number, or raise ‘last’");
        diagnostic.related.push_back({kind.last->span, "the last one is stated here"});
        findings.add(std::move(diagnostic));
    }
}

}  // namespace

void read_milestone(const yaml::MapReader& map, const StoryReading& reading, Event& event) {
    const std::vector<MilestoneKind>& kinds = reading.story.milestones;
    const std::size_t first_kind = story_schema::event.fields.size();  // the keys of milestones come behind the others
    bool any = false;
    for (const std::size_t field : map.present()) {
        if (field < first_kind) continue;
        const std::size_t i = field - first_kind;
        const yaml::Node* node = map.find(kinds[i].id);
        if (any) {
            reading.findings.add("two-milestones", node->span,
                                 fmt::format("this event is a milestone already, and ‘{}’ is another", kinds[i].id),
                                 "make two events of it, the second ‘with’ the first");
            continue;
        }
        any = true;
        const auto of = reading.ids.refer(IdSort::character, node->text, node->span);
        if (of) event.milestone = Milestone{{i, node->span}, *of, map.whole_number("number")};
    }
    if (const auto number = map.whole_number("number"); number && !any) {
        reading.findings.add("number-without-milestone", number->span, "this event has a number and is no milestone",
                             "say with a key from ‘milestones:’ what is counted, or take the number out");
    }
}

void number_milestones(StoryContent& story, Findings& findings) {
    std::map<std::pair<std::size_t, std::size_t>, Series> all;
    for (Event& event : story.events) {
        if (event.milestone)
            all[{event.milestone->kind.index, event.milestone->of.index}].milestones.push_back(&*event.milestone);
    }
    for (auto& [key, series] : all) {
        collect_stated(series, findings);
        fill_numbers(series);
        check_last(series, story.milestones[key.first], findings);
    }
}

}  // namespace fabula

// read_telling: the syuzhet, the order in which the events are told.

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <string>

#include "story/parts.hpp"
#include "story/schema.hpp"

namespace fabula {
namespace {

/// From `told:` at the top of the file: a list of ids; what it leaves out is not told.
void read_list(const yaml::Node& list, const StoryReading& reading) {
    std::vector<Span> first(reading.story.events.size());
    constexpr yaml::Field id{.key = "told", .kind = yaml::Kind::text};
    for (const yaml::Entry& entry : list.entries) {
        if (!check_value(*entry.value, id, "told", reading.findings)) continue;
        const auto event = reading.ids.refer(IdSort::event, entry.value->text, entry.value->span);
        if (!event) continue;
        Span& known = first[event->index];
        if (known.line == 0) {
            known = event->span;
            reading.story.told.push_back(event->index);
            continue;
        }
        Diagnostic diagnostic =
            make_diagnostic("told-twice", event->span, fmt::format("‘{}’ is told already", entry.value->text),
                            "take it out; if it is told again, make an event of the telling");
        diagnostic.related.push_back({known, "it is here first"});
        reading.findings.add(std::move(diagnostic));
    }
    if (list.entries.empty()) {
        reading.findings.add("missing-value", list.span, "‘told’ names no event", "name some, or take it out");
    }
}

/// From `told:` of the events; those without are not told.
void order_by_number(Story& story) {
    for (EventIndex i = 0; i < story.events.size(); ++i) {
        if (story.events[i].told) story.told.push_back(i);
    }
    std::stable_sort(story.told.begin(), story.told.end(), [&](EventIndex first, EventIndex second) {
        return std::stod(story.events[first].told->value) < std::stod(story.events[second].told->value);
    });
}

}  // namespace

void read_telling(const yaml::MapReader& root, const StoryReading& reading) {
    Story& story = reading.story;
    const auto numbered = std::find_if(story.events.begin(), story.events.end(),
                                       [](const Event& event) { return event.told.has_value(); });
    if (const yaml::Node* list = root.find("told")) {
        read_list(*list, reading);
        if (numbered == story.events.end()) return;
        Diagnostic diagnostic =
            make_diagnostic("told-twice", numbered->told->span, "the order of telling is given here and in a list",
                            "keep one of the two");
        diagnostic.related.push_back({list->span, "the list is here"});
        reading.findings.add(std::move(diagnostic));
    } else if (numbered != story.events.end()) {
        order_by_number(story);
    } else {
        story.told.resize(story.events.size());
        std::iota(story.told.begin(), story.told.end(), EventIndex{0});
    }
}

}  // namespace fabula

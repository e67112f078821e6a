#include "check/patterns.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <utility>

#include "check/context.hpp"

namespace fabula::checking {
namespace {

/// The first event, along the frames from `start`, that was reached from there before; nothing where frames end, or
/// lead to events that have been looked at for another start.
std::optional<EventIndex> repeated(EventIndex start, const Story& story, std::vector<EventIndex>& looked_at_for) {
    EventIndex e = start;
    while (looked_at_for[e] == story.events().size()) {
        looked_at_for[e] = start;
        if (!story.events()[e].frame) return std::nullopt;
        e = story.events()[e].frame->index;
    }
    return looked_at_for[e] == start ? std::optional(e) : std::nullopt;
}

}  // namespace

std::vector<std::vector<EventIndex>> circles_of_frames(const Story& story) {
    std::vector<std::vector<EventIndex>> circles;
    std::vector<EventIndex> looked_at_for(story.events().size(), story.events().size());
    for (EventIndex start = 0; start < story.events().size(); ++start) {
        const auto first = repeated(start, story, looked_at_for);
        if (!first) continue;
        auto& circle = circles.emplace_back();
        EventIndex e = *first;
        do {
            circle.push_back(e);
            e = story.events()[e].frame->index;
        } while (e != *first);
    }
    return circles;
}

std::vector<Series> series_of(const Story& story) {
    std::map<std::pair<std::size_t, CharacterIndex>, Series> by_kind;
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        const auto& milestone = story.events()[e].milestone;
        if (milestone && Lives::is_real(story.events()[e]))
            by_kind[{milestone->kind.index, milestone->of.index}].push_back(e);
    }
    std::vector<Series> result;
    for (auto& [kind, series] : by_kind) {
        std::ranges::stable_sort(series, {}, [&](EventIndex e) { return story.events()[e].milestone->number->value; });
        result.push_back(std::move(series));
    }
    return result;
}

std::string name_of(const Milestone& milestone, const Story& story) {
    return fmt::format("{} {}", story.milestones()[milestone.kind.index].name, milestone.number->value);
}

std::vector<std::vector<UseOfThing>> uses_of_things(const CheckContext& context) {
    std::vector<std::vector<UseOfThing>> uses(context.story.things().size());
    for (const EventIndex e : context.timetable.chronology) {
        const Event& event = context.story.events()[e];
        if (!Lives::is_real(event)) continue;
        for (const ThingUse& use : event.things)
            uses[use.thing.index].push_back({e, &use});
    }
    return uses;
}

namespace {

class Changes {
public:
    Changes(const CheckContext& context, const ChangeOfPlace& visit)
        : context_(context),
          visit_(visit),
          latest_(context.story.characters().size()),
          seen_with_(context.story.events().size(), context.story.events().size()) {}

    void visit_all() {
        for (const EventIndex e : context_.timetable.chronology) {
            const Event& event = context_.story.events()[e];
            if (!event.place || !Lives::is_real(event)) continue;
            for (const EventIndex earlier : earlier_of(e))
                visit_pair(earlier, e);
            for (const Reference& who : event.who)
                note(who.index, e);
        }
    }

private:
    /// The earlier events of those who take part, each once.
    std::vector<EventIndex> earlier_of(EventIndex event) {
        std::vector<EventIndex> found;
        for (const Reference& who : context_.story.events()[event].who) {
            for (const EventIndex earlier : latest_[who.index]) {
                if (seen_with_[earlier] == event) continue;
                seen_with_[earlier] = event;
                found.push_back(earlier);
            }
        }
        return found;
    }

    void visit_pair(EventIndex earlier, EventIndex later) const {
        const Event& first = context_.story.events()[earlier];
        const Event& second = context_.story.events()[later];
        if (context_.geography.overlap(first.place->index, second.place->index)) return;
        std::vector<CharacterIndex> both;
        for (const Reference& who : second.who) {
            const bool travels_in_time = !context_.story.characters()[who.index].clock.empty();
            if (!travels_in_time && context_.awareness.takes_part(who.index, earlier)) both.push_back(who.index);
        }
        if (!both.empty()) visit_(earlier, later, both);
    }

    /// Forgets the one that ends first where there are too many, so that what lasts long is not forgotten.
    void note(CharacterIndex who, EventIndex event) {
        std::vector<EventIndex>& events = latest_[who];
        events.push_back(event);
        if (events.size() <= most_looked_back) return;
        events.erase(std::ranges::min_element(
            events, {}, [this](EventIndex e) { return context_.timetable.events[e].end.nominal; }));
    }

    const CheckContext& context_;
    const ChangeOfPlace& visit_;
    std::vector<std::vector<EventIndex>> latest_;  // by character
    std::vector<EventIndex> seen_with_;            // by event: the later one that it was last held against
};

}  // namespace

void for_each_change_of_place(const CheckContext& context, const ChangeOfPlace& visit) {
    Changes(context, visit).visit_all();
}

std::vector<Span> spans_of(const std::vector<CharacterIndex>& characters, const Story& story) {
    std::vector<Span> spans;
    for (const CharacterIndex character : characters)
        spans.push_back(story.characters()[character].span);
    return spans;
}

}  // namespace fabula::checking

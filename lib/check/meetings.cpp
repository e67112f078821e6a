#include "check/meetings.hpp"

#include <algorithm>

namespace fabula::checking {

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

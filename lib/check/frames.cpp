#include "check/frames.hpp"

#include <optional>

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

}  // namespace fabula::checking

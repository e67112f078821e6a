// read_links: what one event has to do with another.

#include "story/parts.hpp"
#include "story/schema.hpp"

namespace fabula {

void read_links(const yaml::MapReader& root, const StoryReading& reading) {
    for (const yaml::Entry& entry : root.entries("links")) {
        const yaml::MapReader map(*entry.value, story_schema::link, reading.findings);
        reading.note_allowances(map, map.span());
        const auto from = reading.reference(map, "from", IdSort::event);
        const auto to = reading.reference(map, "to", IdSort::event);
        if (!from || !to) continue;
        reading.story.links.push_back(
            {.span = map.span(), .from = *from, .to = *to, .kind = map.text("kind"), .text = map.text("text")});
    }
}

}  // namespace fabula

// read_states: what characters are for a while.

#include "story/parts.hpp"
#include "story/schema.hpp"

namespace fabula {

void read_states(const yaml::MapReader& root, const StoryReading& reading) {
    for (const yaml::Entry& entry : root.entries("states")) {
        const yaml::MapReader map(*entry.value, story_schema::state, reading.findings);
        reading.note_allowances(map, map.span());
        for (const Reference& who : reading.references(map, "who", IdSort::character)) {
            reading.story.states.push_back({.who = who,
                                            .is = map.text("is"),
                                            .span = map.span(),
                                            .from = reading.phrases(map, "from", who),
                                            .until = reading.phrases(map, "until", who)});
        }
    }
}

}  // namespace fabula

#include "check/thing_uses.hpp"

namespace fabula::checking {

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

}  // namespace fabula::checking

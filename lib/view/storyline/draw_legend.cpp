// What the legend of this view explains.
#include <algorithm>

#include "view/drawing/legend.hpp"
#include "view/storyline/draw.hpp"

namespace fabula::storylines {

double draw_legend(Group& parent, const Plan& plan, const Context& context, Point at, double width) {
    std::vector<EventIndex> events;
    bool any_death = false;
    for (const StoryStep& step : plan.plot.steps) {
        for (const SceneInStep& scene : step.scenes) {
            events.push_back(scene.event);
            any_death = any_death || !context.story.events[scene.event].deaths.empty();
        }
    }
    Legend legend(context, plan.type.text);
    legend.explain_milestones(events);
    if (any_death) legend.explain_deaths();
    legend.explain_truths(events);
    legend.explain_modes(events);
    return legend.draw(parent, at, width);
}

}  // namespace fabula::storylines

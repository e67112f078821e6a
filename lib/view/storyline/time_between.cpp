#include "view/storyline/time_between.hpp"

#include <algorithm>
#include <utility>

#include "view/drawing/passages.hpp"

namespace fabula::storylines {

std::vector<TimeBetween> times_between(const Row& row, const Plan& plan, const Context& context) {
    std::vector<TimeBetween> times;
    if (!plan.options.elapsed || plan.options.axis == Axis::told) return times;
    std::vector<std::pair<std::size_t, EventIndex>> scenes;  // one a step
    for (const Stay& stay : row.arrangement.stays) {
        if (!stay.goes_on) scenes.emplace_back(stay.first, stay.event);
    }
    std::ranges::stable_sort(scenes, {}, [](const auto& scene) { return scene.first; });
    for (std::size_t i = 1; i < scenes.size(); ++i) {
        if (scenes[i].first == scenes[i - 1].first) continue;
        std::string text = passage_between(context, scenes[i - 1].second, scenes[i].second);
        if (!text.empty()) times.push_back({scenes[i - 1].first, scenes[i].first, std::move(text)});
    }
    return times;
}

TextStyle style_of_times(const Plan& plan) {
    return {.size = plan.type.text, .italic = true, .tabular_figures = true};
}

std::vector<double> room_for_times(const Row& row, const Plan& plan, const Context& context) {
    std::vector<double> room(row.steps.size(), 0);
    const double air = 5.5 * plan.type.text;  // half of the figures on both sides
    for (const TimeBetween& time : times_between(row, plan, context))
        room[time.until] = context.measure.line(time.text, style_of_times(plan)).width + air;
    return room;
}

}  // namespace fabula::storylines

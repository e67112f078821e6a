#include "view/storyline/time_between.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "view/drawing/durations.hpp"

namespace fabula::storylines {

std::vector<TimeBetween> times_between(const Row& row, const Plan& plan, const Context& context) {
    std::vector<TimeBetween> times;
    if (!plan.options.elapsed || plan.options.axis == Axis::told) return times;
    std::vector<std::pair<std::size_t, EventIndex>> scenes;  // one a step
    for (const Meeting& meeting : row.arrangement.meetings) {
        if (!meeting.goes_on) scenes.emplace_back(meeting.first, meeting.event);
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

namespace {

/// Where lengths alone are known, and few scenes stand in a row.
bool shows_lengths(const Row& row, const Plan& plan, const Context& context) {
    constexpr std::size_t few = 20;
    return context.timetable.axis == TimeAxis::elapsed && plan.options.axis == Axis::scenes && row.steps.size() <= few;
}

/// Each scene has a figure, and longer times are longer, if not as long as they are.
void make_room_for_lengths(std::vector<double>& room, const Row& row, const Plan& plan, const Context& context) {
    const double figure = (context.timetable.timed ? 8 : 5) * plan.type.text;  // "day 365", "day 3, 09:00"
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t t = 1; t < row.steps.size(); ++t) {
        const double length = row.steps[t].from - row.steps[t - 1].from;
        if (length > 0) least = std::min(least, length);
    }
    for (std::size_t t = 1; t < row.steps.size(); ++t) {
        constexpr double longest = 3;
        const double share = std::sqrt(std::max(row.steps[t].from - row.steps[t - 1].from, 0.0) / least);
        room[t] = std::max(room[t], figure * std::clamp(share, 0.0, longest));
    }
}

}  // namespace

std::vector<double> room_for_times(const Row& row, const Plan& plan, const Context& context) {
    std::vector<double> room(row.steps.size(), 0);
    const double air = 5.5 * plan.type.text;  // half of the figures on both sides
    for (const TimeBetween& time : times_between(row, plan, context))
        room[time.until] = context.measure.line(time.text, style_of_times(plan)).width + air;
    if (shows_lengths(row, plan, context)) make_room_for_lengths(room, row, plan, context);
    return room;
}

}  // namespace fabula::storylines

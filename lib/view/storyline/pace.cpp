// From lengths of time to distances along x.
#include "view/storyline/pace.hpp"

#include <algorithm>

namespace fabula::storylines {

Pace::Pace(const Row& whole, Axis axis, const Timetable& timetable) {
    const auto& steps = whole.steps;
    const auto& columns = whole.placement.columns;
    if (!is_true_to_time(axis) || steps.size() < 2) return;
    if (axis == Axis::broken) {
        for (const Gap& gap : timetable.gaps)
            gaps_.emplace_back(gap.from, gap.until);
    }
    double time = 0;
    std::vector<double> scales;
    for (std::size_t t = 1; t < steps.size(); ++t) {
        const double passed = steps[t].from - steps[t - 1].from;
        if (passed <= 0 || in_gap(steps[t - 1].until, steps[t].from)) continue;
        time += passed;
        scales.push_back((columns[t].from - columns[t - 1].from) / passed);
    }
    if (scales.empty()) return;
    constexpr double times_as_long = 2.5;
    const double length = columns.back().flat_until;
    const auto true_enough = scales.begin() + static_cast<std::ptrdiff_t>(scales.size() * 3 / 4);
    std::ranges::nth_element(scales, true_enough);
    scale_ = std::min(*true_enough, times_as_long * length / time);
    gap_length_ = 2 * length / static_cast<double>(steps.size());
}

bool Pace::in_gap(double from, double until) const {
    const auto after = std::ranges::upper_bound(gaps_, from, {}, &std::pair<double, double>::first);
    return after != gaps_.begin() && until <= (after - 1)->second;
}

double Pace::distance(const StoryStep& before, const StoryStep& after) const {
    const double true_distance = scale_ * (after.from - before.from);
    return in_gap(before.until, after.from) ? std::min(true_distance, gap_length_) : true_distance;
}

}  // namespace fabula::storylines

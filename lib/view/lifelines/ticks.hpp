#pragma once

#include "view/lifelines/plan.hpp"

namespace fabula::lifelines {

/// A figure on the axis.
struct Tick {
    double time = 0;
    std::string text;
    bool major = false;
};

/// The years, months or minutes that the axis may show, the most important first. (Ages come from age_figures: they
/// stand only where the story tells them.)
[[nodiscard]] std::vector<Tick> candidate_ticks(const Context& context, const TimeScale& scale);

}  // namespace fabula::lifelines

#pragma once

#include <string>
#include <vector>

#include "view/drawing/context.hpp"

namespace fabula::drawing {

/// A figure on the axis.
struct Tick {
    double time = 0;
    std::string text;
    bool major = false;
};

/// The years, months or minutes that an axis over these times may show, the most important first. (Ages come from
/// age_figures: they stand only where the story tells them.)
[[nodiscard]] std::vector<Tick> candidate_ticks(const Context& context, double from, double until);

}  // namespace fabula::drawing

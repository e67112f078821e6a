#pragma once

#include <string>
#include <vector>

#include "view/drawing/context.hpp"
#include "view/storyline/plan.hpp"

namespace fabula::storylines {

/// How much time passes from one scene of a row to the next, in words, and the steps at which they begin.
struct TimeBetween {
    std::size_t from = 0;
    std::size_t until = 0;
    std::string text;
};

/// All that the story tells of a row, from left to right; none where the options do not ask for them.
[[nodiscard]] std::vector<TimeBetween> times_between(const Row& row, const Plan& plan, const Context& context);

/// How these words are set.
[[nodiscard]] TextStyle style_of_times(const Plan& plan);

/// By step: the distance from the step before that the words want, points.
[[nodiscard]] std::vector<double> room_for_times(const Row& row, const Plan& plan, const Context& context);

}  // namespace fabula::storylines

#pragma once

#include "view/storyline/plan.hpp"

namespace fabula::storylines {

/// How an axis that is true to time turns times into distances.
class Pace {
public:
    /// All distances are 0, as for axes that are not true to time.
    Pace() = default;

    /// The columns of `whole` are those of all steps in one row, as near to each other as scenes and labels allow:
    /// three of four distances are true, but for those whose row would become several times as long.
    Pace(const Row& whole, Axis axis, const Timetable& timetable);

    /// The least distance of two steps that follow each other, points.
    [[nodiscard]] double distance(const StoryStep& before, const StoryStep& after) const;

private:
    [[nodiscard]] bool in_gap(double from, double until) const;

    std::vector<std::pair<double, double>> gaps_;  ///< that are shortened, in order of time
    double scale_ = 0;                             ///< points in a unit of time
    double gap_length_ = 0;
};

}  // namespace fabula::storylines

#pragma once

#include "view/storyline/model.hpp"

namespace fabula::storylines {

/// A curve through a run of steps, given its height in each of them. It is level in each step, and between two of them
/// all curves have the same form, so that two of them cross once where their order flips, and else never.
class StepCurve {
public:
    /// `heights` are those of the steps from `first` on, points from the top of the picture; `origin` is the row's.
    StepCurve(const std::vector<Column>& columns, std::size_t first, const std::vector<double>& heights, Point origin)
        : columns_(columns), first_(first), heights_(heights), origin_(origin) {}

    /// The part of it from step `from`, where it begins at x `begin`, to step `until`, where it ends at x `end`.
    [[nodiscard]] Path part(std::size_t from, double begin, std::size_t until, double end) const;

private:
    const std::vector<Column>& columns_;
    std::size_t first_;
    const std::vector<double>& heights_;
    Point origin_;
};

}  // namespace fabula::storylines

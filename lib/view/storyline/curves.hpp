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

    /// The part of it between two places along x, in the row.
    [[nodiscard]] Path part(double begin, double end) const;

    /// Its height at a place along x, points from the top of the picture. Cost: O(log(steps)).
    [[nodiscard]] double height_at(double x) const;

private:
    /// The last of its steps in which it was level before `x`; its first where `x` is before that.
    [[nodiscard]] std::size_t step_before(double x) const;
    [[nodiscard]] double height(std::size_t step) const { return heights_[step - first_]; }
    [[nodiscard]] std::size_t last() const { return first_ + heights_.size() - 1; }
    /// Goes on along the bend between a step and the next, as far as that lies between the two places.
    void add_bend(Path& path, std::size_t step, double begin, double end) const;

    const std::vector<Column>& columns_;
    std::size_t first_;
    const std::vector<double>& heights_;
    Point origin_;
};

}  // namespace fabula::storylines

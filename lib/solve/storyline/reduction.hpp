#pragma once

#include <vector>

#include "solve/storyline/problem.hpp"

namespace fabula::storyline {

/// A smaller problem with the same least crossings, and how to get from its orders to those of the whole. Two things
/// are left out until nothing more can be: a line in the one step that it is in for a while, since it crosses nothing;
/// and a step whose lines and sets are among those of a step next to it, since it can stand as that one does.
class Reduction {
public:
    /// O(sets * lines) a step and pass; another pass follows as long as one leaves something out, which is seldom more
    /// than a few times.
    explicit Reduction(const Problem& problem);

    [[nodiscard]] const Problem& problem() const { return reduced_; }

    /// Orders of the whole problem, with as many crossings as those of the reduced one have.
    [[nodiscard]] Orders lift(const Orders& orders) const;

private:
    /// A step that takes its order from another, or a line that was taken out of a step.
    struct Omission {
        std::size_t step = 0;
        std::size_t like = 0;  ///< the other step, or the step itself for a line
        Line line = 0;
        Lines beside;   ///< those of the line's innermost set
        Lines present;  ///< of a step: what is left of it
    };

    bool omit_lines(std::vector<Step>& steps);
    bool omit_steps(std::vector<Step>& steps);

    std::vector<std::size_t> kept_;  ///< numbers of the steps that are left
    std::vector<Omission> omissions_;
    std::size_t steps_ = 0;
    Problem reduced_;
};

}  // namespace fabula::storyline

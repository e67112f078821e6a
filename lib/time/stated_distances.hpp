#pragma once

#include "fabula/story.hpp"

#include "time/differences.hpp"
#include "time/model.hpp"

namespace fabula::timing {

/// How far apart the statements of a story allow two moments to be: what is certain, what is possible and what cannot
/// be, with nothing taken for granted (no order of lists, no birth before the first appearance; see defaults.hpp).
///
/// A moment is a variable of the model: `model().events[e].start`, `model().births[c]`, `model().sections[s].end` ...;
/// lengths of time become ticks by `model().scale`. "After" is at least one `instant`, "at the same time" is 0.
/// Statements that contradict others are left out as solve_times leaves them out, so that the rest can be judged.
class StatedDistances {
public:
    /// Precondition: the story was read without errors. Costs as much as solving its statements.
    explicit StatedDistances(const Story& story);

    [[nodiscard]] const Model& model() const noexcept { return model_; }

    /// How far `to` can be after `from`; cheap for questions with the same `from` in a row (see Differences).
    [[nodiscard]] Difference between(Variable from, Variable to) { return differences_.between(from, to); }

    /// Whether `first` is before `second`, by however little, in all that the statements allow.
    [[nodiscard]] bool surely_before(Variable first, Variable second) { return between(first, second).least > 0; }

private:
    Model model_;
    Differences differences_;
};

}  // namespace fabula::timing

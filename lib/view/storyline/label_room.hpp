#pragma once

#include "view/storyline/column_placement.hpp"
#include "view/storyline/label_continuation.hpp"

namespace fabula::storylines {

/// How much room there is for a label in a picture that is being spread.
class LabelRoom {
public:
    /// All have to outlive it.
    LabelRoom(const ColumnPlacement& placement, const Row& row, const Rhythm& rhythm,
              const std::set<LabelExclusion>& exclusions, const Measures& measures)
        : spread_(placement),
          steps_(row.steps.size()),
          rhythm_(rhythm),
          exclusions_(exclusions),
          measures_(measures),
          passage_(row.arrangement) {}

    /// The gap in which a label goes on in a neighbouring step, not above `least`; nothing where it has to end.
    [[nodiscard]] std::optional<std::size_t> gap(const Label& label, std::size_t from, const PassingLabel& at,
                                                 std::size_t to, std::size_t least = 0);

    /// How far a label can reach to the right of step `t` before a line crosses its way, at most `enough`; as far as
    /// can be told before the steps behind are set. `at` is its place in step `t`.
    [[nodiscard]] double ahead(const Label& label, PassingLabel at, double enough);

    /// The place up to which it can reach to the left: where it wishes to begin, or what is in the way.
    [[nodiscard]] double limit_behind(const Label& label, PassingLabel at);

    /// By how much it has to move to the right to come to stand behind those in its gap.
    [[nodiscard]] double push_needed(const Label& label, const PassingLabel& at) const;

    /// Its places in the steps before its own, as far as it reaches.
    [[nodiscard]] std::vector<std::pair<std::size_t, PassingLabel>> places_behind(const Label& label, PassingLabel at);

private:
    [[nodiscard]] double left_of(const Label& label) const { return spread_.columns[label.step].from + label.left; }
    [[nodiscard]] double right_of(const Label& label) const { return spread_.columns[label.step].from + label.right(); }
    [[nodiscard]] double taken_until(std::size_t step, std::size_t gap, const Label& label) const;

    const ColumnPlacement& spread_;
    std::size_t steps_;
    const Rhythm& rhythm_;
    const std::set<LabelExclusion>& exclusions_;
    const Measures& measures_;
    LabelContinuation passage_;
};

}  // namespace fabula::storylines

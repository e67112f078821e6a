#pragma once

#include "view/lifelines/plan.hpp"

namespace fabula::lifelines {

/// Where a lane's name stands before its start.
struct NamePlace {
    Interval along;
    double half_breadth = 0;  ///< across, from the lane's line
};

/// The extent of a label's place across.
[[nodiscard]] Interval label_across(const Plan& plan, const LabelPlace& place);

/// Labels and lane names by gap and place along, so that what crosses the lanes can be broken where it would strike
/// one.
class LabelIndex {
public:
    LabelIndex(const Plan& plan, const std::vector<NamePlace>& names);

    /// The parts of [from, until] across, at `along`, that no label or name of the gaps first..last covers.
    [[nodiscard]] std::vector<Interval> clear(double along, Interval across, std::size_t first_gap,
                                              std::size_t last_gap) const;

private:
    struct Item {
        double from = 0;
        double until = 0;
        Interval across;
    };
    std::vector<std::vector<Item>> by_gap_;
    double longest_ = 0;
    double pad_ = 1.5;
};

}  // namespace fabula::lifelines

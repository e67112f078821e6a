// One pass: resolve. Claims that contradict each other are a cycle that adds up to more than nothing, found as Bellman
// and Ford do; in each the label that reaches furthest from its own step gives way.
#include <algorithm>

#include "view/storyline/separation_constraints.hpp"

namespace fabula::storylines {
namespace {

class Resolver {
public:
    Resolver(std::vector<SeparationConstraint>& constraints, const Row& row)
        : constraints_(constraints),
          row_(row),
          heights_(RowNodes(row.arrangement).count, 0),
          raised_by_(heights_.size(), none),
          dropped_(constraints.size(), false) {}

    [[nodiscard]] std::vector<LabelExclusion> take() {
        while (raise_all()) {
            for (std::vector<std::size_t> cycle = next_cycle(); !cycle.empty(); cycle = next_cycle())
                give_way(cycle);
        }
        std::vector<SeparationConstraint> kept;
        for (std::size_t c = 0; c < constraints_.size(); ++c) {
            if (!dropped_[c]) kept.push_back(constraints_[c]);
        }
        constraints_ = std::move(kept);
        return std::move(exclusions_);
    }

private:
    /// One round over all claims; says whether any had to raise something.
    bool raise_all() {
        bool any = false;
        for (std::size_t c = 0; c < constraints_.size(); ++c) {
            const auto& [above, below, least] = constraints_[c].separation;
            if (dropped_[c] || heights_[above] + least <= heights_[below]) continue;
            heights_[below] = heights_[above] + least;
            raised_by_[below] = c;
            any = true;
        }
        return any;
    }

    /// A cycle among the claims that last raised each node, as their numbers; empty where there is none.
    [[nodiscard]] std::vector<std::size_t> next_cycle() const {
        std::vector<std::size_t> seen(heights_.size(), none);
        for (std::size_t start = 0; start < heights_.size(); ++start) {
            std::size_t node = start;
            while (seen[node] == none && raised_by_[node] != none) {
                seen[node] = start;
                node = constraints_[raised_by_[node]].separation.above;
            }
            if (raised_by_[node] == none || seen[node] != start) continue;
            std::vector<std::size_t> cycle;
            for (std::size_t at = node; cycle.empty() || at != node; at = constraints_[raised_by_[at]].separation.above)
                cycle.push_back(raised_by_[at]);
            return cycle;
        }
        return {};
    }

    [[nodiscard]] std::size_t distance(const SeparationConstraint& constraint) const {
        const std::size_t own = row_.placement.labels[*constraint.label].step;
        return own > constraint.step ? own - constraint.step : constraint.step - own;
    }

    void give_way(const std::vector<std::size_t>& cycle) {
        std::size_t best = none;
        for (const std::size_t c : cycle) {
            if (!constraints_[c].label) continue;
            if (best == none || distance(constraints_[c]) > distance(constraints_[best])) best = c;
        }
        const SeparationConstraint constraint = constraints_[best];
        const Label& label = row_.placement.labels[*constraint.label];
        exclusions_.push_back({label.kind, label.of, label.step, constraint.step});
        for (std::size_t c = 0; c < constraints_.size(); ++c) {
            const SeparationConstraint& other = constraints_[c];
            if (other.label != constraint.label) continue;
            const bool beyond =
                constraint.step >= label.step ? other.step >= constraint.step : other.step <= constraint.step;
            if (beyond) dropped_[c] = true;
        }
        for (std::size_t& raised : raised_by_) {
            if (raised != none && dropped_[raised]) raised = none;
        }
    }

    std::vector<SeparationConstraint>& constraints_;
    const Row& row_;
    std::vector<std::int64_t> heights_;
    std::vector<std::size_t> raised_by_;  ///< by node: the claim
    std::vector<bool> dropped_;           ///< by claim
    std::vector<LabelExclusion> exclusions_;
};

}  // namespace

std::vector<LabelExclusion> resolve(std::vector<SeparationConstraint>& constraints, const Row& row) {
    return Resolver(constraints, row).take();
}

}  // namespace fabula::storylines

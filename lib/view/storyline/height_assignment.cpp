// One pass: pose. The heights are those of a program of differences (storyline/heights.hpp). A long row is solved in
// windows, from left to right: each looks ahead further than it keeps, and finds what was kept before it fixed.
#include "view/storyline/height_assignment.hpp"

#include <algorithm>
#include <tuple>

namespace fabula::storylines {
namespace {

using storyline::HeightProgram;
using storyline::Separation;
using storyline::Tie;

/// Each line to itself in the step before. Weights are those of the lines.
void tie_step(std::vector<Tie>& ties, const Row& row, std::size_t t, const std::vector<Importance>& importance) {
    std::vector<std::pair<Line, Place>> before;
    for (const Standing& standing : row.arrangement.steps[t - 1])
        before.emplace_back(standing.line, standing.place);
    std::ranges::sort(before, {}, &std::pair<Line, Place>::first);
    for (const Standing& standing : row.arrangement.steps[t]) {
        const auto found = std::ranges::lower_bound(before, standing.line, {}, &std::pair<Line, Place>::first);
        if (found == before.end() || found->first != standing.line || found->second == standing.place) continue;
        const std::int64_t weight = importance[standing.line] == Importance::main ? 3 : 2;
        ties.push_back({found->second.node, standing.place.node, weight, found->second.offset - standing.place.offset});
    }
}

/// Of equal separations the widest.
std::vector<Separation> separations_of(const std::vector<SeparationConstraint>& constraints) {
    std::vector<Separation> separations;
    for (const SeparationConstraint& constraint : constraints)
        separations.push_back(constraint.separation);
    std::ranges::sort(separations, {}, [](const Separation& s) { return std::tuple(s.above, s.below, -s.least); });
    const auto same_nodes = [](const Separation& a, const Separation& b) {
        return a.above == b.above && a.below == b.below;
    };
    separations.erase(std::unique(separations.begin(), separations.end(), same_nodes), separations.end());
    return separations;
}

/// Of equal ties all as one.
std::vector<Tie> ties_of(const Row& row, const std::vector<Importance>& importance) {
    std::vector<Tie> all;
    for (std::size_t t = 1; t < row.steps.size(); ++t)
        tie_step(all, row, t, importance);
    std::ranges::sort(all, {}, [](const Tie& tie) { return std::tuple(tie.a, tie.b, tie.offset); });
    std::vector<Tie> ties;
    for (const Tie& tie : all) {
        const bool again = !ties.empty() && std::tie(ties.back().a, ties.back().b, ties.back().offset) ==
                                                std::tie(tie.a, tie.b, tie.offset);
        if (again) {
            ties.back().weight += tie.weight;
        } else {
            ties.push_back(tie);
        }
    }
    return ties;
}

/// Nodes are numbered in the order of the steps, so that a window is a range of them.
class HeightAssigner {
public:
    HeightAssigner(const Row& row, const std::vector<SeparationConstraint>& constraints,
                   const std::vector<Importance>& importance, HeightCost cost)
        : nodes_(row.arrangement),
          wiggle_(cost == HeightCost::linear ? storyline::Wiggle::linear : storyline::Wiggle::quadratic),
          separations_(separations_of(constraints)),
          ties_(ties_of(row, importance)),
          local_(nodes_.count, none),
          solved_(nodes_.count, false) {
        pose_.nodes.assign(nodes_.count, 0);
        // A low picture is worth some bends: as many as half of its steps.
        height_weight_ = std::max<std::int64_t>(8, static_cast<std::int64_t>(row.steps.size()) / 2);
        std::ranges::sort(separations_, {}, [&](const Separation& s) { return last_of(s.above, s.below); });
        std::ranges::sort(ties_, {}, [&](const Tie& tie) { return last_of(tie.a, tie.b); });
    }

    /// False where what a window kept leaves no room for what comes after it.
    bool solve(std::size_t kept, std::size_t ahead) {
        const std::size_t count = nodes_.interludes;  // the first of the row's own nodes
        for (std::size_t from = 0; from < count || from == 0; from += kept) {
            if (!solve_window(from, std::min(from + kept, count), std::min(from + kept + ahead, count))) return false;
            if (count == 0) break;
        }
        return true;
    }

    [[nodiscard]] HeightAssignment take() { return std::move(pose_); }

private:
    /// Of two nodes the one that comes into a window last; the row's own nodes are in all.
    [[nodiscard]] std::size_t last_of(std::size_t a, std::size_t b) const {
        const auto place = [&](std::size_t node) { return node >= nodes_.interludes ? 0 : node; };
        return std::max(place(a), place(b));
    }

    [[nodiscard]] std::size_t local(std::size_t node) {
        if (local_[node] == none) {
            local_[node] = members_.size();
            members_.push_back(node);
        }
        return local_[node];
    }

    /// A node that keeps its height.
    void pin(HeightProgram& program, std::size_t node, std::int64_t height) const {
        constexpr std::size_t ground = 0;
        program.separations.push_back({ground, node, height});
        program.separations.push_back({node, ground, -height});
    }

    /// Solves for the nodes of [from, until) and keeps those of [from, kept).
    bool solve_window(std::size_t from, std::size_t kept, std::size_t until) {
        members_ = {none};  // the ground
        HeightProgram program;
        for (std::size_t node = from; node < until; ++node)
            static_cast<void>(local(node));
        const std::size_t top = local(nodes_.top);
        const std::size_t bottom = local(nodes_.bottom);
        const auto in_window = [&](std::size_t last) { return from <= last && last < std::max<std::size_t>(until, 1); };
        const auto first_separation = std::ranges::lower_bound(
            separations_, from, {}, [&](const Separation& s) { return last_of(s.above, s.below); });
        for (auto s = first_separation; s != separations_.end() && in_window(last_of(s->above, s->below)); ++s)
            program.separations.push_back({local(s->above), local(s->below), s->least});
        const auto first_tie =
            std::ranges::lower_bound(ties_, from, {}, [&](const Tie& tie) { return last_of(tie.a, tie.b); });
        for (auto tie = first_tie; tie != ties_.end() && in_window(last_of(tie->a, tie->b)); ++tie)
            program.ties.push_back({local(tie->a), local(tie->b), tie->weight, tie->offset});
        hold_together(program, top, bottom);
        program.nodes = members_.size();
        const auto heights = storyline::least_heights(program, wiggle_);
        if (heights) keep(*heights, kept, top, bottom);
        for (const std::size_t node : members_) {
            if (node != none) local_[node] = none;
        }
        return heights.has_value();
    }

    /// What was kept stays, and the picture is as low as can be with what was kept.
    void hold_together(HeightProgram& program, std::size_t top, std::size_t bottom) {
        for (std::size_t member = 1; member < members_.size(); ++member) {
            if (solved_[members_[member]]) pin(program, member, pose_.nodes[members_[member]]);
        }
        program.separations.push_back({top, bottom, 0});
        if (any_solved_) {
            program.separations.push_back({top, 0, -pose_.top});
            program.separations.push_back({0, bottom, pose_.bottom});
        } else {
            program.separations.push_back({0, top, 0});
        }
        program.ties.push_back({top, bottom, height_weight_, 0});
    }

    void keep(const storyline::Heights& heights, std::size_t kept, std::size_t top, std::size_t bottom) {
        const std::int64_t ground = heights[0];
        for (std::size_t member = 1; member < members_.size(); ++member) {
            const std::size_t node = members_[member];
            if (node == nodes_.top || node == nodes_.bottom || solved_[node]) continue;
            if (node >= kept && node != nodes_.interludes) continue;
            pose_.nodes[node] = heights[member] - ground;
            solved_[node] = true;
        }
        pose_.top = heights[top] - ground;
        pose_.bottom = heights[bottom] - ground;
        any_solved_ = true;
    }

    RowNodes nodes_;
    storyline::Wiggle wiggle_;
    std::vector<Separation> separations_;  ///< by their last node
    std::vector<Tie> ties_;
    std::int64_t height_weight_ = 0;
    std::vector<std::size_t> local_;    ///< by node: its number in the window
    std::vector<std::size_t> members_;  ///< of the window: the node
    std::vector<bool> solved_;          ///< by node
    bool any_solved_ = false;
    HeightAssignment pose_;
};

}  // namespace

HeightAssignment assign_heights(const Row& row, const std::vector<SeparationConstraint>& constraints,
                                const std::vector<Importance>& importance, HeightCost cost) {
    constexpr std::size_t kept = 3000;
    constexpr std::size_t ahead = 1000;
    HeightAssigner poser(row, constraints, importance, cost);
    if (row.arrangement.nodes > kept + ahead && poser.solve(kept, ahead)) return poser.take();
    HeightAssigner whole(row, constraints, importance, cost);
    whole.solve(std::max<std::size_t>(row.arrangement.nodes, 1), 0);
    return whole.take();
}

}  // namespace fabula::storylines

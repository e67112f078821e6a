// Along y: the distances that have to be kept (separation_constraints_of), which labels give way where these contradict
// each other (resolve), and the heights that meet the others and bend the lines least (assign_heights).

#include <algorithm>
#include <tuple>

#include "view/storyline/passes.hpp"

namespace fabula::storylines {

namespace {

class Claimer {
public:
    Claimer(const Row& row, const Measures& measures) : row_(row), measures_(measures), nodes_(row.arrangement) {}

    [[nodiscard]] std::vector<SeparationConstraint> take() {
        for (std::size_t t = 0; t < row_.steps.size(); ++t) {
            separate_lines(t);
            separate_labels(t);
        }
        return std::move(constraints_);
    }

private:
    void separate(const Place& above, const Place& below, double points, std::size_t step,
                  std::optional<std::size_t> label = std::nullopt) {
        if (above.node == below.node) return;
        const std::int64_t least = on_grid(to_units(points) + above.offset - below.offset);
        constraints_.push_back({{above.node, below.node, least}, label, step});
    }

    /// Rounds a distance up to a multiple of the distance between lines: with all lines on one grid, titles of
    /// different heights between them do not make them bend by a hair.
    [[nodiscard]] std::int64_t on_grid(std::int64_t distance) const {
        const std::int64_t grid = to_units(measures_.scene_gap);
        const std::int64_t tolerance = grid / 16;
        const std::int64_t steps = (distance - tolerance) / grid;
        return (distance - tolerance > 0 ? steps + (distance - tolerance > steps * grid ? 1 : 0) : steps) * grid;
    }

    /// How far a line, or the container that it stands in, reaches up and down.
    [[nodiscard]] double over(const Standing& standing, double of_line) const {
        return standing.meeting ? row_.arrangement.meetings[*standing.meeting].over(measures_) : of_line;
    }
    [[nodiscard]] double under(const Standing& standing, double of_line) const {
        return standing.meeting ? row_.arrangement.meetings[*standing.meeting].under(measures_) : of_line;
    }

    void separate_lines(std::size_t t) {
        const auto& standings = row_.arrangement.steps[t];
        if (standings.empty()) return;
        const double of_line = measures_.line_reach;
        separate({nodes_.top, 0}, standings.front().place, over(standings.front(), of_line), t);
        for (std::size_t p = 0; p + 1 < standings.size(); ++p) {
            const double gap = under(standings[p], of_line) + measures_.clearance + over(standings[p + 1], of_line);
            separate(standings[p].place, standings[p + 1].place, gap, t);
        }
        separate(standings.back().place, {nodes_.bottom, 0}, under(standings.back(), of_line), t);
    }

    /// The places of the upper and the lower edge of a label.
    [[nodiscard]] static Place upper(const Label& label) {
        return {label.anchor.node, label.anchor.offset - to_units(-label.top)};
    }
    [[nodiscard]] static Place lower(const Label& label) {
        return {label.anchor.node, label.anchor.offset + to_units(label.bottom)};
    }

    void separate_labels(std::size_t t) {
        const auto& passing_labels = row_.placement.passing_labels[t];
        for (std::size_t i = 0; i < passing_labels.size(); ++i) {
            separate_from_lines(t, passing_labels[i]);
            const Label& label = row_.placement.labels[passing_labels[i].label];
            for (std::size_t j = i + 1; j < passing_labels.size(); ++j) {
                const Label& other = row_.placement.labels[passing_labels[j].label];
                // If there is no room for both, the one from further away gives way.
                const std::size_t later = label.step > other.step ? passing_labels[j].label : passing_labels[i].label;
                if (overlap(label, other)) separate(lower(label), upper(other), measures_.label_clearance, t, later);
            }
        }
    }

    void separate_from_lines(std::size_t t, const PassingLabel& at) {
        const auto& standings = row_.arrangement.steps[t];
        const Label& label = row_.placement.labels[at.label];
        const double of_line = measures_.line_reach * 0.6;
        const std::size_t below = at.gap + (at.on_line ? 1 : 0);
        if (at.gap > 0) {
            const Standing& line = standings[at.gap - 1];
            separate(line.place, upper(label), under(line, of_line) + measures_.label_clearance, t, at.label);
        } else {
            separate({nodes_.top, 0}, upper(label), 0, t, at.label);
        }
        if (below < standings.size()) {
            const Standing& line = standings[below];
            separate(lower(label), line.place, over(line, of_line) + measures_.label_clearance, t, at.label);
        } else {
            separate(lower(label), {nodes_.bottom, 0}, 0, t, at.label);
        }
    }

    [[nodiscard]] bool overlap(const Label& a, const Label& b) const {
        const double at_a = row_.placement.columns[a.step].from;
        const double at_b = row_.placement.columns[b.step].from;
        return at_a + a.left < at_b + b.right() + 1 && at_b + b.left < at_a + a.right() + 1;
    }

    const Row& row_;
    const Measures& measures_;
    RowNodes nodes_;
    std::vector<SeparationConstraint> constraints_;
};

}  // namespace

std::vector<SeparationConstraint> separation_constraints_of(const Row& row, const Measures& measures) {
    return Claimer(row, measures).take();
}

namespace {

/// Finds contradictions among constraints, which are cycles that add up to more than 0, with the algorithm of Bellman
/// and Ford. In each cycle the label that reaches furthest from its own step gives way.
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
    /// One round over all constraints; returns whether any had to raise a node.
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

    /// A cycle among the constraints that last raised each node, as their indices; empty if there is none.
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
    std::vector<std::size_t> raised_by_;  ///< by node: the constraint
    std::vector<bool> dropped_;           ///< by constraint
    std::vector<LabelExclusion> exclusions_;
};

}  // namespace

std::vector<LabelExclusion> resolve(std::vector<SeparationConstraint>& constraints, const Row& row) {
    return Resolver(constraints, row).take();
}

namespace {

using storyline::HeightProgram;
using storyline::Separation;
using storyline::Tie;

/// Ties each line of a step to itself in the step before, by its weight.
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

/// The separations, for each pair of nodes only the widest.
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

/// The ties, with equal ones added up.
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

/// Solves a program of differences (solve/storyline/heights.hpp). A long row is solved in windows, from left to right:
/// each looks ahead further than it keeps, and what was kept before it is fixed. Nodes are numbered in the order of the
/// steps, so that a window is a range of them.
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
        // A low picture is worth some bends: one for every two steps.
        height_weight_ = std::max<std::int64_t>(8, static_cast<std::int64_t>(row.steps.size()) / 2);
        std::ranges::sort(separations_, {}, [&](const Separation& s) { return last_of(s.above, s.below); });
        std::ranges::sort(ties_, {}, [&](const Tie& tie) { return last_of(tie.a, tie.b); });
    }

    /// Solves all windows. Returns false if what one keeps leaves no room for what comes after it.
    bool solve(std::size_t kept, std::size_t ahead) {
        const std::size_t count = nodes_.interludes;  // the first of the nodes besides those of the arrangement
        for (std::size_t from = 0; from < count || from == 0; from += kept) {
            if (!solve_window(from, std::min(from + kept, count), std::min(from + kept + ahead, count))) return false;
            if (count == 0) break;
        }
        return true;
    }

    [[nodiscard]] HeightAssignment take() { return std::move(pose_); }

private:
    /// The later of two nodes; those besides the nodes of the arrangement are in all windows.
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

    /// Fixes the height of a node.
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

    /// Fixes what was kept, and makes the picture as low as that allows.
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
    std::vector<std::size_t> local_;    ///< by node: its index in the window
    std::vector<std::size_t> members_;  ///< by index in the window: the node
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

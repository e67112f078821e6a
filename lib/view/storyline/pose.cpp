// One pass: pose. The heights are those of a program of differences (storyline/heights.hpp).
#include "view/storyline/pose.hpp"

#include <algorithm>
#include <tuple>

namespace fabula::storylines {
namespace {

using storyline::HeightProgram;
using storyline::Separation;
using storyline::Tie;

/// Ties each line to itself in the step before.
void tie_step(HeightProgram& program, const Row& row, std::size_t t, const std::vector<Importance>& importance) {
    std::vector<std::pair<Line, Place>> before;
    for (const Standing& standing : row.arrangement.steps[t - 1])
        before.emplace_back(standing.line, standing.place);
    std::ranges::sort(before, {}, &std::pair<Line, Place>::first);
    for (const Standing& standing : row.arrangement.steps[t]) {
        const auto found = std::ranges::lower_bound(before, standing.line, {}, &std::pair<Line, Place>::first);
        if (found == before.end() || found->first != standing.line || found->second == standing.place) continue;
        const std::int64_t weight = importance[standing.line] == Importance::main ? 3 : 2;
        program.ties.push_back(
            {found->second.node, standing.place.node, weight, found->second.offset - standing.place.offset});
    }
}

/// Of equal separations the widest, of equal ties all as one.
void take_once(HeightProgram& program) {
    auto& separations = program.separations;
    std::ranges::sort(separations, {}, [](const Separation& s) { return std::tuple(s.above, s.below, -s.least); });
    const auto rest =
        std::ranges::unique(separations, {}, [](const Separation& s) { return std::pair(s.above, s.below); });
    separations.erase(rest.begin(), rest.end());
    std::ranges::sort(program.ties, {}, [](const Tie& tie) { return std::tuple(tie.a, tie.b, tie.offset); });
    std::vector<Tie> ties;
    for (const Tie& tie : program.ties) {
        const bool again = !ties.empty() && std::tie(ties.back().a, ties.back().b, ties.back().offset) ==
                                                std::tie(tie.a, tie.b, tie.offset);
        if (again) {
            ties.back().weight += tie.weight;
        } else {
            ties.push_back(tie);
        }
    }
    program.ties = std::move(ties);
}

}  // namespace

Pose pose(const Row& row, const std::vector<Claim>& claims, const std::vector<Importance>& importance,
          HeightCost cost) {
    const RowNodes nodes(row.arrangement);
    HeightProgram program;
    program.nodes = nodes.count;
    for (const Claim& claim : claims)
        program.separations.push_back(claim.separation);
    program.separations.push_back({nodes.top, nodes.bottom, 0});
    for (std::size_t t = 1; t < row.steps.size(); ++t)
        tie_step(program, row, t, importance);
    // A low picture is worth some bends: as many as half of its steps.
    program.ties.push_back(
        {nodes.top, nodes.bottom, std::max<std::int64_t>(8, static_cast<std::int64_t>(row.steps.size()) / 2), 0});
    take_once(program);
    const auto wiggle = cost == HeightCost::linear ? storyline::Wiggle::linear : storyline::Wiggle::quadratic;
    auto heights = storyline::least_heights(program, wiggle);
    Pose result;
    result.nodes = heights ? std::move(*heights) : storyline::Heights(nodes.count, 0);
    result.top = result.nodes[nodes.top];
    result.bottom = result.nodes[nodes.bottom];
    return result;
}

}  // namespace fabula::storylines

// Heights of least cost: least_heights and what they are judged by.
#include "storyline/heights.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "storyline/linear_heights.hpp"
#include "storyline/rigid_blocks.hpp"
#include "storyline/straightening.hpp"

namespace fabula::storyline {
namespace {

std::int64_t bend_of(const Tie& tie, const Heights& heights) {
    return std::abs(heights[tie.a] - heights[tie.b] + tie.offset);
}

/// For each node a number that it shares with those it hangs together with.
std::vector<std::size_t> parts_of(const HeightProgram& program) {
    std::vector<std::size_t> part(program.nodes);
    std::iota(part.begin(), part.end(), std::size_t{0});
    const auto find = [&](std::size_t node) {
        for (; part[node] != node; node = part[node])
            part[node] = part[part[node]];
        return node;
    };
    const auto join = [&](std::size_t a, std::size_t b) {
        const auto [low, high] = std::minmax({find(a), find(b)});
        part[high] = low;
    };
    for (const Separation& separation : program.separations)
        join(separation.above, separation.below);
    for (const Tie& tie : program.ties)
        join(tie.a, tie.b);
    for (std::size_t node = 0; node < program.nodes; ++node)
        part[node] = find(node);
    return part;
}

/// Moves each part so that its least height is 0.
Heights from_zero(const HeightProgram& program, Heights heights) {
    const std::vector<std::size_t> part = parts_of(program);
    Heights least = heights;
    for (std::size_t node = 0; node < program.nodes; ++node)
        least[part[node]] = std::min(least[part[node]], heights[node]);
    for (std::size_t node = 0; node < program.nodes; ++node)
        heights[node] -= least[part[node]];
    return heights;
}

}  // namespace

std::optional<Heights> least_heights(const HeightProgram& program, Wiggle, std::size_t straightening_rounds) {
    const std::optional<RigidBlocks> blocks = make_rigid_blocks(program);
    if (!blocks) return std::nullopt;
    const std::optional<ProvedHeights> proved = prove_linear_heights(blocks->program);
    if (!proved) return std::nullopt;
    const Heights heights = straighten(blocks->program, *proved, straightening_rounds);
    return from_zero(program, heights_of_nodes(*blocks, heights));
}

std::int64_t wiggle_of(const HeightProgram& program, const Heights& heights, Wiggle wiggle) {
    std::int64_t cost = 0;
    for (const Tie& tie : program.ties) {
        const std::int64_t bend = bend_of(tie, heights);
        cost += tie.weight * (wiggle == Wiggle::linear ? bend : bend * bend);
    }
    return cost;
}

std::size_t count_bends(const HeightProgram& program, const Heights& heights) {
    return static_cast<std::size_t>(std::ranges::count_if(
        program.ties, [&](const Tie& tie) { return tie.weight > 0 && bend_of(tie, heights) > 0; }));
}

bool are_separated(const HeightProgram& program, const Heights& heights) {
    return std::ranges::all_of(program.separations, [&](const Separation& separation) {
        return heights[separation.below] - heights[separation.above] >= separation.least;
    });
}

}  // namespace fabula::storyline

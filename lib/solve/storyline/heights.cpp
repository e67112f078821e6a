// Heights of least cost: least_heights and what they are judged by.
#include "solve/storyline/heights.hpp"

#include <algorithm>
#include <cstdlib>

#include "solve/storyline/heights/linear_heights.hpp"
#include "solve/storyline/heights/parts.hpp"
#include "solve/storyline/heights/quadratic_heights.hpp"
#include "solve/storyline/heights/rigid_blocks.hpp"
#include "solve/storyline/heights/straightening.hpp"

namespace fabula::storyline {
namespace {

/// Moves each part so that its least height is 0.
Heights from_zero(const HeightProgram& program, Heights heights) {
    Parts parts(program.nodes);
    for (const Separation& separation : program.separations)
        parts.join(separation.above, separation.below);
    for (const Tie& tie : program.ties)
        parts.join(tie.a, tie.b);
    Heights least = heights;
    for (std::size_t node = 0; node < program.nodes; ++node) {
        std::int64_t& least_of_part = least[parts.first(node)];
        least_of_part = std::min(least_of_part, heights[node]);
    }
    for (std::size_t node = 0; node < program.nodes; ++node)
        heights[node] -= least[parts.first(node)];
    return heights;
}

}  // namespace

std::optional<Heights> least_heights(const HeightProgram& program, Wiggle wiggle, std::size_t straightening_rounds) {
    const std::optional<RigidBlocks> blocks = make_rigid_blocks(program);
    if (!blocks) return std::nullopt;
    const std::optional<ProvedHeights> proved = prove_linear_heights(blocks->program);
    if (!proved) return std::nullopt;
    const Heights heights = wiggle == Wiggle::linear ? straighten(blocks->program, *proved, straightening_rounds)
                                                     : quadratic_heights(blocks->program, proved->heights);
    return from_zero(program, heights_of_nodes(*blocks, heights));
}

std::int64_t bend_of(const Tie& tie, const Heights& heights) {
    return std::abs(heights[tie.a] - heights[tie.b] + tie.offset);
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

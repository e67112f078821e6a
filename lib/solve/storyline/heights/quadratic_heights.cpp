// From any heights to whole ones of little quadratic wiggle: quadratic_heights.
#include "solve/storyline/heights/quadratic_heights.hpp"

#include <cmath>
#include <utility>

#include "solve/storyline/heights/balance.hpp"
#include "solve/storyline/heights/tight_cycles.hpp"

namespace fabula::storyline {
namespace {

/// Moves down what stands too near to what is above it, and what is below that.
void push_down(const HeightProgram& program, Heights& heights) {
    for (bool pushed = true; pushed;) {
        pushed = false;
        for (const auto& [above, below, least] : program.separations) {
            if (heights[below] >= heights[above] + least) continue;
            heights[below] = heights[above] + least;
            pushed = true;
        }
    }
}

/// How much farther from each other than they need to be the nodes are, added up.
std::int64_t room_of(const HeightProgram& program, const Heights& heights) {
    std::int64_t room = 0;
    for (const auto& [above, below, least] : program.separations)
        room += heights[below] - heights[above] - least;
    return room;
}

}  // namespace

RigidBlocks blocks_with_play(const HeightProgram& program, const Heights& heights) {
    HeightProgram bound = program;
    const std::vector<bool> tight = always_tight(program, heights);
    for (std::size_t i = 0; i < tight.size(); ++i) {
        const auto& [above, below, least] = program.separations[i];
        if (tight[i]) bound.separations.push_back({below, above, -least});
    }
    return make_rigid_blocks(bound).value();
}

/// Rounding all down keeps whole distances; what is pushed afterwards was too near by the balance's tolerance. Where
/// whole heights begin is free: of several beginnings the one that costs least, and of those the one that stands
/// closest.
Heights round_heights(const HeightProgram& program, const std::vector<double>& heights) {
    constexpr int beginnings = 8;
    Heights best;
    std::pair<std::int64_t, std::int64_t> least;
    for (int beginning = 0; beginning < beginnings; ++beginning) {
        Heights whole;
        for (const double height : heights)
            whole.push_back(static_cast<std::int64_t>(std::floor(height + (beginning + 0.5) / beginnings)));
        push_down(program, whole);
        const std::pair cost{wiggle_of(program, whole, Wiggle::quadratic), room_of(program, whole)};
        if (beginning > 0 && cost >= least) continue;
        least = cost;
        best = std::move(whole);
    }
    return best;
}

Heights quadratic_heights(const HeightProgram& program, const Heights& start) {
    const RigidBlocks blocks = blocks_with_play(program, start);
    const BalancedHeights balanced = balance(blocks.program, heights_of_blocks(blocks, start));
    return heights_of_nodes(blocks, round_heights(blocks.program, balanced.heights));
}

}  // namespace fabula::storyline

#include <gtest/gtest.h>
#include <limits>

#include "random_heights.hpp"
#include "solve/storyline/heights/programs.hpp"

namespace fabula::storyline::linear_heights_test {
namespace {

/// What trying every height of a grid finds.
struct Tried {
    std::int64_t cost = std::numeric_limits<std::int64_t>::max();
    std::size_t bends = 0;  ///< the fewest of those that cost so little
};

void try_all(const HeightProgram& program, Heights& heights, std::size_t node, std::int64_t highest, Tried& tried) {
    if (node < program.nodes) {
        for (heights[node] = 0; heights[node] <= highest; ++heights[node])
            try_all(program, heights, node + 1, highest, tried);
        return;
    }
    if (!are_separated(program, heights)) return;
    const std::int64_t cost = wiggle_of(program, heights, Wiggle::linear);
    const std::size_t bends = count_bends(program, heights);
    if (cost < tried.cost || (cost == tried.cost && bends < tried.bends)) tried = {cost, bends};
}

TEST(LinearHeights, CostAsLittleAsAnyOfAGrid) {
    constexpr std::int64_t highest = 8;  // four nodes at most, no two of them need to be farther apart
    std::size_t contradictions = 0;
    std::size_t more_bends = 0;
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        const HeightProgram program = random_heights(seed, 4);
        Heights grid(program.nodes);
        Tried tried;
        try_all(program, grid, 0, highest, tried);
        const std::optional<Heights> heights = least_heights(program, Wiggle::linear);
        ASSERT_EQ(heights.has_value(), tried.cost != std::numeric_limits<std::int64_t>::max()) << "seed " << seed;
        if (!heights) {
            ++contradictions;
            continue;
        }
        ASSERT_TRUE(are_separated(program, *heights)) << "seed " << seed;
        ASSERT_EQ(wiggle_of(program, *heights, Wiggle::linear), tried.cost) << "seed " << seed;
        more_bends += count_bends(program, *heights) - tried.bends;
    }
    EXPECT_GT(contradictions, 20U);
    EXPECT_LT(contradictions, 200U);
    EXPECT_LE(more_bends, 2U) << "that few bends can't always be found is no wonder, but nearly always";
}

TEST(LinearHeights, AreProvedByAFlow) {
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        const HeightProgram program = random_heights(seed, 30);
        const std::optional<ProvedHeights> proved = prove_linear_heights(program);
        if (!proved) continue;
        std::vector<std::int64_t> left_over(program.nodes, 0);
        std::int64_t earned = 0;
        const auto run = [&](std::size_t from, std::size_t to, std::int64_t flow, std::int64_t gain) {
            left_over[from] -= flow;
            left_over[to] += flow;
            earned += flow * gain;
        };
        for (std::size_t i = 0; i < program.separations.size(); ++i) {
            const auto& [above, below, least] = program.separations[i];
            ASSERT_GE(proved->separation_flows[i], 0);
            run(above, below, proved->separation_flows[i], least);
        }
        for (std::size_t i = 0; i < program.ties.size(); ++i) {
            const auto& [a, b, weight, offset] = program.ties[i];
            ASSERT_LE(std::abs(proved->tie_flows[i]), weight);
            run(a, b, proved->tie_flows[i], offset);
        }
        EXPECT_EQ(left_over, std::vector<std::int64_t>(program.nodes, 0));
        EXPECT_TRUE(are_separated(program, proved->heights));
        EXPECT_EQ(earned, wiggle_of(program, proved->heights, Wiggle::linear)) << "seed " << seed;
    }
}

TEST(LinearHeights, OfStorylinesLoseNothingToRigidSetsAndStraightening) {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const HeightProgram program = random_storyline(seed, 12, 30, seed % 2 == 0);
        const std::optional<ProvedHeights> plain = prove_linear_heights(program);
        const std::optional<Heights> crooked = least_heights(program, Wiggle::linear, 0);
        const std::optional<Heights> straight = least_heights(program, Wiggle::linear);
        ASSERT_TRUE(plain && crooked && straight);
        const std::int64_t cost = wiggle_of(program, plain->heights, Wiggle::linear);
        EXPECT_EQ(wiggle_of(program, *crooked, Wiggle::linear), cost);
        EXPECT_EQ(wiggle_of(program, *straight, Wiggle::linear), cost);
        EXPECT_LE(count_bends(program, *straight), count_bends(program, *crooked));
        EXPECT_TRUE(are_separated(program, *straight));
        EXPECT_EQ(straight, least_heights(program, Wiggle::linear)) << "the same program, the same heights";
    }
}

TEST(LinearHeights, OfALongStorylineTakeNoTime) {
    const HeightProgram program = random_storyline(1, 100, 300, true);
    const std::optional<Heights> heights = least_heights(program, Wiggle::linear);
    ASSERT_TRUE(heights);
    EXPECT_TRUE(are_separated(program, *heights));
}

}  // namespace
}  // namespace fabula::storyline::linear_heights_test

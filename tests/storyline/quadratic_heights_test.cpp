#include <gtest/gtest.h>
#include <numeric>

#include "random_heights.hpp"
#include "solve/storyline/heights/programs.hpp"

namespace fabula::storyline::quadratic_heights_test {
namespace {

/// A program in which every separation has play, and heights to start from.
struct Posed {
    HeightProgram program;
    Heights start;
};

std::optional<Posed> pose(const HeightProgram& program) {
    const std::optional<ProvedHeights> proved = prove_linear_heights(program);
    if (!proved) return std::nullopt;
    const RigidBlocks blocks = blocks_with_play(program, proved->heights);
    return Posed{blocks.program, heights_of_blocks(blocks, proved->heights)};
}

double bend_of(const Tie& tie, const std::vector<double>& heights) {
    return heights[tie.a] - heights[tie.b] + static_cast<double>(tie.offset);
}

double wiggle_of(const HeightProgram& program, const std::vector<double>& heights) {
    double cost = 0;
    for (const Tie& tie : program.ties)
        cost += static_cast<double>(tie.weight) * bend_of(tie, heights) * bend_of(tie, heights);
    return cost;
}

/// The conditions of Karush, Kuhn and Tucker, which in a convex program only what costs least fulfils.
void expect_balance(const HeightProgram& program, const BalancedHeights& balanced, double tolerance) {
    std::vector<double> forces(program.nodes, 0);
    for (const Tie& tie : program.ties) {
        forces[tie.a] += static_cast<double>(tie.weight) * bend_of(tie, balanced.heights);
        forces[tie.b] -= static_cast<double>(tie.weight) * bend_of(tie, balanced.heights);
    }
    for (std::size_t i = 0; i < program.separations.size(); ++i) {
        const auto& [above, below, least] = program.separations[i];
        const double pressure = balanced.pressures[i];
        const double room = balanced.heights[below] - balanced.heights[above] - static_cast<double>(least);
        forces[above] += pressure;
        forces[below] -= pressure;
        EXPECT_GE(pressure, 0);
        EXPECT_GE(room, -tolerance);
        EXPECT_LE(pressure * room, tolerance);
    }
    for (const double force : forces)
        EXPECT_NEAR(force, 0, tolerance);
}

TEST(QuadraticHeights, AreBalancedByPressuresWhereSeparationsAreTight) {
    std::size_t posed = 0;
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        const std::optional<Posed> problem = pose(random_heights(seed, seed < 200 ? 5 : 30));
        if (!problem) continue;
        ++posed;
        SCOPED_TRACE(seed);
        const BalancedHeights balanced = balance(problem->program, problem->start);
        EXPECT_TRUE(balanced.balanced);
        EXPECT_LT(balanced.iterations, 40U);
        expect_balance(problem->program, balanced, 1e-5);
    }
    EXPECT_GT(posed, 100U);
}

TEST(QuadraticHeights, OfStorylinesAreBalanced) {
    for (const bool all_the_time : {true, false}) {
        const std::optional<Posed> problem = pose(random_storyline(5, 40, 80, all_the_time));
        ASSERT_TRUE(problem);
        const BalancedHeights balanced = balance(problem->program, problem->start);
        EXPECT_TRUE(balanced.balanced);
        EXPECT_LT(balanced.iterations, 40U);
        expect_balance(problem->program, balanced, 1e-4);
    }
}

/// The line that does not fall with the least sum of squares from `wanted`: pool adjacent violators.
std::vector<double> pool(const std::vector<double>& wanted) {
    struct Block {
        double sum = 0;
        std::size_t size = 0;
        double mean() const { return sum / static_cast<double>(size); }
    };
    std::vector<Block> blocks;
    for (const double value : wanted) {
        blocks.push_back({value, 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
            const Block last = blocks.back();
            blocks.pop_back();
            blocks.back().sum += last.sum;
            blocks.back().size += last.size;
        }
    }
    std::vector<double> pooled;
    for (const Block& block : blocks)
        pooled.insert(pooled.end(), block.size, block.mean());
    return pooled;
}

TEST(QuadraticHeights, OfOneStepAreThoseOfPoolingAdjacentViolators) {
    std::mt19937 dice(3);
    for (int round = 0; round < 30; ++round) {
        const std::size_t lines = 2 + roll(dice, 20);
        HeightProgram program{lines + 1, {}, {}};  // the last node is what all are tied to
        std::vector<double> wanted;
        for (std::size_t line = 0; line < lines; ++line) {
            const auto place = static_cast<std::int64_t>(roll(dice, 200));
            program.ties.push_back({line, lines, 1, -place});
            wanted.push_back(static_cast<double>(place) - 12 * static_cast<double>(line));
            if (line > 0) program.separations.push_back({line - 1, line, 12});
        }
        const Heights start = prove_linear_heights(program).value().heights;
        const BalancedHeights balanced = balance(program, start);
        const std::vector<double> pooled = pool(wanted);
        for (std::size_t line = 0; line < lines; ++line) {
            const double expected = pooled[line] + 12 * static_cast<double>(line);
            EXPECT_NEAR(balanced.heights[line] - balanced.heights[lines], expected, 1e-3);
        }
    }
}

TEST(QuadraticHeights, AreNotBeatenByAnyOthers) {
    std::mt19937 dice(4);
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        const std::optional<Posed> problem = pose(random_heights(seed, 12));
        if (!problem) continue;
        const auto& [program, start] = *problem;
        const std::vector<double> best = balance(program, start).heights;
        const double least = wiggle_of(program, best) * (1 - 1e-6) - 1e-6;
        for (int other = 0; other < 20; ++other) {
            std::vector<double> moved = best;
            for (double& height : moved)
                height += static_cast<double>(roll(dice, 5)) - 2;
            const Heights whole = round_heights(program, moved);
            ASSERT_TRUE(are_separated(program, whole));
            EXPECT_GE(static_cast<double>(wiggle_of(program, whole, Wiggle::quadratic)), least) << "seed " << seed;
        }
    }
}

TEST(QuadraticHeights, LoseLittleToWholeNumbers) {
    HeightProgram program = random_storyline(2, 12, 40, true);
    for (Separation& separation : program.separations)
        separation.least *= 100;
    const Posed problem = pose(program).value();
    const double least = wiggle_of(problem.program, balance(problem.program, problem.start).heights);
    const Heights heights = least_heights(program, Wiggle::quadratic).value();
    EXPECT_TRUE(are_separated(program, heights));
    EXPECT_NEAR(static_cast<double>(wiggle_of(program, heights, Wiggle::quadratic)), least, least * 1e-3);
    EXPECT_LT(wiggle_of(program, heights, Wiggle::quadratic),
              wiggle_of(program, least_heights(program, Wiggle::linear).value(), Wiggle::quadratic));
    EXPECT_EQ(heights, least_heights(program, Wiggle::quadratic)) << "the same program, the same heights";
}

TEST(QuadraticHeights, HoldEverySeparation) {
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        const HeightProgram program = random_heights(seed, 20);
        const std::optional<Heights> heights = least_heights(program, Wiggle::quadratic);
        ASSERT_EQ(heights.has_value(), least_heights(program, Wiggle::linear).has_value());
        EXPECT_TRUE(!heights || are_separated(program, *heights)) << "seed " << seed;
    }
}

}  // namespace
}  // namespace fabula::storyline::quadratic_heights_test

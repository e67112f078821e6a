#include "solve/storyline/problem.hpp"

#include <gtest/gtest.h>
#include <numeric>

#include "random_problem.hpp"

namespace fabula::storyline::problem_test {
namespace {

const Problem meeting{3, {{{0, 1, 2}, {{0, 2}}}, {{0, 1, 2}, {}}}};

TEST(StorylineProblem, IsSoundWhereSetsNest) {
    EXPECT_EQ(fault_of(Problem{4, {{{0, 1, 2, 3}, {{0, 1, 2}, {0, 1}, {3}}}}}), "");
    for (std::uint32_t seed = 0; seed < 50; ++seed)
        EXPECT_EQ(fault_of(random_problem(seed, 6, 4, 3)), "");
}

TEST(StorylineProblem, SaysWhichStepIsWrongAndWhy) {
    EXPECT_EQ(fault_of(Problem{2, {{{0, 1}, {}}, {{0, 0}, {}}}}),
              "step 1: a line stands twice or is none of the problem's");
    EXPECT_EQ(fault_of(Problem{2, {{{0, 2}, {}}}}), "step 0: a line stands twice or is none of the problem's");
    EXPECT_EQ(fault_of(Problem{2, {{{0}, {{1}}}}}), "step 0: a set names a line that is not present");
    EXPECT_EQ(fault_of(Problem{3, {{{0, 1, 2}, {{0, 1}, {1, 2}}}}}), "step 0: two sets overlap");
}

TEST(StorylineOrders, AreSoundWhereEverySetStandsTogether) {
    EXPECT_EQ(fault_of({{1, 2, 0}, {0, 1, 2}}, meeting), "");
}

TEST(StorylineOrders, SayWhichStepIsWrongAndWhy) {
    EXPECT_EQ(fault_of({{0, 1, 2}, {0, 1, 2}}, meeting), "step 0: a set is torn apart");
    EXPECT_EQ(fault_of({{0, 2, 1}, {0, 1}}, meeting), "step 1: the order names other lines");
    EXPECT_EQ(fault_of(Orders{{0, 2, 1}}, meeting), "there are more or fewer orders than steps");
}

TEST(Crossings, AreTheFlippedPairsOfLinesThatArePresentOnBothSides) {
    EXPECT_EQ(count_crossings({{0, 1, 2}, {2, 1, 0}}, 3), 3);
    EXPECT_EQ(count_crossings({{0, 1, 2}, {2, 0}}, 3), 1);
    EXPECT_EQ(count_crossings({{0, 1}, {2}, {1, 0}}, 3), 0) << "who was away meanwhile crosses nobody";
}

TEST(Inversions, AreThoseOfCountingEachPair) {
    std::mt19937 dice(1);
    for (std::size_t size = 0; size < 40; ++size) {
        std::vector<std::size_t> values(size);
        std::iota(values.begin(), values.end(), std::size_t{0});
        values = shuffled(values, dice);
        std::vector<std::int64_t> weights;
        for (std::size_t i = 0; i < size; ++i)
            weights.push_back(static_cast<std::int64_t>(roll(dice, 4)));
        std::int64_t expected = 0;
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = i + 1; j < size; ++j)
                expected += values[i] > values[j] ? weights[i] * weights[j] : 0;
        }
        EXPECT_EQ(count_inversions(values, weights), expected);
    }
}

}  // namespace
}  // namespace fabula::storyline::problem_test

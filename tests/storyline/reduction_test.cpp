#include <gtest/gtest.h>

#include "random_problem.hpp"
#include "solve/storyline/ordering.hpp"
#include "solve/storyline/problem.hpp"

namespace fabula::storyline::reduction_test {
namespace {

constexpr Effort little{100'000};

TEST(Reduction, LiftsOrdersToOrdersOfTheWholeWithAsManyCrossings) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const Problem problem = random_problem(seed, 9, 14, 1 + seed % 3);
        const Reduction reduction(problem);
        ASSERT_EQ(fault_of(reduction.problem()), "") << "seed " << seed;
        const Ordering ordering = order_lines(reduction.problem(), little);
        const Orders lifted = reduction.lift(ordering.orders);
        ASSERT_EQ(fault_of(lifted, problem), "") << "seed " << seed;
        ASSERT_EQ(count_crossings(lifted, problem.lines), ordering.crossings) << "seed " << seed;
    }
}

/// Two lines throughout and a third, which is away in the middle or not.
std::size_t steps_left(const Lines& middle) {
    const Step early{{0, 1, 2}, {{0, 1}}};
    const Step late{{0, 1, 2}, {{1, 2}}};
    return Reduction({3, {early, late, {middle, {}}, late, early}}).problem().steps.size();
}

TEST(Reduction, LeavesOutAStepThatStandsAsItsNeighbour) {
    EXPECT_EQ(steps_left({0, 1, 2}), 3U);
    EXPECT_EQ(steps_left({0, 1}), 5U) << "2 may come back anywhere";
}

TEST(Reduction, LeavesOutWhoIsThereOnce) {
    const Problem problem{3, {{{0, 1}, {}}, {{0, 1, 2}, {{0, 2}}}, {{0, 1}, {}}}};
    const Reduction reduction(problem);
    EXPECT_EQ(reduction.problem(), (Problem{3, {{{}, {}}}})) << "then 0 and 1 are there once as well";
    EXPECT_EQ(fault_of(reduction.lift({{}}), problem), "");
}

TEST(Reduction, OfNothingIsNothing) {
    EXPECT_EQ(Reduction(Problem{}).lift({}), Orders{});
}

TEST(Canonical, GivesOrdersBackInTheNumbersAndTheTimeOfTheOriginal) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        const Problem problem = random_problem(seed, 8, 10, 2);
        const Canonical canonical = canonical_form(problem);
        const Ordering ordering = order_lines(canonical.problem, little);
        const Orders orders = original_orders(canonical, ordering.orders);
        ASSERT_EQ(fault_of(orders, problem), "") << "seed " << seed;
        ASSERT_EQ(count_crossings(orders, problem.lines), ordering.crossings) << "seed " << seed;
    }
}

TEST(Canonical, IsTheSameForOtherNumbersAndForTimeReversed) {
    const Problem problem{4, {{{0, 1, 2, 3}, {{0, 1}}}, {{0, 1, 2}, {{1, 2}}}, {{0, 2}, {}}}};
    const Problem other{4, {{{3, 1}, {}}, {{3, 2, 1}, {{1, 2}}}, {{0, 1, 2, 3}, {{2, 3}}}}};
    EXPECT_EQ(canonical_form(other).problem, canonical_form(problem).problem);
}

}  // namespace
}  // namespace fabula::storyline::reduction_test

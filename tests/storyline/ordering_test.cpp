#include "solve/storyline/ordering.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <limits>

#include "random_problem.hpp"
#include "solve/storyline/exact/solver.hpp"

namespace fabula::storyline::ordering_test {
namespace {

/// All orders of a step that keep its sets together.
Orders all_orders(const Step& step) {
    Orders valid;
    Lines order = step.present;
    std::ranges::sort(order);
    do {
        if (fault_of({order}, {step.present.empty() ? 1 : 1 + *std::ranges::max_element(step.present), {step}}).empty())
            valid.push_back(order);
    } while (std::ranges::next_permutation(order).found);
    return valid;
}

/// The least crossings of a problem: for each order of each step the least up to it, from all orders of the step
/// before.
std::int64_t least_crossings(const Problem& problem) {
    Orders before;
    std::vector<std::int64_t> least;
    for (const Step& step : problem.steps) {
        const Orders orders = all_orders(step);
        std::vector<std::int64_t> next(orders.size(), std::numeric_limits<std::int64_t>::max());
        for (std::size_t i = 0; i < orders.size(); ++i) {
            if (before.empty()) next[i] = 0;
            for (std::size_t j = 0; j < before.size(); ++j)
                next[i] = std::min(next[i], least[j] + count_crossings({before[j], orders[i]}, problem.lines));
        }
        before = orders;
        least = next;
    }
    return std::ranges::min(least);
}

TEST(Ordering, HasTheLeastCrossingsOfAllOrders) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const Problem problem = random_problem(seed, 5, 5, 1 + seed % 3);
        // Without proofs the search never knows that it is done.
        const Ordering ordering = order_lines(problem, has_solver() ? Effort{100'000'000} : Effort{100'000});
        ASSERT_EQ(fault_of(ordering.orders, problem), "") << "seed " << seed;
        ASSERT_EQ(ordering.crossings, count_crossings(ordering.orders, problem.lines)) << "seed " << seed;
        if (!has_solver()) continue;
        ASSERT_EQ(ordering.crossings, least_crossings(problem)) << "seed " << seed;
        ASSERT_TRUE(ordering.optimal) << "seed " << seed;
        ASSERT_EQ(ordering.lower_bound, ordering.crossings) << "seed " << seed;
    }
}

TEST(Ordering, KeepsSetsTogetherWhateverItMayCost) {
    for (const std::int64_t steps : {0, 1, 1'000, 100'000, 10'000'000}) {
        for (std::uint32_t seed = 0; seed < 12; ++seed) {
            const Problem problem = random_problem(seed, 20, 20, 3);
            const Ordering ordering = order_lines(problem, {steps});
            ASSERT_EQ(fault_of(ordering.orders, problem), "") << "seed " << seed;
            ASSERT_LE(ordering.lower_bound, ordering.crossings);
            ASSERT_EQ(ordering.optimal, ordering.lower_bound == ordering.crossings);
        }
    }
}

TEST(Ordering, IsNeverWorseForMoreEffort) {
    for (std::uint32_t seed = 0; seed < 6; ++seed) {
        const Problem problem = random_problem(seed, 14, 24, 2);
        std::int64_t crossings = std::numeric_limits<std::int64_t>::max();
        std::int64_t bound = 0;
        for (std::int64_t steps = 1'000; steps <= 64'000'000; steps *= 4) {
            const Ordering ordering = order_lines(problem, {steps});
            ASSERT_LE(ordering.crossings, crossings) << "seed " << seed << ", " << steps << " steps";
            ASSERT_GE(ordering.lower_bound, bound) << "seed " << seed << ", " << steps << " steps";
            crossings = ordering.crossings;
            bound = ordering.lower_bound;
        }
    }
}

TEST(Ordering, IsNeverWorseForMoreEffortWhereSeveralWalksCompete) {
    const Problem problem = random_problem(3, 20, 60, 3);
    std::int64_t crossings = std::numeric_limits<std::int64_t>::max();
    std::int64_t bound = 0;
    for (const std::int64_t steps : {30'000'000, 90'000'000, 180'000'000}) {
        const Ordering ordering = order_lines(problem, {steps});
        ASSERT_EQ(fault_of(ordering.orders, problem), "") << steps << " steps";
        ASSERT_EQ(ordering.crossings, count_crossings(ordering.orders, problem.lines)) << steps << " steps";
        ASSERT_LE(ordering.crossings, crossings) << steps << " steps";
        ASSERT_GE(ordering.lower_bound, bound) << steps << " steps";
        crossings = ordering.crossings;
        bound = ordering.lower_bound;
    }
    ASSERT_GT(crossings, bound) << "a problem so easy shows nothing";
}

TEST(Ordering, IsTheSameEachTime) {
    const Problem problem = random_problem(7, 16, 30, 2);
    EXPECT_EQ(order_lines(problem, {20'000'000}), order_lines(problem, {20'000'000}));
}

/// The problem told backwards, its lines renamed.
Problem mirrored(Problem problem) {
    std::ranges::reverse(problem.steps);
    for (Step& step : problem.steps) {
        const auto rename = [&](Line& line) { line = problem.lines - 1 - line; };
        std::ranges::for_each(step.present, rename);
        for (Lines& set : step.sets)
            std::ranges::for_each(set, rename);
    }
    return problem;
}

TEST(Ordering, CostsTheSameWhereStepsAreMirroredAndLinesRenamed) {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        const Problem problem = random_problem(seed, 8, 10, 2);
        const Effort effort{has_solver() ? 100'000'000 : 100'000};
        ASSERT_EQ(order_lines(mirrored(problem), effort).crossings, order_lines(problem, effort).crossings)
            << "seed " << seed;
    }
}

TEST(Ordering, CostsTheSameWhereStepsAreMirroredAndLinesRenamedAlsoShortOfAProof) {
    for (std::uint32_t seed = 0; seed < 8; ++seed) {
        const Problem problem = random_problem(seed, 20, 40, 3);
        const Ordering ordering = order_lines(problem, {2'000'000});
        const Ordering other = order_lines(mirrored(problem), {2'000'000});
        ASSERT_FALSE(ordering.optimal);
        ASSERT_EQ(fault_of(other.orders, mirrored(problem)), "") << "seed " << seed;
        ASSERT_EQ(other.crossings, ordering.crossings) << "seed " << seed;
    }
}

TEST(Ordering, OfNothingIsNothing) {
    EXPECT_EQ(order_lines({}), (Ordering{{}, 0, 0, true}));
    EXPECT_EQ(order_lines({1, {{{0}, {}}}}), (Ordering{{{0}}, 0, 0, true}));
    EXPECT_EQ(order_lines({1, {{{}, {}}, {{}, {}}}}), (Ordering{{{}, {}}, 0, 0, true}));
}

}  // namespace
}  // namespace fabula::storyline::ordering_test

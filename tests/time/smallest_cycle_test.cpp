// Contradictions have no more statements than they need, and what is said to fix them does.
#include "time/smallest_cycle.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

#include "random_network.hpp"

namespace fabula::timing::smallest_cycle_test {
namespace {

using testing::AllDistances;
using testing::between;

/// Statements (claims) of one constraint each, and some constraints that nobody states.
struct RandomStatements {
    std::size_t variables = 0;
    Model model;
    ClaimTable claims;
};

Constraint random_constraint(std::mt19937_64& random, std::size_t variables) {
    const auto last = static_cast<Ticks>(variables) - 1;
    Constraint constraint;
    constraint.from = static_cast<Variable>(between(random, 0, last));
    do {
        constraint.to = static_cast<Variable>(between(random, 0, last));
    } while (constraint.to == constraint.from);
    const Ticks low = between(random, -4, 12);
    const auto kind = random() % 3;
    if (kind != 0) constraint.low = low;
    if (kind != 1) constraint.high = low + between(random, 0, 3);
    return constraint;
}

RandomStatements random_statements(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    RandomStatements result;
    result.variables = static_cast<std::size_t>(between(random, 3, 7));
    const auto count = static_cast<ClaimIndex>(between(random, 2, 9));
    const auto add = [&result](const Constraint& constraint, ClaimIndex claim) {
        result.claims.of_number.push_back(claim);
        if (claim != no_claim) result.claims.constraints[claim].push_back(result.model.constraints.size());
        result.model.constraints.push_back(constraint);
    };
    result.claims.constraints.resize(count);
    result.model.statements.resize(count);
    for (Variable v = 1; v < result.variables; v += 2)  // as an event's end is not before its start
        add({v - 1, v, 0, never, no_statement}, no_claim);
    for (ClaimIndex claim = 0; claim < count; ++claim)
        add(random_constraint(random, result.variables), claim);
    return result;
}

bool consistent(const RandomStatements& random, std::uint32_t chosen) {
    AllDistances twin(random.variables);
    for (std::size_t i = 0; i < random.model.constraints.size(); ++i) {
        const ClaimIndex claim = random.claims.of_number[i];
        if (claim != no_claim && (chosen >> claim & 1U) == 0) continue;
        for (const Bound& bound : bounds_of(random.model.constraints[i], i))
            twin.add(bound);
    }
    return twin.consistent();
}

/// By trying all sets: how many statements the smallest of these that cannot all be true has.
std::size_t size_of_smallest_inconsistent_set(const RandomStatements& random, std::uint32_t among) {
    std::size_t smallest = 99;
    for (std::uint32_t chosen = among;; chosen = (chosen - 1) & among) {
        const auto size = static_cast<std::size_t>(__builtin_popcount(chosen));
        if (size < smallest && !consistent(random, chosen)) smallest = size;
        if (chosen == 0) return smallest;
    }
}

Ticks length(const std::vector<Bound>& cycle) {
    return std::accumulate(cycle.begin(), cycle.end(), Ticks{0},
                           [](Ticks sum, const Bound& bound) { return sum + bound.weight; });
}

/// Calls `visit(network, cycle, added)` for each statement that contradicts those added before it.
template <typename Visit>
void for_each_contradiction(const RandomStatements& random, Visit&& visit) {
    TemporalNetwork network(random.variables);
    std::uint32_t added = 0;
    for (std::size_t i = 0; i < random.model.constraints.size(); ++i) {
        const ClaimIndex claim = random.claims.of_number[i];
        if (network.add(random.model.constraints[i], i)) {
            if (claim != no_claim) added |= 1U << claim;
            continue;
        }
        const std::size_t before = network.bounds().size();
        for (const Bound& bound : bounds_of(random.model.constraints[i], i)) {
            if (network.add(bound)) continue;
            const auto cycle = smallest_cycle(network, bound, random.claims);
            network.shrink(before);
            visit(network, cycle, added);
            break;
        }
    }
}

TEST(Contradictions, HaveAsFewStatementsAsAnySetThatCannotBeTrue) {
    int checked = 0;
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        SCOPED_TRACE(seed);
        const RandomStatements random = random_statements(seed);
        for_each_contradiction(
            random, [&](const TemporalNetwork&, const std::vector<Bound>& cycle, std::uint32_t added) {
                ASSERT_FALSE(cycle.empty());
                EXPECT_LT(length(cycle), 0);
                for (std::size_t i = 0; i < cycle.size(); ++i)
                    EXPECT_EQ(cycle[i].to, cycle[(i + 1) % cycle.size()].from);
                const auto claims = claims_of(cycle, random.claims);
                EXPECT_EQ(claims.size(), size_of_smallest_inconsistent_set(random, added | 1U << claims.front()));
                ++checked;
            });
    }
    EXPECT_GT(checked, 1000);
}

TEST(Contradictions, AreMendedByLooseningAsSaidAndByNoLess) {
    int mended = 0;
    for (std::uint64_t seed = 0; seed < 1500; ++seed) {
        SCOPED_TRACE(seed);
        const RandomStatements random = random_statements(seed);
        for_each_contradiction(
            random, [&](const TemporalNetwork& network, const std::vector<Bound>& cycle, std::uint32_t added) {
                const auto loosenings = timing::loosenings(network, random.model, random.claims, cycle);
                ASSERT_FALSE(loosenings.empty());
                EXPECT_EQ(loosenings.front().claim, claims_of(cycle, random.claims).front());
                for (const Loosening& loosening : loosenings) {
                    const std::uint32_t all = added | 1U << claims_of(cycle, random.claims).front();
                    const auto holds_with = [&](Ticks weight) {
                        RandomStatements loose = random;
                        Constraint& constraint = loose.model.constraints[loosening.bound.constraint];
                        (loosening.bound.to == constraint.to ? constraint.high : constraint.low) =
                            loosening.bound.to == constraint.to ? weight : -weight;
                        return consistent(loose, all);
                    };
                    EXPECT_TRUE(holds_with(loosening.weight));
                    EXPECT_FALSE(holds_with(loosening.weight - 1));
                    ++mended;
                }
            });
    }
    EXPECT_GT(mended, 1000);
}

TEST(Contradictions, CountAStatementOnceWhereOneOfItsBoundsLeadsOnToTheOther) {
    const ClaimTable claims{{0, 0, 1, 1, 2, 3, 4, 5}, {{0, 1}, {2, 3}, {4}, {5}, {6}, {7}}};
    TemporalNetwork network(7);
    std::size_t number = 0;
    const auto at_least = [&](Variable from, Variable to, Ticks low) {
        ASSERT_TRUE(network.add(Constraint{from, to, low, never, 0}, number++));
    };
    for (Variable v = 0; v < 4; ++v)
        at_least(v, v + 1, 10);  // four bounds of two statements, from 0 to 4
    ++number;                    // that of the one refused
    at_least(0, 5, 5);           // three bounds of three statements, from 0 to 4
    at_least(5, 6, 5);
    at_least(6, 4, 5);
    const auto cycle = smallest_cycle(network, Bound{0, 4, 5, 4}, claims);
    EXPECT_EQ(claims_of(cycle, claims).size(), 3U);
}

TEST(Contradictions, OfAThousandStatementsInARowAreFound) {
    constexpr Variable count = 1000;
    ClaimTable claims;
    TemporalNetwork network(count);
    for (Variable v = 0; v + 1 < count; ++v) {
        claims.of_number.push_back(v);
        claims.constraints.push_back({v});
        ASSERT_TRUE(network.add(Constraint{v, v + 1, 1, never, v}, v));
    }
    claims.of_number.push_back(count - 1);
    claims.constraints.push_back({count - 1});
    EXPECT_EQ(smallest_cycle(network, {0, count - 1, 5, count - 1}, claims).size(), count);
}

}  // namespace
}  // namespace fabula::timing::smallest_cycle_test

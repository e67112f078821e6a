#include "time/network.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

#include "random_network.hpp"

namespace fabula::timing::network_test {
namespace {

using testing::AllDistances;
using testing::between;
using testing::random_network;
using testing::RandomNetwork;

Ticks length(const std::vector<Bound>& cycle) {
    Ticks sum = 0;
    for (const Bound& bound : cycle)
        sum += bound.weight;
    return sum;
}

void expect_closed(const std::vector<Bound>& cycle) {
    for (std::size_t i = 0; i < cycle.size(); ++i)
        EXPECT_EQ(cycle[i].to, cycle[(i + 1) % cycle.size()].from);
}

constexpr std::uint64_t seeds = 400;

void check_refusals(std::uint64_t seed) {
    const RandomNetwork random = random_network(seed);
    TemporalNetwork network(random.variables);
    AllDistances twin(random.variables);
    for (const Bound& bound : random.bounds) {
        AllDistances with_it = twin;
        with_it.add(bound);
        const bool added = network.add(bound);
        ASSERT_EQ(added, with_it.consistent());
        if (added) {
            twin = with_it;
            continue;
        }
        EXPECT_EQ(length(network.cycle()), bound.weight + twin.at(bound.to, bound.from));
        EXPECT_LT(length(network.cycle()), 0);
        EXPECT_EQ(network.cycle().front().constraint, bound.constraint);
        expect_closed(network.cycle());
    }
}

TEST(RandomNetworks, RefuseJustTheBoundsThatCloseANegativeCycle) {
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        SCOPED_TRACE(seed);
        check_refusals(seed);
    }
}

void check_bounds(std::uint64_t seed) {
    const RandomNetwork random = random_network(seed);
    TemporalNetwork network(random.variables);
    AllDistances twin(random.variables);
    for (const Bound& bound : random.bounds) {
        if (network.add(bound)) twin.add(bound);
    }
    const auto latest = network.latest(0);
    const auto earliest = network.earliest(0);
    for (std::size_t v = 0; v < random.variables; ++v) {
        EXPECT_EQ(latest[v], twin.at(0, v));
        EXPECT_EQ(earliest[v], -twin.at(v, 0));
    }
}

TEST(RandomNetworks, KnowTheEarliestAndLatestTimes) {
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        SCOPED_TRACE(seed);
        check_bounds(seed);
    }
}

void check_nearest(std::uint64_t seed) {
    const RandomNetwork random = random_network(seed);
    TemporalNetwork network(random.variables);
    AllDistances twin(random.variables);
    for (const Bound& bound : random.bounds) {
        if (network.add(bound)) twin.add(bound);
    }
    std::mt19937_64 generator(seed + 1000);
    std::vector<Ticks> wanted(random.variables);
    for (Ticks& time : wanted)
        time = between(generator, -50, 50);
    const auto found = network.nearest(wanted);
    for (const Bound& bound : network.bounds())
        EXPECT_LE(found[bound.to] - found[bound.from], bound.weight);

    // No solution can be nearer than half of what the wanted times break the worst bound, stated or implied, by.
    Ticks broken = 0;
    Ticks furthest = 0;
    for (std::size_t a = 0; a < random.variables; ++a) {
        furthest = std::max(furthest, std::abs(found[a] - wanted[a]));
        for (std::size_t b = 0; b < random.variables; ++b) {
            if (twin.at(a, b) < never) broken = std::max(broken, wanted[b] - wanted[a] - twin.at(a, b));
        }
    }
    EXPECT_EQ(furthest, (broken + 1) / 2);
}

TEST(RandomNetworks, FindTheSolutionNearestToWhatIsWanted) {
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        SCOPED_TRACE(seed);
        check_nearest(seed);
    }
}

TEST(Network, IsAsBeforeAfterARefusedConstraint) {
    TemporalNetwork network(3);
    ASSERT_TRUE(network.add(Constraint{0, 1, 5, 10}, 0));
    EXPECT_FALSE(network.add(Constraint{0, 1, 7, 4}, 1));
    EXPECT_EQ(network.earliest(0)[1], 5);
    EXPECT_EQ(network.latest(0)[1], 10);
    EXPECT_EQ(network.bounds().size(), 2U);
}

TEST(Network, RefusesAMomentBeforeItself) {
    TemporalNetwork network(1);
    EXPECT_FALSE(network.add(Bound{0, 0, -1, 7}));
    ASSERT_EQ(network.cycle().size(), 1U);
    EXPECT_EQ(network.cycle().front().constraint, 7U);
}

TEST(Network, HasNoBoundsWhereNothingIsStated) {
    TemporalNetwork network(2);
    EXPECT_EQ(network.earliest(0)[1], -never);
    EXPECT_EQ(network.latest(0)[1], never);
}

}  // namespace
}  // namespace fabula::timing::network_test

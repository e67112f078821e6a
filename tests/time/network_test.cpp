#include "time/network.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace fabula::timing {
namespace {

/// The twin that is plainly right: all shortest distances by Floyd and Warshall.
class AllDistances {
public:
    explicit AllDistances(std::size_t variables) : size_(variables), distances_(variables * variables, never) {
        for (std::size_t v = 0; v < variables; ++v)
            at(v, v) = 0;
    }

    void add(const Bound& bound) {
        at(bound.from, bound.to) = std::min(at(bound.from, bound.to), bound.weight);
        for (std::size_t through = 0; through < size_; ++through) {
            for (std::size_t from = 0; from < size_; ++from)
                relax(from, through);
        }
    }

    [[nodiscard]] bool consistent() const {
        for (std::size_t v = 0; v < size_; ++v) {
            if (distances_[v * size_ + v] < 0) return false;
        }
        return true;
    }

    [[nodiscard]] Ticks& at(std::size_t from, std::size_t to) { return distances_[from * size_ + to]; }

private:
    void relax(std::size_t from, std::size_t through) {
        if (at(from, through) >= never) return;
        for (std::size_t to = 0; to < size_; ++to) {
            if (at(through, to) >= never) continue;
            at(from, to) = std::min(at(from, to), at(from, through) + at(through, to));
        }
    }

    std::size_t size_;
    std::vector<Ticks> distances_;
};

Ticks between(std::mt19937_64& random, Ticks low, Ticks high) {
    return low + static_cast<Ticks>(random() % static_cast<std::uint64_t>(high - low + 1));
}

struct RandomNetwork {
    std::size_t variables = 0;
    std::vector<Bound> bounds;
};

RandomNetwork random_network(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    RandomNetwork result;
    result.variables = static_cast<std::size_t>(between(random, 2, 12));
    const auto count = static_cast<std::size_t>(between(random, 1, 40));
    const Ticks least = between(random, -12, 0);
    for (std::size_t i = 0; i < count; ++i) {
        const auto last = static_cast<Ticks>(result.variables) - 1;
        const auto from = static_cast<Variable>(between(random, 0, last));
        const auto to = static_cast<Variable>(between(random, 0, last));
        result.bounds.push_back({from, to, between(random, least, 20), i});
    }
    return result;
}

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
        const auto shortest = network.shortest_cycle();
        EXPECT_LT(length(network.cycle()), 0);
        EXPECT_LT(length(shortest), 0);
        EXPECT_LE(shortest.size(), network.cycle().size());
        EXPECT_EQ(shortest.front().constraint, bound.constraint);
        expect_closed(network.cycle());
        expect_closed(shortest);
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

TEST(Network, NamesTheShortestOfSeveralCycles) {
    TemporalNetwork network(5);
    for (Variable v = 0; v < 4; ++v)
        ASSERT_TRUE(network.add(Constraint{v, v + 1, 10, never}, v));
    ASSERT_TRUE(network.add(Constraint{0, 4, 3, never}, 4));
    ASSERT_FALSE(network.add(Bound{0, 4, 2, 5}));
    EXPECT_EQ(network.shortest_cycle().size(), 2U);
}

TEST(Network, HasNoBoundsWhereNothingIsStated) {
    TemporalNetwork network(2);
    EXPECT_EQ(network.earliest(0)[1], -never);
    EXPECT_EQ(network.latest(0)[1], never);
}

}  // namespace
}  // namespace fabula::timing

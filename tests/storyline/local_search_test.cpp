#include <algorithm>
#include <gtest/gtest.h>

#include "random_problem.hpp"
#include "storyline/local/ruin.hpp"
#include "storyline/local/shaking.hpp"
#include "storyline/local/splicing.hpp"

namespace fabula::storyline {
namespace {

Instance instance_of(const Problem& problem) {
    return make_instance(problem, std::vector<std::int64_t>(problem.lines, 1));
}

Arrangement shaken(const Instance& instance, std::uint64_t seed) {
    Arrangement arrangement = first_arrangement(instance);
    std::mt19937_64 dice(seed);
    shake(instance, arrangement, 0, arrangement.size(), dice);
    return arrangement;
}

TEST(Ruin, PutsBackWhatItTakesOutAndTearsNoSet) {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const Problem problem = random_problem(seed, 12, 12, 3);
        const Instance instance = instance_of(problem);
        Arrangement arrangement = first_arrangement(instance);
        Ruin ruin(instance);
        std::mt19937_64 dice(seed);
        for (std::size_t from = 0; from < arrangement.size(); ++from) {
            ruin.disturb(arrangement, from, std::min(arrangement.size(), from + 1 + dice() % 8), dice);
            ASSERT_EQ(fault_of(orders_of(instance, arrangement), problem), "") << "seed " << seed << ", from " << from;
        }
    }
}

TEST(Shaking, TearsNoSet) {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const Problem problem = random_problem(seed, 12, 12, 3);
        const Instance instance = instance_of(problem);
        ASSERT_EQ(fault_of(orders_of(instance, shaken(instance, seed)), problem), "") << "seed " << seed;
    }
}

TEST(Splicing, IsNoWorseThanTheBestOfThePool) {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const Problem problem = random_problem(seed, 10, 16, 2);
        const Instance instance = instance_of(problem);
        const std::vector<Arrangement> pool{shaken(instance, 1), shaken(instance, 2), shaken(instance, 3)};
        const Arrangement spliced = splice(instance, pool);
        ASSERT_EQ(fault_of(orders_of(instance, spliced), problem), "") << "seed " << seed;
        for (const Arrangement& each : pool)
            ASSERT_LE(count_crossings(instance, spliced), count_crossings(instance, each)) << "seed " << seed;
    }
}

/// Every way to take each layer from one of two arrangements, as it is or upside down.
std::int64_t least_of_all_splices(const Instance& instance, const std::vector<Arrangement>& pool) {
    const std::size_t layers = instance.layers.size();
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (std::size_t choice = 0; choice < std::size_t{1} << (2 * layers); ++choice) {
        Arrangement arrangement(layers);
        for (std::size_t t = 0; t < layers; ++t) {
            arrangement[t] = pool[(choice >> (2 * t)) & 1][t];
            if (((choice >> (2 * t + 1)) & 1) != 0) std::ranges::reverse(arrangement[t]);
        }
        least = std::min(least, count_crossings(instance, arrangement));
    }
    return least;
}

TEST(Splicing, IsTheBestOfAllWaysToPutThePoolTogether) {
    for (std::uint32_t seed = 0; seed < 30; ++seed) {
        const Instance instance = instance_of(random_problem(seed, 8, 5, 2));
        const std::vector<Arrangement> pool{shaken(instance, 1), shaken(instance, 2)};
        ASSERT_EQ(count_crossings(instance, splice(instance, pool)), least_of_all_splices(instance, pool))
            << "seed " << seed;
    }
}

}  // namespace
}  // namespace fabula::storyline

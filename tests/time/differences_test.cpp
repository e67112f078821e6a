// What a network, or the statements of a story, allow between any two moments.
#include <gtest/gtest.h>

#include "random_network.hpp"
#include "time/network.hpp"

namespace fabula::timing::differences_test {
namespace {

using timing::testing::AllDistances;
using timing::testing::random_network;
using timing::testing::RandomNetwork;

void expect_differences_as_by_floyd_and_warshall(std::uint64_t seed, std::size_t memory) {
    const RandomNetwork random = random_network(seed);
    TemporalNetwork network(random.variables);
    AllDistances twin(random.variables);
    for (const Bound& bound : random.bounds) {
        if (network.add(bound)) twin.add(bound);
    }
    Differences differences(network, memory);
    for (Variable to = 0; to < random.variables; ++to) {
        for (Variable from = 0; from < random.variables; ++from) {
            EXPECT_EQ(differences.between(from, to), (Difference{-twin.at(to, from), twin.at(from, to)}));
        }
    }
}

TEST(Differences, AreThoseOfFloydAndWarshall) {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        SCOPED_TRACE(seed);
        expect_differences_as_by_floyd_and_warshall(seed, 1U << 20U);
    }
}

TEST(Differences, AreTheSameWithoutRoomToRememberThem) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        SCOPED_TRACE(seed);
        expect_differences_as_by_floyd_and_warshall(seed, 0);
        expect_differences_as_by_floyd_and_warshall(seed, 500);
    }
}

}  // namespace
}  // namespace fabula::timing::differences_test

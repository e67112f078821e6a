// What a network, or the statements of a story, allow between any two moments.
#include "time/differences.hpp"

#include <gtest/gtest.h>

#include "random_network.hpp"
#include "story_builder.hpp"
#include "time/stated_distances.hpp"

namespace fabula::timing {
namespace {

using namespace fabula::testing;  // NOLINT: the builder's words
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

TEST(StatedDistances, AreWhatIsStatedAndNothingTakenForGranted) {
    StoryBuilder builder;
    const auto ann = builder.character("ann", {on(date(1970, 1, 1))});
    const auto first = builder.event("first", {}, {ann});
    const auto second = builder.event("second", {age(1, 1, ann)});
    const auto third = builder.event("third", {after(to_event(second), days(3))});
    StatedDistances stated(builder.story());
    const Model& model = stated.model();
    EXPECT_EQ(stated.between(model.births[ann], model.events[first].start), Difference{});
    EXPECT_TRUE(stated.surely_before(model.births[ann], model.events[third].start));
    EXPECT_FALSE(stated.surely_before(model.events[first].start, model.events[second].start));
    const Ticks days = *model.scale.ticks(3, TimeUnit::day);
    EXPECT_EQ(stated.between(model.events[third].start, model.events[second].start), (Difference{-days, -days}));
}

TEST(StatedDistances, LeaveOutWhatContradicts) {
    StoryBuilder builder;
    const auto first = builder.event("first", {on(date(1970))});
    const auto second = builder.event("second", {after(to_event(first), days(3)), before(to_event(first))});
    StatedDistances stated(builder.story());
    const Model& model = stated.model();
    EXPECT_TRUE(stated.surely_before(model.events[first].start, model.events[second].start));
}

}  // namespace
}  // namespace fabula::timing

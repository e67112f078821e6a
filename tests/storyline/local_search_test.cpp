#include <algorithm>
#include <gtest/gtest.h>

#include "random_problem.hpp"
#include "solve/storyline/local/search.hpp"

namespace fabula::storyline::local_search_test {
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

/// The order of a layer with `slot` moved to `gap` of the others.
std::vector<std::size_t> moved(std::vector<std::size_t> order, std::size_t slot, std::size_t gap) {
    std::erase(order, slot);
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(gap), slot);
    return order;
}

bool tears_no_set(const Instance& instance, Arrangement arrangement, std::size_t t, std::vector<std::size_t> order,
                  const Problem& problem) {
    arrangement[t] = std::move(order);
    return fault_of(orders_of(instance, arrangement), problem).empty();
}

/// The least crossings, within a line's presence, over every sequence of gaps that tears no set.
std::int64_t least_of_all_insertions(const Instance& instance, const Arrangement& arrangement, const Problem& problem,
                                     const Presence& presence, const std::vector<std::size_t>& slots) {
    constexpr std::int64_t torn = std::numeric_limits<std::int64_t>::max() / 2;
    std::vector<std::int64_t> least;
    for (std::size_t t = presence.from; t < presence.until; ++t) {
        std::vector<std::int64_t> here(arrangement[t].size(), torn);
        for (std::size_t gap = 0; gap < here.size(); ++gap) {
            const auto order = moved(arrangement[t], slots[t - presence.from], gap);
            if (!tears_no_set(instance, arrangement, t, order, problem)) continue;
            if (t == presence.from) here[gap] = 0;
            for (std::size_t before = 0; before < least.size(); ++before) {
                if (least[before] >= torn) continue;
                const auto from = moved(arrangement[t - 1], slots[t - 1 - presence.from], before);
                here[gap] = std::min(here[gap], least[before] + count_crossings(instance, t - 1, from, order));
            }
        }
        least = std::move(here);
    }
    return std::ranges::min(least);
}

std::int64_t crossings_within(const Instance& instance, const Arrangement& arrangement, const Presence& presence) {
    std::int64_t crossings = 0;
    for (std::size_t t = presence.from; t + 1 < presence.until; ++t)
        crossings += count_crossings(instance, arrangement, t);
    return crossings;
}

std::vector<std::size_t> slots_of(const Instance& instance, const Presence& presence) {
    std::vector<std::size_t> slots;
    for (std::size_t t = presence.from; t < presence.until; ++t) {
        const auto& all = instance.layers[t].slots;
        slots.push_back(static_cast<std::size_t>(std::ranges::find(all, presence.line, &Slot::line) - all.begin()));
    }
    return slots;
}

TEST(Insertion, PutsALineWhereItCrossesLeastOfAllGaps) {
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        // Many lines and few steps, in an order without rhyme: hardly a gap that the others do not cross.
        const Problem problem = random_problem(seed, 24, 5, seed % 3);
        const Instance instance = instance_of(problem);
        Arrangement arrangement = shaken(instance, seed);
        const std::vector<Presence> presences = presences_of(instance);
        Insertion insertion(instance, presences);
        for (const Presence& presence : presences) {
            const auto slots = slots_of(instance, presence);
            const std::int64_t least = least_of_all_insertions(instance, arrangement, problem, presence, slots);
            const std::int64_t before = crossings_within(instance, arrangement, presence);
            const std::int64_t saved = insertion.reinsert(arrangement, presence, presence.from, presence.until);
            ASSERT_EQ(crossings_within(instance, arrangement, presence), least) << "seed " << seed;
            ASSERT_EQ(saved, before - least) << "seed " << seed;
            ASSERT_EQ(fault_of(orders_of(instance, arrangement), problem), "") << "seed " << seed;
        }
    }
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
}  // namespace fabula::storyline::local_search_test

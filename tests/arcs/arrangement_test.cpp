// The order of an arc diagram, against trying all orders.
#include "solve/arcs/arrangement.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace fabula::arcs::arrangement_test {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAreArray;

Order order_of_file(std::size_t nodes) {
    Order order(nodes);
    std::iota(order.begin(), order.end(), Node{0});
    return order;
}

Diagram random_diagram(std::uint32_t seed, std::size_t nodes, std::size_t arcs) {
    std::mt19937 dice(seed);
    Diagram diagram{nodes, {}};
    while (diagram.arcs.size() < arcs) {
        const Arc arc{dice() % nodes, dice() % nodes, dice() % sides};
        if (arc.a != arc.b) diagram.arcs.push_back(arc);
    }
    return diagram;
}

/// By the definition alone: pairs of arcs on one side whose ends alternate, and distances.
Cost cost_by_definition(const Diagram& diagram, const Order& order) {
    const std::vector<std::size_t> place = places(order);
    Cost cost;
    for (const Arc& one : diagram.arcs) {
        const auto [from, until] = std::minmax(place[one.a], place[one.b]);
        cost.length += static_cast<std::int64_t>(until - from);
        for (const Arc& other : diagram.arcs) {
            const auto [left, right] = std::minmax(place[other.a], place[other.b]);
            if (one.side == other.side && from < left && left < until && until < right) ++cost.crossings;
        }
    }
    return cost;
}

Cost least_by_brute_force(const Diagram& diagram) {
    Order order = order_of_file(diagram.nodes);
    Cost least = cost_by_definition(diagram, order);
    while (std::ranges::next_permutation(order).found)
        least = std::min(least, cost_by_definition(diagram, order));
    return least;
}

TEST(ArcDiagram, CountsTheCrossingsAndLengthsOfItsDefinition) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        const Diagram diagram = random_diagram(seed, 2 + seed % 20, seed % 50);
        Order order = order_of_file(diagram.nodes);
        std::shuffle(order.begin(), order.end(), std::mt19937(seed));
        EXPECT_EQ(cost_of(diagram, order), cost_by_definition(diagram, order)) << "seed " << seed;
    }
}

TEST(ArcDiagram, IsAsCheapAsTheBestOfAllOrders) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const std::size_t nodes = 2 + seed % 6;
        const Diagram diagram = random_diagram(seed, nodes, seed % 17);
        const Arrangement arrangement = arrange(diagram);
        EXPECT_EQ(arrangement.cost, least_by_brute_force(diagram)) << "seed " << seed;
        EXPECT_EQ(arrangement.cost, cost_by_definition(diagram, arrangement.order)) << "seed " << seed;
        EXPECT_TRUE(arrangement.optimal);
    }
}

TEST(ArcDiagram, IsMadeOptimalFromAnyOrder) {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const Diagram diagram = random_diagram(seed, 7, 8 + seed % 14);
        const Cost least = least_by_brute_force(diagram);
        Order forwards = order_of_file(diagram.nodes);
        Order backwards(forwards.rbegin(), forwards.rend());
        for (Order* order : {&forwards, &backwards}) {
            make_optimal(diagram, *order);
            EXPECT_EQ(cost_by_definition(diagram, *order), least) << "seed " << seed;
        }
    }
}

TEST(ArcDiagram, OfTwelveNodesIsNoDearerThanSiftingOnceFound) {
    for (std::uint32_t seed = 0; seed < 12; ++seed) {
        const Diagram diagram = random_diagram(seed, 12, 12 + seed * 5);
        const Arrangement arrangement = arrange(diagram);
        EXPECT_TRUE(arrangement.optimal);
        Order sifted = order_of_file(12);
        std::int64_t work = 1'000'000;
        sift(diagram, sifted, work);
        EXPECT_LE(arrangement.cost, cost_of(diagram, sifted)) << "seed " << seed;
    }
}

TEST(ArcDiagram, HoldsEveryNodeOnceAlsoThoseWithoutArcs) {
    const Diagram diagram = random_diagram(7, 40, 30);
    EXPECT_THAT(arrange(diagram).order, UnorderedElementsAreArray(order_of_file(40)));
    EXPECT_THAT(arrange({3, {}}).order, ElementsAre(0, 1, 2));
    EXPECT_TRUE(arrange({0, {}}).order.empty());
}

TEST(ArcDiagram, SetsConnectedPartsSideBySide) {
    const Diagram diagram{6, {{0, 2, 0}, {2, 4, 0}, {1, 3, 0}, {3, 5, 0}}};
    const Arrangement arrangement = arrange(diagram);
    EXPECT_THAT(arrangement.order, ElementsAre(0, 2, 4, 1, 3, 5));
    EXPECT_EQ(arrangement.cost, (Cost{0, 4}));
}

TEST(ArcDiagram, CrossesNothingWhereArcsOfTheTwoSidesAlternate) {
    const Diagram diagram{4, {{0, 2, 0}, {1, 3, 1}}};
    EXPECT_EQ(cost_of(diagram, {0, 1, 2, 3}).crossings, 0);
    EXPECT_EQ(cost_of({4, {{0, 2, 0}, {1, 3, 0}}}, {0, 1, 2, 3}).crossings, 1);
}

TEST(ArcDiagram, FindsTheOrderOfALargeTreeThatCrossesNothing) {
    Diagram tree{60, {}};
    std::mt19937 dice(3);
    for (Node node = 1; node < tree.nodes; ++node)
        tree.arcs.push_back({dice() % node, node, 0});
    EXPECT_EQ(arrange(tree).cost.crossings, 0);
}

TEST(Sifting, NeverMakesAnOrderDearer) {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const Diagram diagram = random_diagram(seed, 3 + seed, 4 * seed);
        Order order = order_of_file(diagram.nodes);
        std::int64_t work = 1 + seed * 100;
        const Cost before = cost_of(diagram, order);
        sift(diagram, order, work);
        EXPECT_LE(cost_of(diagram, order), before) << "seed " << seed;
        EXPECT_THAT(order, UnorderedElementsAreArray(order_of_file(diagram.nodes)));
    }
}

TEST(Sifting, LeavesNoNodeThatCouldMoveToACheaperPlace) {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const Diagram diagram = random_diagram(seed, 12, 30);
        Order order = order_of_file(diagram.nodes);
        std::int64_t work = 10'000'000;
        sift(diagram, order, work);
        const Cost sifted = cost_of(diagram, order);
        for (std::size_t from = 0; from < order.size(); ++from) {
            for (std::size_t to = 0; to < order.size(); ++to) {
                Order moved = order;
                const Node node = moved[from];
                moved.erase(moved.begin() + static_cast<std::ptrdiff_t>(from));
                moved.insert(moved.begin() + static_cast<std::ptrdiff_t>(to), node);
                EXPECT_GE(cost_of(diagram, moved), sifted) << "seed " << seed << " from " << from << " to " << to;
            }
        }
    }
}

}  // namespace
}  // namespace fabula::arcs::arrangement_test

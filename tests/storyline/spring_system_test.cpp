#include <gmock/gmock.h>

#include "random_problem.hpp"
#include "solve/storyline/heights/programs.hpp"

namespace fabula::storyline::spring_system_test {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::Pointwise;

TEST(SpringSystem, GivesWayAsHookeSays) {
    SpringSystem system(4, {{0, 1}, {2, 1}, {0, 1}});
    ASSERT_TRUE(system.stiffen({3, 2, 1}));
    EXPECT_THAT(system.moved_by({-8, 0, 8, 0}),
                ElementsAre(DoubleNear(0, 1e-12), DoubleNear(2, 1e-12), DoubleNear(6, 1e-12), DoubleNear(0, 1e-12)));
}

TEST(SpringSystem, HoldsEveryForce) {
    std::mt19937 dice(1);
    for (std::size_t nodes = 1; nodes < 60; ++nodes) {
        std::vector<Spring> springs;
        std::vector<double> stiffness, forces(nodes, 0);
        for (std::size_t i = 0; i < 2 * nodes; ++i) {
            springs.push_back({roll(dice, nodes), roll(dice, nodes)});
            stiffness.push_back(1 + static_cast<double>(roll(dice, 100)));
            const auto force = static_cast<double>(roll(dice, 100));  // between two that hang together
            forces[springs.back().a] += force;
            forces[springs.back().b] -= force;
        }
        SpringSystem system(nodes, springs);
        ASSERT_TRUE(system.stiffen(stiffness));
        const std::vector<double> moved = system.moved_by(forces);
        std::vector<double> held(nodes, 0);
        for (std::size_t i = 0; i < springs.size(); ++i) {
            const double pull = stiffness[i] * (moved[springs[i].a] - moved[springs[i].b]);
            held[springs[i].a] += pull;
            held[springs[i].b] -= pull;
        }
        EXPECT_THAT(held, Pointwise(DoubleNear(1e-8), forces));
    }
}

}  // namespace
}  // namespace fabula::storyline::spring_system_test

#include "solve/storyline/heights.hpp"

#include <gmock/gmock.h>

#include "random_heights.hpp"

namespace fabula::storyline::heights_test {
namespace {

using testing::ElementsAre;
using testing::Optional;

constexpr Wiggle both[] = {Wiggle::linear, Wiggle::quadratic};

TEST(Heights, OfNothingAreNothing) {
    for (const Wiggle wiggle : both)
        EXPECT_THAT(least_heights({}, wiggle), Optional(ElementsAre()));
}

TEST(Heights, BeginAtNothingInEachPartThatHangsTogether) {
    const HeightProgram program{6, {{0, 1, 12}, {3, 2, 5}}, {{4, 1}}};  // 5 hangs on nothing
    for (const Wiggle wiggle : both)
        EXPECT_THAT(least_heights(program, wiggle), Optional(ElementsAre(0, 12, 5, 0, 12, 0)));
}

TEST(Heights, DoNotExistWhereSeparationsContradictEachOther) {
    const std::vector<Separation> of_two{{0, 1, 3}, {1, 0, -2}};
    const std::vector<Separation> of_three{{0, 1, 3}, {1, 2, 3}, {2, 0, -5}};
    const std::vector<Separation> of_one{{2, 2, 1}};
    const std::vector<Separation> of_bound{{0, 1, 3}, {1, 0, -3}, {1, 2, 0}, {2, 1, 0}, {0, 2, 4}, {2, 0, -4}};
    for (const std::vector<Separation>& separations : {of_two, of_three, of_one, of_bound}) {
        for (const Wiggle wiggle : both)
            EXPECT_EQ(least_heights({3, separations, {{0, 2}}}, wiggle), std::nullopt);
    }
}

TEST(Heights, ExistWhereACycleOfSeparationsJustFits) {
    const HeightProgram program{4, {{0, 1, 3}, {1, 2, 3}, {2, 0, -6}, {0, 3, 1}}, {{1, 3, 2}, {2, 3}}};
    EXPECT_THAT(least_heights(program, Wiggle::linear), Optional(ElementsAre(0, 3, 6, 3)));
    EXPECT_THAT(least_heights(program, Wiggle::quadratic), Optional(ElementsAre(0, 3, 6, 4)));
}

TEST(Heights, KeepRigidSetsRigid) {
    // Two lines part from a meeting in which they stood 12 apart, and have a label between them afterwards.
    const HeightProgram program{5, {{0, 1, 12}, {1, 0, -12}, {2, 3, 10}, {3, 4, 10}}, {{0, 2}, {1, 4}}};
    for (const Wiggle wiggle : both) {
        const Heights heights = least_heights(program, wiggle).value();
        EXPECT_EQ(heights[1] - heights[0], 12);
        EXPECT_EQ(heights[4] - heights[2], 20);
    }
    EXPECT_EQ(wiggle_of(program, least_heights(program, Wiggle::linear).value(), Wiggle::linear), 8);
    EXPECT_EQ(wiggle_of(program, least_heights(program, Wiggle::quadratic).value(), Wiggle::quadratic), 32);
}

TEST(Heights, AreJudgedByTheirBends) {
    const HeightProgram program{3, {{0, 1, 2}}, {{0, 1, 2, 1}, {1, 2, 3}, {0, 2, 0}}};
    EXPECT_EQ(wiggle_of(program, {0, 4, 4}, Wiggle::linear), 6);
    EXPECT_EQ(wiggle_of(program, {0, 4, 4}, Wiggle::quadratic), 18);
    EXPECT_EQ(count_bends(program, {0, 4, 4}), 1U) << "a tie of no weight may bend as it likes";
    EXPECT_TRUE(are_separated(program, {0, 2, 0}));
    EXPECT_FALSE(are_separated(program, {0, 1, 0}));
}

}  // namespace
}  // namespace fabula::storyline::heights_test

// Where texts beside marks are placed.
#include "view/drawing/label_placement.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <random>
#include <vector>

#include "fabula/scene.hpp"

#include "view/drawing/ranking.hpp"

namespace fabula::label_placement_test {
namespace {

using drawing::by_importance;
using drawing::LabelPlacement;
using drawing::TextSpacing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Box room{0, 0, 100, 100};
constexpr Box first{10, 10, 30, 20};
constexpr Box second{40, 10, 60, 20};
constexpr Box candidates[] = {first, second};

LabelPlacement placement(const TextSpacing& spacing = {}) {
    return {room, spacing};
}

TEST(LabelPlacement, TakesTheFirstCandidate) {
    LabelPlacement texts = placement();
    EXPECT_EQ(texts.place(candidates), first);
}

TEST(LabelPlacement, PassesOverACandidateThatIsBlocked) {
    LabelPlacement texts = placement();
    texts.block({25, 15, 27, 17});
    EXPECT_EQ(texts.place(candidates), second);
}

TEST(LabelPlacement, PassesOverACandidateOutsideOfTheRoom) {
    const Box outside[] = {{-1, 10, 19, 20}, {90, 10, 101, 20}, {10, -1, 30, 9}, {10, 95, 30, 101}, second};
    LabelPlacement texts = placement();
    EXPECT_EQ(texts.place(outside), second);
}

TEST(LabelPlacement, PassesOverACandidateThatALineRunsThrough) {
    LabelPlacement texts = placement();
    texts.block_line(std::vector<Point>{{0, 0}, {20, 20}, {34, 30}, {90, 30}}, {});
    EXPECT_EQ(texts.place(candidates), second);
}

TEST(LabelPlacement, KeepsTextsAwayFromALine) {
    const std::vector<Point> line{{0, 22}, {35, 22}};
    LabelPlacement near = placement();
    near.block_line(line, {.beside = 0, .over = 1});
    EXPECT_EQ(near.place(candidates), first);
    LabelPlacement under = placement();
    under.block_line(line, {.beside = 0, .over = 3});
    EXPECT_EQ(under.place(candidates), second);
    LabelPlacement beside = placement();
    beside.block_line(line, {.beside = 6, .over = 3});
    EXPECT_EQ(beside.place(candidates), std::nullopt);
}

TEST(LabelPlacement, SetsNoTextOntoAnother) {
    LabelPlacement texts = placement();
    EXPECT_EQ(texts.place(candidates), first);
    EXPECT_EQ(texts.place(candidates), second);
    EXPECT_EQ(texts.place(candidates), std::nullopt);
}

TEST(LabelPlacement, KeepsTextsApartFromEachOtherAtTheirSides) {
    const Box beside[] = {{30, 10, 39, 20}, {34, 10, 43, 20}};
    const Box under[] = {{10, 20, 30, 30}};
    LabelPlacement texts = placement({.between = 3});
    EXPECT_EQ(texts.place(candidates), first);
    EXPECT_EQ(texts.place(beside), beside[1]);
    EXPECT_EQ(texts.place(under), under[0]);
}

TEST(LabelPlacement, KeepsAirAroundTextsAndNotAroundOtherBoxes) {
    LabelPlacement texts = placement({.around = 2});
    texts.block({31, 10, 32, 20});
    EXPECT_TRUE(texts.is_clear(first));
    EXPECT_EQ(texts.place(candidates), second);
}

TEST(LabelPlacement, LetsBoxesShareAnEdge) {
    LabelPlacement texts = placement();
    texts.block({30, 10, 40, 20});
    EXPECT_EQ(texts.place(candidates), first);
    EXPECT_EQ(texts.place(candidates), second);
}

TEST(LabelPlacement, FindsWhateverABoxMeets) {
    std::mt19937 dice(7);
    const auto roll = [&](unsigned sides) { return static_cast<double>(dice() % sides); };
    const auto any_box = [&] {
        const Point at{roll(900), roll(300)};
        return Box{at.x, at.y, at.x + 1 + roll(roll(5) == 0 ? 400 : 20), at.y + 1 + roll(20)};
    };
    LabelPlacement texts = placement();
    std::vector<Box> blocked;
    for (int round = 0; round < 300; ++round) {
        const Box box = any_box();
        const bool meets = std::ranges::any_of(blocked, [&](const Box& other) {
            return box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
        });
        EXPECT_EQ(texts.is_clear(box), !meets) << round;
        texts.block(box);
        blocked.push_back(box);
    }
}

TEST(ByImportance, HasTheMostImportantFirstAndEqualsInTheirOrder) {
    const std::vector<double> importance{1, 3, 2, 3};
    EXPECT_THAT(by_importance(importance.size(), [&](std::size_t i) { return importance[i]; }),
                ElementsAre(1, 3, 2, 0));
    EXPECT_THAT(by_importance(0, [](std::size_t) { return 0.0; }), IsEmpty());
}

}  // namespace
}  // namespace fabula::label_placement_test

#include "fabula/scene.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numbers>

namespace fabula::scene_test {
namespace {

Text text_of(const std::string& words) {
    Text text;
    text.line.text = words;
    return text;
}

TEST(Rectangle, WithCornersTooRoundIsAsRoundAsItCanBe) {
    EXPECT_EQ(rectangle({0, 0, 10, 4}, 100), rectangle({0, 0, 10, 4}, 2));
}

TEST(Rectangle, WithoutRoundCornersHasStraightSidesOnly) {
    for (const PathStep& step : rectangle({0, 0, 10, 4}).steps)
        EXPECT_NE(step.kind, PathStep::Kind::cubic);
}

TEST(Texts, AreListedInDrawingOrder) {
    Scene scene;
    scene.root.children.push_back(text_of("first"));
    Group group;
    group.children.push_back(text_of("second"));
    scene.root.children.push_back(group);
    scene.root.children.push_back(text_of("third"));
    EXPECT_THAT(texts(scene), testing::ElementsAre("first", "second", "third"));
}

TEST(Groups, AreEqualWhereAllTheirChildrenAre) {
    Group group;
    group.subject = subjects::Character{"kathy"};
    group.children.push_back(text_of("Kathy"));
    Group other = group;
    EXPECT_EQ(group, other);
    std::get<Text>(other.children.front()).at.x = 1;
    EXPECT_NE(group, other);
}

TEST(Dump, ShowsGroupsPathsAndTextInOneLineEach) {
    Scene scene;
    scene.width = 100;
    scene.height = 50.126;
    scene.title = "A \"story\"";
    scene.fonts.push_back({"/somewhere/Lato-Bold.ttf", 0, "Lato", 700, true});
    Group group;
    group.subject = subjects::Character{"kathy"};
    group.title = "Kathy\nH.";
    Path path = line({0, 1.004}, {-0.001, 2.5});
    path.stroke = Stroke{{255, 0, 0, 128}, 0.5, {2, 1}, LineCap::round, LineJoin::round};
    group.children.push_back(path);
    Text text = text_of("Kathy");
    text.at = {3, 4};
    text.line.width = 20.251;
    GlyphRun run;
    run.size = 7.5F;
    text.line.runs.push_back(run);
    group.children.push_back(text);
    scene.root.children.push_back(group);
    EXPECT_EQ(dump(scene), R"(scene 100 x 50.13 paper #ffffff language en
title "A \"story\""
font "Lato" 700 italic
group
  group #lane-kathy class "lane kathy" title "Kathy\x0aH."
    path stroke #ff000080 width 0.5 dash 2 1 cap round: M 0 1 L 0 2.5
    text 3 4 #000000 "Kathy" width 20.25, "Lato" 700 italic 7.5
)");
}

TEST(Dump, SaysHowFarTextIsTurned) {
    Scene scene;
    Text text = text_of("Kathy");
    text.turn = -std::numbers::pi / 6;
    scene.root.children.push_back(text);
    EXPECT_THAT(dump(scene), testing::HasSubstr("\"Kathy\" width 0 turned -30\n"));
}

}  // namespace
}  // namespace fabula::scene_test

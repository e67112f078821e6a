// The view `grid`: what stands in which cell, and what a reader sees of it.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

#include "fabula/fabula.hpp"

#include "picture.hpp"
#include "random_story.hpp"
#include "view_under_test.hpp"

namespace fabula::grid_test {
namespace {

using testing::codes;
using ::testing::Contains;
using ::testing::ElementsAre;
using testing::faults;
using testing::groups;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const testing::Draw draw{"grid"};
const testing::Figures figures{"grid"};

constexpr const char* lamp = R"(title: The Lamp
characters: {ada: {name: Ada}, finn: {name: Finn}, nell: {name: Nell}}
places: {tower: {name: The tower}, cottage: {name: The cottage}}
threads: {light: {name: The light}, love: {name: Ada and Finn}}
milestones: {repair: {name: repair}}
sections:
  - id: youth
    title: Youth
    events:
      - {id: lit, title: Ada learns to light the lamp, who: ada, place: tower, thread: light, told: 1.1}
      - {id: wreck, title: She pulls Finn from a wreck, who: [ada, finn], thread: love, told: 1.2}
  - id: late
    title: Old age
    events:
      - {id: wed, title: They marry, who: [ada, finn], place: cottage, thread: [love, light], told: 2.1}
      - {id: mended, repair: nell, thread: light, told: 3}
      - {id: storm, title: A storm}
)";

using Cell = std::vector<std::string>;
using Cells = std::vector<Cell>;

TEST(Grid, HasThreadsAcrossAndSectionsDown) {
    const auto found = figures(lamp, {{"grid.by", "thread"}});
    EXPECT_EQ(found["columns"], Cell({"light", "love", ""}));
    EXPECT_EQ(found["rows"][0]["title"], "Youth");
    EXPECT_EQ(found["rows"][0]["cells"], Cells({{"lit"}, {"wreck"}, {}}));
    EXPECT_EQ(found["rows"][1]["cells"], Cells({{"wed", "mended"}, {"wed"}, {"storm"}}));
}

TEST(Grid, HasCharactersOrPlacesAcross) {
    const auto characters = figures(lamp, {{"grid.by", "character"}});
    EXPECT_EQ(characters["columns"], Cell({"ada", "finn", "nell", ""}));
    EXPECT_EQ(characters["rows"][1]["cells"], Cells({{"wed"}, {"wed"}, {"mended"}, {"storm"}}));
    const auto places = figures(lamp, {{"grid.by", "place"}});
    EXPECT_EQ(places["columns"], Cell({"tower", "cottage", ""}));
    EXPECT_EQ(places["rows"][0]["cells"], Cells({{"lit"}, {}, {"wreck"}}));
}

TEST(Grid, TakesThreadsWhereMostEventsBelongToOne) {
    EXPECT_EQ(figures(lamp)["by"], "thread");
    EXPECT_EQ(figures("title: X\nthreads: {tape: }\ncharacters: {ann: }\nevents: [{title: A, who: ann, thread: tape}, "
                      "{title: B, who: ann}, {title: C, who: ann}]\n")["by"],
              "character");
}

TEST(Grid, HasChaptersDownInTheOrderOfTheTelling) {
    const auto rows = figures(lamp, {{"grid.rows", "chapter"}})["rows"];
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0]["title"], "chapter 1");
    EXPECT_EQ(rows[2]["title"], "chapter 3");
    EXPECT_EQ(rows[3]["title"], "");  // the storm is not numbered
}

TEST(Grid, SaysAnEventInFullOnceAndNamesItInItsOtherColumns) {
    const SceneResult picture = draw(lamp, {{"grid.by", "character"}});
    EXPECT_EQ(std::ranges::count(texts(picture.scene), "They marry"), 2);
    std::set<std::string> ids;
    for (const Group* const group : groups(picture.scene, "event")) {
        const std::string id = id_of(*group);
        EXPECT_TRUE(id.empty() || ids.insert(id).second) << id;
    }
    EXPECT_EQ(ids.size(), 5U);
    EXPECT_THAT(texts(picture.scene), Contains("told in full in another column"));
}

TEST(Grid, SaysWhoseAMilestoneIsWhereTheColumnDoesNot) {
    EXPECT_THAT(texts(draw(lamp, {{"grid.by", "thread"}}).scene), Contains("Nell: repair 1"));
    EXPECT_THAT(texts(draw(lamp, {{"grid.by", "character"}}).scene), Contains("repair 1"));
}

TEST(Grid, LeavesOutTheColumnsWithFewestEventsOnASmallPage) {
    std::string story = "title: X\ncharacters:\n";
    for (int c = 0; c < 30; ++c)
        story += "  c" + std::to_string(c) + ": {name: Somebody " + std::to_string(c) + "}\n";
    story += "events:\n";
    for (int e = 0; e < 30; ++e)
        story += "  - {title: Something, who: [c29, c" + std::to_string(e) + "]}\n";
    const SceneResult picture = draw(story, {}, "A5");
    EXPECT_THAT(codes(picture), Contains("columns-left-out"));
    EXPECT_THAT(texts(picture.scene), Contains(HasSubstr("29")));
    EXPECT_THAT(codes(draw(story)), IsEmpty());
}

TEST(Grid, LeavesOutTheLeastImportantEventsOnALowPage) {
    std::string story = "title: X\ncharacters: {ann: }\nevents:\n";
    for (int e = 0; e < 60; ++e)
        story += "  - {title: Thing number " + std::to_string(e) + ", who: ann}\n";
    story += "  - {title: Her end, death: ann}\n";
    const SceneResult picture = draw(story, {}, "A6-landscape");
    EXPECT_THAT(codes(picture), ElementsAre("labels-left-out"));
    EXPECT_THAT(faults(picture.scene), IsEmpty());
    EXPECT_THAT(texts(picture.scene), Contains("Her end"));
    EXPECT_THAT(texts(picture.scene), Contains("Thing number 59"));
    EXPECT_THAT(texts(picture.scene), Not(Contains("Thing number 0")));
}

TEST(Grid, LeavesOutAColumnWhoseEventsAreAllLeftOut) {
    std::string story =
        "title: X\ncharacters: {ann: {name: Ann}, ben: {name: Ben}}\nevents:\n"
        "  - {title: Nothing much, who: ben}\n";
    for (int e = 0; e < 60; ++e)
        story += "  - {title: Thing number " + std::to_string(e) + ", who: ann}\n";
    const SceneResult picture = draw(story, {}, "A6-landscape");
    EXPECT_THAT(codes(picture), ElementsAre("columns-left-out", "labels-left-out"));
    EXPECT_THAT(faults(picture.scene), IsEmpty());
    EXPECT_THAT(texts(picture.scene), Contains("Ann"));
    EXPECT_THAT(texts(picture.scene), Not(Contains("Ben")));
    const auto found = nlohmann::json::parse(picture.figures);
    EXPECT_EQ(found["columns"], nlohmann::json({"ann"}));
    EXPECT_EQ(found["columns_left_out"], 1);
}

TEST(Grid, IsEmptyWhereNoEventHasRoom) {
    const SceneResult picture =
        draw("title: X\nevents: [{title: A long story}, {title: A longer one}]\n", {}, "30x20mm");
    EXPECT_THAT(codes(picture), Contains("page-too-small"));
    EXPECT_THAT(nlohmann::json::parse(picture.figures)["columns"], IsEmpty());
}

TEST(Grid, OfOneEventIsATable) {
    const SceneResult picture = draw("title: X\nevents: [{title: A}]\n");
    EXPECT_THAT(codes(picture), IsEmpty());
    EXPECT_THAT(texts(picture.scene), Contains("A"));
}

class RandomGrids : public ::testing::TestWithParam<int> {};

TEST_P(RandomGrids, HaveNoTextCoveredCutOrStruckThrough) {
    const std::string story = testing::random_story(static_cast<std::uint64_t>(GetParam()), {.events = 60});
    for (const char* const by : {"thread", "character", "place"}) {
        EXPECT_THAT(faults(draw(story, {{"grid.by", by}, {"grid.notes", "yes"}}).scene), IsEmpty()) << by;
        const SceneResult on_paper = draw(story, {{"grid.by", by}}, "A2");
        EXPECT_TRUE(!codes(on_paper).empty() || faults(on_paper.scene).empty()) << by;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomGrids, ::testing::Range(0, 6));

}  // namespace
}  // namespace fabula::grid_test

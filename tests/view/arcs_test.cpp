// The view `arcs`: what joins whom, and what a reader sees.
#include "view/arcs/arcs.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "fabula/fabula.hpp"

#include "picture.hpp"
#include "random_story.hpp"
#include "view_under_test.hpp"

namespace fabula::arcs_test {
namespace {

using ::testing::AllOf;
using testing::codes;
using ::testing::Contains;
using ::testing::ElementsAre;
using testing::faults;
using testing::groups;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const testing::Draw draw{"arcs"};
const testing::Figures figures{"arcs"};

/// Four friends in two sections, whose relationships are what a test needs.
std::string friends(const std::string& relationships, const std::string& more = {}) {
    return "title: X\ncharacters: {a: {name: Ada}, b: {name: Ben}, c: {name: Cy}, d: {name: Dot}}\n"
           "sections:\n"
           "  - {id: one, title: One, events: [{id: e1, title: First, who: [a, b], when: 1900}]}\n"
           "  - {id: two, title: Two, events: [{id: e2, title: Second, who: [c, d], when: 1910}]}\n" +
           relationships + more;
}

TEST(HalfEllipse, PassesABoxExactlyWhereItsCurveDoes) {
    std::mt19937 dice(5);
    const auto roll = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(dice() % 1000) / 1000;
    };
    for (int round = 0; round < 2000; ++round) {
        const double from = roll(0, 50);
        const double rise = roll(3, 40) * (round % 2 == 0 ? 1 : -1);
        const arc_diagram::HalfEllipse shape{from, from + roll(5, 90), 0, rise};
        const double left = roll(0, 140);
        const double top = roll(-45, 45);
        const Box box{left, top, left + roll(1, 30), top + roll(1, 20)};
        bool inside = false;
        for (int step = 0; step <= 4000; ++step) {
            const Point at = shape.at(step / 4000.0);
            inside = inside || (box.left < at.x && at.x < box.right && box.top < at.y && at.y < box.bottom);
        }
        // What the curve only grazes may be found by one of the two alone.
        const Box smaller{box.left + 0.2, box.top + 0.2, box.right - 0.2, box.bottom - 0.2};
        EXPECT_TRUE(!inside || shape.passes(box)) << round;
        EXPECT_TRUE(inside || !shape.passes(smaller)) << round;
    }
}

TEST(Arcs, StandInAnOrderWithoutCrossingsWhereThereIsOne) {
    const auto found =
        figures(friends("relationships:\n  - {between: [a, c], kind: kin}\n  - {between: [b, d], kind: kin}\n"));
    EXPECT_EQ(found["crossings"], 0);
    EXPECT_EQ(found["optimal"], true);
    EXPECT_THAT(found["order"], ElementsAre("a", "c", "b", "d"));
}

TEST(Arcs, KeepTheOrderOfTheFileWhereThatIsAskedFor) {
    const std::string story =
        friends("relationships:\n  - {between: [a, c], kind: kin}\n  - {between: [b, d], kind: kin}\n");
    const auto found = figures(story, {{"arcs.order", "file"}});
    EXPECT_THAT(found["order"], ElementsAre("a", "b", "c", "d"));
    EXPECT_EQ(found["crossings"], 1);
}

TEST(Arcs, OfTwoKindsStandOnBothSides) {
    const auto kinds = figures(
        friends("relationships:\n  - {between: [a, b], kind: kin}\n  - {between: [a, b], kind: love}\n"))["kinds"];
    ASSERT_EQ(kinds.size(), 2U);
    EXPECT_NE(kinds[0]["side"], kinds[1]["side"]);
}

TEST(Arcs, BetweenThreeJoinEachWithEach) {
    EXPECT_EQ(figures(friends("relationships: [{between: [a, b, c], kind: kin}]\n"))["arcs"], 3);
}

TEST(Arcs, OfMeetingsJoinThoseWhoShareScenes) {
    const auto found = figures(friends(""), {{"arcs.of", "meetings"}});
    EXPECT_EQ(found["arcs"], 2);
}

TEST(Arcs, OfEventsJoinLinkedOnesInTheOrderOfTime) {
    const auto found = figures(friends("", "links: [{from: e2, to: e1, kind: echo}]\n"), {{"arcs.of", "events"}});
    EXPECT_THAT(found["order"], ElementsAre("e1", "e2"));
    EXPECT_EQ(found["kinds"][0]["kind"], "echo");
}

TEST(Arcs, OfEventsShowWhatOneReveals) {
    const auto found = figures(
        "title: X\nevents:\n  - {id: lie, title: A lie, truth: lie}\n"
        "  - {id: out, title: It comes out, reveals: lie}\n",
        {{"arcs.of", "events"}});
    EXPECT_EQ(found["kinds"][0]["kind"], "reveal");
}

TEST(Arcs, NameThoseThatNothingJoinsInTheFigures) {
    const auto found = figures(friends("relationships: [{between: [a, b], kind: kin}]\n"));
    EXPECT_THAT(found["unrelated"], ElementsAre("c", "d"));
}

TEST(Arcs, SayWhichKeyIsMissingWhereThereAreNone) {
    for (const auto& [of, key] : {std::pair{"characters", "relationships"}, {"events", "links"}, {"meetings", "who"}}) {
        const SceneResult result = draw("title: X\nevents: [{id: e, title: Alone}]\n", {{"arcs.of", of}});
        ASSERT_THAT(codes(result), ElementsAre("no-arcs"));
        EXPECT_TRUE(has_errors(result.diagnostics));
        EXPECT_THAT(result.diagnostics.front().help, HasSubstr(key));
    }
}

TEST(Arcs, InPhasesAreBrokenAndTheLegendSaysSo) {
    const SceneResult result =
        draw(friends("relationships: [{between: [a, b], kind: kin, phases: [{from: e1, until: e2}, {from: e2}]}]\n"));
    EXPECT_THAT(texts(result.scene), Contains("broken off and taken up again"));
}

TEST(Arcs, BySectionShowOnlyWhatIsInForce) {
    const SceneResult result = draw(friends("relationships:\n  - {between: [a, b], kind: kin, until: after e1}\n  - "
                                            "{between: [c, d], kind: kin, from: e2}\n"),
                                    {{"arcs.sections", "yes"}});
    EXPECT_THAT(groups(result.scene, "section"), SizeIs(2));
    EXPECT_THAT(texts(result.scene), AllOf(Contains("One"), Contains("Two"), Contains("Ada"), Contains("Dot")));
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

TEST(Arcs, BySectionWithoutSectionsSaySo) {
    const SceneResult result =
        draw("title: X\ncharacters: {a: {name: A}, b: {name: B}}\nevents: [{title: E, who: [a, b]}]\n",
             {{"arcs.of", "meetings"}, {"arcs.sections", "yes"}});
    EXPECT_THAT(codes(result), ElementsAre("nothing-to-tell-apart"));
}

/// So many characters and relationships of four kinds.
std::string crowd(int characters, int relationships) {
    std::mt19937 dice(9);
    std::string yaml = "title: X\nevents: [{title: E}]\ncharacters:\n";
    for (int c = 0; c < characters; ++c)
        yaml += fmt::format("  c{}: {{name: Person {}}}\n", c, c);
    yaml += "relationships:\n";
    const auto any = [&] { return static_cast<int>(dice() % static_cast<unsigned>(characters)); };
    for (int r = 0; r < relationships; ++r) {
        const int a = any();
        const int b = (a + 1 + any() / 2) % characters;
        if (a != b) yaml += fmt::format("  - {{from: c{}, to: c{}, kind: k{}, strength: {}}}\n", a, b, r % 4, r % 3);
    }
    return yaml;
}

/// An arc as it was drawn: where it begins and ends along the line, and on which side it stands.
struct DrawnArc {
    double from = 0;
    double until = 0;
    bool over = false;
};

std::vector<DrawnArc> drawn_arcs(const Scene& scene) {
    std::vector<DrawnArc> arcs;
    for (const Group* group : groups(scene, "relationship")) {
        const Path& path = std::get<Path>(group->children.front());
        const Point start = path.steps.front().points[0];
        const Point end = path.steps.back().points[2];
        const Point top = path.steps[path.steps.size() / 2].points[2];
        arcs.push_back({std::min(start.x, end.x), std::max(start.x, end.x), top.y < start.y});
    }
    return arcs;
}

TEST(Arcs, CrossNowhereButWhereTheOrderMakesThemAndShareNoEnd) {
    for (const int characters : {4, 8, 14}) {
        const std::string story = crowd(characters, 3 * characters);
        const std::vector<Setting> settings{{"arcs.direction", "right"}, {"arcs.kinds", "no"}};
        const std::vector<DrawnArc> arcs = drawn_arcs(draw(story, settings).scene);
        int crossings = 0;
        std::set<std::pair<bool, double>> ends;
        for (const DrawnArc& one : arcs) {
            EXPECT_TRUE(ends.emplace(one.over, one.from).second);
            EXPECT_TRUE(ends.emplace(one.over, one.until).second);
            crossings += static_cast<int>(std::ranges::count_if(arcs, [&](const DrawnArc& other) {
                return one.over == other.over && one.from < other.from && other.from < one.until &&
                       one.until < other.until;
            }));
        }
        EXPECT_EQ(crossings, figures(story, settings)["crossings"]) << characters;
    }
}

TEST(Arcs, OfThreeHundredCharactersHaveAllTheirNames) {
    const SceneResult result = draw(crowd(300, 2000));
    EXPECT_THAT(groups(result.scene, "lane"), SizeIs(300));
    EXPECT_THAT(faults(result.scene), IsEmpty());
    EXPECT_GE(testing::smallest_type(result.scene), 6);
}

class ArcsOnPages : public ::testing::TestWithParam<const char*> {};

TEST_P(ArcsOnPages, HaveNoTextCoveredCutOrStruckThrough) {
    for (const int characters : {2, 5, 12, 40}) {
        for (const char* direction : {"auto", "down"}) {
            const SceneResult result =
                draw(crowd(characters, 2 * characters), {{"arcs.direction", direction}}, GetParam());
            EXPECT_THAT(faults(result.scene), IsEmpty()) << characters << " " << direction;
        }
    }
    for (const char* of : {"characters", "meetings", "events"}) {
        for (const char* sections : {"no", "yes"}) {
            const SceneResult result =
                draw(testing::random_story(3, {8, 30, 4}), {{"arcs.of", of}, {"arcs.sections", sections}}, GetParam());
            EXPECT_THAT(faults(result.scene), IsEmpty()) << of << sections;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Arcs, ArcsOnPages, ::testing::Values("", "A4", "A3-landscape"));

TEST(Arcs, OfAThousandLinkedEventsAreDrawn) {
    std::string yaml = "title: X\nevents:\n";
    for (int e = 0; e < 1000; ++e)
        yaml += fmt::format("  - {{id: e{}, title: Event {}}}\n", e, e);
    yaml += "links:\n";
    for (int e = 1; e < 1000; ++e)
        yaml += fmt::format("  - {{from: e{}, to: e{}, kind: cause}}\n", e * 7 % 997 % e, e);
    const SceneResult result = draw(yaml, {{"arcs.of", "events"}});
    EXPECT_THAT(groups(result.scene, "event"), SizeIs(1000));
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

TEST(Arcs, SetNamesThatRunFromRightToLeft) {
    for (const char* direction : {"right", "down"}) {
        const SceneResult result = draw(
            "title: ספר\nlanguage: he\ncharacters: {a: {name: אבא}, b: {name: אמא}, c: {name: ילד}}\n"
            "events: [{title: התחלה, who: [a, b, c]}]\n"
            "relationships: [{between: [a, b, c], kind: משפחה}]\n",
            {{"arcs.direction", direction}});
        EXPECT_THAT(faults(result.scene), IsEmpty());
        EXPECT_THAT(texts(result.scene), Contains("אבא"));
    }
}

TEST(Arcs, OnAPageTooSmallSaySo) {
    const SceneResult result = draw(crowd(120, 200), {}, "A6");
    EXPECT_THAT(codes(result), Contains("page-too-small"));
}

}  // namespace
}  // namespace fabula::arcs_test

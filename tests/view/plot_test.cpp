// The view `plot`: the shape of a plot, and what a reader sees of it.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <random>

#include "fabula/fabula.hpp"

#include "picture.hpp"
#include "random_story.hpp"
#include "view_under_test.hpp"

namespace fabula::plot_test {
namespace {

using testing::codes;
using ::testing::Contains;
using ::testing::ElementsAre;
using testing::faults;
using testing::groups;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const testing::Draw draw{"plot"};
const testing::Figures figures{"plot"};

/// So many events, a year apart, with a tension each but for every fifth.
std::string tense(int events, const std::string& more = {}) {
    std::mt19937 dice(4);
    std::string yaml = "title: X\ncharacters: {a: {name: Ada}}\n" + more + "events:\n";
    for (int e = 0; e < events; ++e) {
        yaml += fmt::format("  - {{id: e{}, title: What happens as number {}, who: a, when: {}", e, e, 1900 + e);
        if (e % 5 != 3) yaml += fmt::format(", tension: {}", dice() % 11);
        yaml += "}\n";
    }
    return yaml;
}

TEST(Plot, StandsInTheOrderOfTheTellingOrOfTime) {
    const std::string story = tense(4, "told: [e2, e0, e1]\n");
    const auto ids = [](const nlohmann::json& found) {
        std::vector<std::string> events;
        for (const auto& event : found["events"])
            events.push_back(event["event"]);
        return events;
    };
    EXPECT_THAT(ids(figures(story)), ElementsAre("e2", "e0", "e1"));
    EXPECT_THAT(ids(figures(story, {{"plot.axis", "time"}})), ElementsAre("e0", "e1", "e2", "e3"));
}

TEST(Plot, HasEveryEventOnceAndHighTensionAbove) {
    const auto events =
        figures("title: X\nevents: [{id: a, title: A, tension: 1}, {id: b, title: B, tension: 9}]\n")["events"];
    EXPECT_GT(events[0]["y"], events[1]["y"]);
    EXPECT_THAT(groups(draw(tense(9)).scene, "event"), SizeIs(9));
}

TEST(Plot, TakesActsFromTheBeatsOfItsStructure) {
    const auto acts = figures(tense(9,
                                    "structure: three-act\nbeats:\n  - {beat: First-plot-point, event: e2}\n"
                                    "  - {beat: second plot point, event: e6}\n"))["acts"];
    ASSERT_EQ(acts.size(), 3U);
    EXPECT_EQ(acts[0]["act"], "Setup");
    EXPECT_EQ(acts[1]["act"], "Confrontation");
    EXPECT_EQ(acts[2]["act"], "Resolution");
    EXPECT_NEAR(acts[1]["share"].get<double>(), 0.25, 0.01);
}

TEST(Plot, TakesActsOfTheStorysOwn) {
    const SceneResult result = draw(tense(9, "beats:\n  - {beat: the letter, event: e4, act: After the letter}\n"));
    EXPECT_THAT(texts(result.scene), Contains("After the letter"));
    EXPECT_THAT(texts(result.scene), Contains("the letter"));
}

TEST(Plot, SaysWhichBeatsOfTheStructureAreMissing) {
    const std::string story = tense(20,
                                    "structure: kishotenketsu\nbeats: [{beat: ki, event: e0}, {beat: sho, event: e5}, "
                                    "{beat: ketsu, event: e19}]\n");
    EXPECT_THAT(figures(story)["missing_beats"], ElementsAre("ten"));
    EXPECT_THAT(texts(draw(story).scene), Contains("no ten"));
}

TEST(Plot, NamesActsAndBeatsOfAStructureInTheStorysOwnWords) {
    const SceneResult result = draw(tense(20,
                                          "words: {'Ki: introduction': Anfang, ten: Wendung, no-beat: ohne}\n"
                                          "structure: kishotenketsu\nbeats: [{beat: ki, event: e0}, {beat: sho, event: "
                                          "e5}, {beat: ketsu, event: e19}]\n"));
    EXPECT_THAT(texts(result.scene), Contains("Anfang"));
    EXPECT_THAT(texts(result.scene), Contains("ohne Wendung"));
}

TEST(Plot, NamesTurningPointsAlsoWhereTitlesAreOff) {
    const SceneResult result = draw(tense(9, "beats: [{beat: the letter, event: e4}]\n"), {{"plot.titles", "no"}});
    EXPECT_THAT(texts(result.scene), Contains("the letter"));
    EXPECT_THAT(texts(result.scene), Not(Contains(HasSubstr("as number 1"))));
}

TEST(Plot, GivesEachThreadACurveOfItsOwn) {
    const SceneResult result = draw(
        "title: X\nthreads: {love: {name: Love}, war: }\nevents:\n"
        "  - {title: A, tension: 1, thread: love}\n  - {title: B, tension: 5, thread: [love, war]}\n"
        "  - {title: C, tension: 3, thread: war}\n");
    EXPECT_THAT(groups(result.scene, "thread"), SizeIs(2));
    EXPECT_THAT(texts(result.scene), Contains("Love"));
}

TEST(Plot, SaysWhichKeyIsMissingWhereThereIsNoTension) {
    for (const char* story :
         {"title: X\nevents: [{title: A}, {title: B}]\n", "title: X\nevents: [{title: A, tension: 3}]\n"}) {
        const SceneResult result = draw(story);
        ASSERT_THAT(codes(result), ElementsAre("no-tension"));
        EXPECT_TRUE(has_errors(result.diagnostics));
        EXPECT_THAT(result.diagnostics.front().help, HasSubstr("tension"));
    }
}

TEST(Plot, ByTimeOfAStoryWithoutTimesSaysSo) {
    EXPECT_THAT(
        codes(draw("title: X\nevents: [{title: A, tension: 1}, {title: B, tension: 2}]\n", {{"plot.axis", "time"}})),
        ElementsAre("nothing-to-tell-apart"));
}

class PlotsOnPages : public ::testing::TestWithParam<const char*> {};

TEST_P(PlotsOnPages, HaveNoTextCoveredCutOrStruckThrough) {
    for (const int events : {2, 12, 60, 200}) {
        for (const char* axis : {"told", "time"}) {
            const std::string story =
                tense(events,
                      fmt::format("structure: save-the-cat\nbeats: [{{beat: catalyst, event: e1}}, {{beat: break into "
                                  "three, event: e{}}}]\n",
                                  events - 1));
            EXPECT_THAT(faults(draw(story, {{"plot.axis", axis}}, GetParam()).scene), IsEmpty()) << events << axis;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Plot, PlotsOnPages, ::testing::Values("", "A4", "A3-landscape"));

TEST(Plot, OfAThousandEventsIsDrawn) {
    const SceneResult result = draw(tense(1000));
    EXPECT_THAT(groups(result.scene, "event"), SizeIs(1000));
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

TEST(Plot, SetsTitlesThatRunFromRightToLeft) {
    const SceneResult result = draw(
        "title: ספר\nlanguage: he\nbeats: [{beat: שיא, event: b}]\nevents: [{title: התחלה, tension: 1}, "
        "{id: b, title: אמצע, tension: 9}, {title: סוף, tension: 2}]\n");
    EXPECT_THAT(faults(result.scene), IsEmpty());
    EXPECT_THAT(texts(result.scene), Contains("שיא"));
}

TEST(Plot, OnAPageTooSmallLeavesTitlesOutAndSaysSo) {
    EXPECT_THAT(codes(draw(tense(80), {}, "A6")), Contains("labels-left-out"));
}

}  // namespace
}  // namespace fabula::plot_test

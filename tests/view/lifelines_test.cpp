#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/fabula.hpp"

#include "picture.hpp"
#include "random_story.hpp"

namespace fabula::lifelines_test {
namespace {

using ::testing::ElementsAre;
using testing::faults;
using testing::groups;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

SceneResult draw(const std::string& yaml, std::vector<Setting> settings = {}, std::string page = {}) {
    RenderOptions options;
    options.settings = std::move(settings);
    options.page = std::move(page);
    SceneResult result = make_scene(read_story(yaml), options);
    for (const Diagnostic& diagnostic : result.diagnostics) {
        EXPECT_NE(diagnostic.severity, Severity::error) << format_diagnostic(diagnostic, result.sources);
    }
    return result;
}

std::vector<std::string> words_of(const Group& group) {
    std::vector<std::string> words;
    for (const Node& node : group.children) {
        if (const auto* text = std::get_if<Text>(&node)) words.push_back(text->line.text);
        if (const auto* inner = std::get_if<Group>(&node)) {
            const auto more = words_of(*inner);
            words.insert(words.end(), more.begin(), more.end());
        }
    }
    return words;
}

const Group& group_called(const Scene& scene, std::string_view class_word, std::string_view id) {
    for (const Group* group : groups(scene, class_word)) {
        if (id_of(*group) == id) return *group;
    }
    throw std::runtime_error("no such group");
}

struct Case {
    int events;
    std::uint64_t seed;
    const char* direction;
};

void PrintTo(const Case& c, std::ostream* out) {
    *out << c.events << " events, seed " << c.seed << ", " << c.direction;
}

class RandomPictures : public ::testing::TestWithParam<Case> {};

TEST_P(RandomPictures, HaveNoTextCoveredCutOrStruckThrough) {
    const Case& c = GetParam();
    const testing::StorySize size{4 + c.events / 12, c.events, c.events / 5};
    const SceneResult result = draw(testing::random_story(c.seed, size), {{"lifelines.direction", c.direction}});
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

std::vector<Case> random_cases() {
    std::vector<Case> cases;
    for (const char* direction : {"right", "down"}) {
        for (const int events : {1, 20, 60, 200}) {
            for (std::uint64_t seed = 1; seed <= 6; ++seed)
                cases.push_back({events, seed, direction});
        }
    }
    return cases;
}

INSTANTIATE_TEST_SUITE_P(Lifelines, RandomPictures, ::testing::ValuesIn(random_cases()), [](const auto& test) {
    return std::string(test.param.direction) + "_" + std::to_string(test.param.events) + "_events_seed_" +
           std::to_string(test.param.seed);
});

TEST(Lifelines, EveryEventShowsItsTitle) {
    const std::string yaml = testing::random_story(7, {8, 60, 5});
    const ReadResult story = read_story(yaml);
    const SceneResult result = draw(yaml);
    for (const Event& event : story.story.events()) {
        std::string joined;
        for (const std::string& line : words_of(group_called(result.scene, "event", "event-" + event.id))) {
            joined += (joined.empty() ? "" : " ") + line;
        }
        EXPECT_THAT(joined, HasSubstr(event.title));
    }
}

TEST(Lifelines, EveryCharacterWhoAppearsHasALaneWithItsName) {
    const SceneResult result = draw(
        "title: T\ncharacters: {a: {name: Ann}, b: {name: Bea}, c: {name: Cy}}\nevents: [{title: x, who: [a, b]}]\n");
    std::vector<std::string> lanes;
    for (const Group* group : groups(result.scene, "lane"))
        lanes.push_back(words_of(*group).front());
    std::ranges::sort(lanes);
    EXPECT_THAT(lanes, ElementsAre("Ann", "Bea"));
}

TEST(Lifelines, AnEventThatNobodyTakesPartInIsDrawnToo) {
    const SceneResult result = draw("title: T\nevents: [{id: closed, title: The school closes}]\n");
    EXPECT_THAT(words_of(group_called(result.scene, "event", "event-closed")), ElementsAre("The school closes"));
}

TEST(Lifelines, ADeathIsNamedInTheStorysOwnWord) {
    const SceneResult result =
        draw("title: T\nwords: {death: completion}\ncharacters: {a: {name: Ann}}\nevents: [{id: end, death: a}]\n");
    EXPECT_THAT(words_of(group_called(result.scene, "death", "event-end")), ElementsAre("completion"));
}

TEST(Lifelines, ABirthIsNamedWhereTheEventHasNoTitle) {
    const SceneResult result = draw("title: X\ncharacters: {a: {name: Ada}}\nevents: [{id: e, birth: a}]\n");
    EXPECT_THAT(words_of(group_called(result.scene, "event", "event-e")), ElementsAre("birth"));
}

TEST(Lifelines, SaysOfAFlashbackADreamAndAVisionThatTheyAre) {
    const SceneResult result = draw(
        "title: X\ncharacters: {a: {name: Ada}}\n"
        "events: [{id: f, title: F, who: a, mode: flashback}, {id: d, title: D, who: a, mode: dream},\n"
        "  {id: v, title: V, who: a, mode: vision}, {id: p, title: P, who: a}]\n");
    EXPECT_THAT(words_of(group_called(result.scene, "event", "event-f")), ElementsAre("flashback", "F"));
    EXPECT_THAT(words_of(group_called(result.scene, "event", "event-d")), ElementsAre("dream", "D"));
    EXPECT_THAT(words_of(group_called(result.scene, "event", "event-v")), ElementsAre("vision", "V"));
    EXPECT_THAT(words_of(group_called(result.scene, "event", "event-p")), ElementsAre("P"));
}

TEST(Lifelines, ADeathThatIsDreamtEndsNoLine) {
    const auto deaths = [](const std::string& mode) {
        const SceneResult result = draw(
            "title: X\ncharacters: {a: {name: Ada}}\nevents: [{id: e, title: E, who: a}, {death: a, title: D, mode: " +
            mode + "}]\n");
        const auto legend = groups(result.scene, "legend");
        return legend.empty() ? std::vector<std::string>{} : words_of(*legend.front());
    };
    EXPECT_THAT(deaths("present"), ::testing::Contains("death"));
    EXPECT_THAT(deaths("dream"), ElementsAre("dream"));
}

const std::string sleeper =
    "title: X\ncharacters: {a: {name: Ada, born: 1900-01-01, absent: [{from: asleep, until: awake, lives: 0 days";
const std::string sleeper_events =
    "}]}}\nevents: [{id: asleep, title: S, who: a, when: 1920-06-01}, {id: awake, title: W, who: a, when: "
    "1980-06-01}, {title: E, who: a, when: 1995-06-01}]\n";

std::vector<std::string> words_of_all(const SceneResult& result, std::string_view class_word) {
    std::vector<std::string> words;
    for (const Group* group : groups(result.scene, class_word)) {
        const auto more = words_of(*group);
        words.insert(words.end(), more.begin(), more.end());
    }
    return words;
}

TEST(Lifelines, AnAbsenceSaysWhatItIsInTheLine) {
    const SceneResult result = draw(sleeper + ", text: asleep" + sleeper_events);
    EXPECT_THAT(words_of_all(result, "absence"), ElementsAre("asleep"));
    EXPECT_THAT(words_of_all(result, "legend"), IsEmpty());
}

TEST(Lifelines, AnAbsenceWithoutWordsIsExplainedInTheLegend) {
    const SceneResult result = draw(sleeper + sleeper_events);
    EXPECT_THAT(words_of_all(result, "absence"), IsEmpty());
    EXPECT_THAT(words_of_all(result, "legend"), ElementsAre("away"));
}

TEST(Lifelines, WhoWasFrozenHasTwoAges) {
    std::string events = sleeper_events;
    for (int year = 1981; year < 1995; year += 2)
        events.insert(events.size() - 2, ", {title: Meanwhile, when: " + std::to_string(year) + "-06-01}");
    const SceneResult result = draw(sleeper + events, {}, "A4-landscape");
    EXPECT_THAT(words_of_all(result, "age"), ::testing::Contains("80 (lived 20)"));
}

TEST(Lifelines, TheTieOfAnEventReachesThoseWhoAreSpokenOf) {
    const std::string cast = "title: X\ncharacters: {a: {name: Ada}, b: {name: Bo}}\nevents: [{title: S, who: b}, ";
    const auto legend = [&](const std::string& event) {
        const SceneResult result = draw(cast + event + ", {title: T, who: b}]\n");
        EXPECT_THAT(faults(result.scene), IsEmpty());
        const auto found = groups(result.scene, "legend");
        return found.empty() ? std::vector<std::string>{} : words_of(*found.front());
    };
    EXPECT_THAT(legend("{title: E, who: a, mentions: b}"), ElementsAre("spoken of"));
    EXPECT_THAT(legend("{title: E, who: a}"), IsEmpty());
}

TEST(Lifelines, AMilestoneShowsItsNumberInItsMark) {
    const SceneResult result = draw(
        "title: T\nmilestones: {donation: {name: donation}}\ncharacters: {a: {name: Ann}}\n"
        "events: [{id: one, donation: a}, {id: two, donation: a}]\n");
    EXPECT_THAT(words_of(group_called(result.scene, "milestone", "event-two")), ElementsAre("2", "donation 2"));
}

TEST(Lifelines, ALongGapSaysHowLongItIs) {
    const SceneResult result = draw(
        "title: T\ncharacters: {a: {name: Ann}}\nevents:\n"
        "  - {id: x, title: One, who: a, when: age 16 of a}\n  - {id: y, title: Two, who: a, when: age 17 of a}\n"
        "  - {id: z, title: Three, who: a, when: age 18 of a}\n"
        "  - {id: w, title: Four, who: a, when: about 10 years after z}\n  - {id: v, title: Five, who: a, when: soon "
        "after w}\n");
    std::vector<std::string> axis;
    for (const Group* group : groups(result.scene, "axis")) {
        const auto words = words_of(*group);
        axis.insert(axis.end(), words.begin(), words.end());
    }
    EXPECT_THAT(axis, ::testing::Contains("about 10 years"));
}

TEST(Lifelines, TheLegendExplainsOnlyWhatThePageUses) {
    const SceneResult without = draw("title: T\ncharacters: {a: {name: Ann}}\nevents: [{title: x, who: a}]\n");
    EXPECT_THAT(groups(without.scene, "legend"), IsEmpty());
    const SceneResult with =
        draw("title: T\ncharacters: {a: {name: Ann}}\nevents: [{title: x, who: a, truth: rumour}]\n");
    EXPECT_THAT(words_of(*groups(with.scene, "legend").front()), ElementsAre("rumour"));
}

TEST(Lifelines, OnPaperTheTypeShrinksNoFurtherThanTheThemesSmallest) {
    const Theme theme = read_theme("default").theme;
    const SceneResult result = draw(testing::random_story(3, {6, 60, 4}), {}, "A5");
    EXPECT_GE(testing::smallest_type(result.scene), theme.type.smallest);
}

TEST(Lifelines, OnPaperTooSmallForAllLabelsItSaysHowManyWereLeftOut) {
    const SceneResult result = draw(testing::random_story(3, {6, 200, 4}), {}, "A5");
    const bool said =
        std::ranges::any_of(result.diagnostics, [](const Diagnostic& d) { return d.code == "labels-left-out"; });
    EXPECT_TRUE(said);
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

TEST(Lifelines, OnPaperTooSmallForAllLanesTheLeastAreLeftOutAndNothingIsCut) {
    const SceneResult result = draw(testing::random_story(3, {12, 60, 4}), {}, "460x260pt");
    EXPECT_LT(groups(result.scene, "lane").size(), 12U);
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

TEST(Lifelines, APageTooSmallForAnyPictureIsSaid) {
    const SceneResult result = draw(testing::random_story(3, {12, 60, 4}), {}, "80x60pt");
    const bool said =
        std::ranges::any_of(result.diagnostics, [](const Diagnostic& d) { return d.code == "page-too-small"; });
    EXPECT_TRUE(said);
}

TEST(Lifelines, TimeRunsDownWhereAsked) {
    const std::string yaml = testing::random_story(5, {3, 30, 2});
    const SceneResult right = draw(yaml);
    const SceneResult down = draw(yaml, {{"lifelines.direction", "down"}});
    EXPECT_GT(right.scene.width, right.scene.height);
    EXPECT_GT(down.scene.height, down.scene.width);
}

TEST(Lifelines, TheSameStoryGivesTheSameScene) {
    const std::string yaml = testing::random_story(11, {8, 60, 6});
    EXPECT_EQ(dump(draw(yaml).scene), dump(draw(yaml).scene));
}

TEST(LifelinesGaps, AreAsLongAsTheyAreWrittenWhereABirthStandsWithin) {
    const Scene scene = draw(R"(
title: Gaps
characters: {mara: {name: Mara, born: 1990-04-02}, otto: {name: Otto, born: 1925}}
events:
  - {title: Tea, who: otto, when: 1947-06-10 at 15:00}
  - {title: Tea again, who: otto, when: 1947-06-12 at 15:00}
  - {title: Home, who: mara, when: 2020-03-02 at 08:00}
  - {title: Home again, who: mara, when: 2020-03-02 at 19:00}
)")
                            .scene;
    const std::vector<std::string> said = texts(scene);
    EXPECT_EQ(std::ranges::count(said, "43 years"), 2);
    EXPECT_EQ(std::ranges::count(said, "30 years"), 2);
}

}  // namespace
}  // namespace fabula::lifelines_test

// The pictures of the storyline view, judged by what a reader would see.
#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>

#include "fabula/fabula.hpp"

#include "line_curves.hpp"
#include "picture.hpp"
#include "random_story.hpp"

namespace fabula::storyline_test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Eq;
using testing::faults;
using testing::groups;
using ::testing::Gt;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Le;
using ::testing::Not;
using ::testing::Pair;

SceneResult draw(const std::string& yaml, const std::vector<Setting>& settings = {}, std::string page = {}) {
    RenderOptions options;
    options.view = "storyline";
    // What is drawn is looked at, not how few crossings it has: a little search will do, unless the test says
    // otherwise.
    options.settings = {{"storyline.budget", "20000000"}};
    options.settings.insert(options.settings.end(), settings.begin(), settings.end());
    options.page = std::move(page);
    return make_scene(read_story(yaml), options);
}

std::vector<std::string> codes_of(const SceneResult& result) {
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : result.diagnostics)
        codes.push_back(std::string(diagnostic.code));
    return codes;
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

std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, " "));
}

struct Case {
    int events;
    std::uint64_t seed;
    const char* axis;
};

void PrintTo(const Case& c, std::ostream* out) {
    *out << c.events << " events, seed " << c.seed << ", axis " << c.axis;
}

class RandomStorylines : public ::testing::TestWithParam<Case> {
protected:
    [[nodiscard]] std::string yaml() const {
        const Case& c = GetParam();
        return testing::random_story(c.seed, {4 + c.events / 12, c.events, c.events / 5});
    }
    [[nodiscard]] SceneResult drawn() const { return draw(yaml(), {{"storyline.axis", GetParam().axis}}); }
};

TEST_P(RandomStorylines, HaveNoTextCoveredCutOrStruckThrough) {
    EXPECT_THAT(faults(drawn().scene), IsEmpty());
}

TEST_P(RandomStorylines, HaveNoTextCoveredCutOrStruckThroughWithNamesOnSlopes) {
    const SceneResult result = draw(yaml(), {{"storyline.axis", GetParam().axis}, {"theme.type.names-along", "slope"}});
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

TEST_P(RandomStorylines, CrossAsOftenAsTheOrderSays) {
    const SceneResult result = drawn();
    std::size_t crossings = 0;
    for (const auto& row : testing::line_curves(result.scene))
        crossings += testing::count_crossings(row);
    EXPECT_EQ(nlohmann::json::parse(result.figures)["crossings"], crossings);
}

TEST_P(RandomStorylines, RunThroughNoSceneThatTheyAreNotIn) {
    const ReadResult read = read_story(yaml());
    const SceneResult result = drawn();
    const auto rows = groups(result.scene, "row");
    const auto curves = testing::line_curves(result.scene);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        Scene row;
        row.root = *rows[r];
        for (const Group* container : groups(row, "container")) {
            const auto& of = std::get<subjects::Container>(container->subject);
            const auto event = std::ranges::find(read.story.events(), of.event, &Event::id);
            const Box box = testing::box_of(std::get<Path>(container->children.front()));
            for (const testing::LineCurve& curve : curves[r]) {
                const bool takes_part = std::ranges::any_of(event->who, [&](const Reference& who) {
                    return read.story.characters()[who.index].id == curve.character;
                });
                for (double x = box.left; x <= box.right && !takes_part; x += 1) {
                    const auto y = curve.at(x);
                    EXPECT_FALSE(y && box.top < *y && *y < box.bottom) << curve.character << " in " << event->id;
                }
            }
        }
    }
}

TEST_P(RandomStorylines, ShowTheTitleOfEveryEventOnce) {
    const ReadResult read = read_story(yaml());
    const SceneResult result = drawn();
    for (const Event& event : read.story.events()) {
        std::string words;
        for (const Group* group : groups(result.scene, "event")) {
            if (std::get<subjects::Event>(group->subject).id == event.id) words += joined(words_of(*group));
        }
        EXPECT_THAT(words, HasSubstr(event.title));
    }
}

std::vector<Case> random_cases() {
    std::vector<Case> cases;
    for (const int events : {1, 20, 60, 200}) {
        for (std::uint64_t seed = 1; seed <= 5; ++seed)
            cases.push_back({events, seed, "scenes"});
    }
    for (const char* axis : {"time", "broken", "told"}) {
        for (std::uint64_t seed = 11; seed <= 13; ++seed)
            cases.push_back({60, seed, axis});
    }
    return cases;
}

INSTANTIATE_TEST_SUITE_P(Storyline, RandomStorylines, ::testing::ValuesIn(random_cases()), [](const auto& test) {
    return fmt::format("{}_{}_events_seed_{}", test.param.axis, test.param.events, test.param.seed);
});

const std::string three =
    "title: X\ncharacters: {a: {name: Ada}, b: {name: Bo}, c: {name: Cy}}\nevents:\n"
    "  - {id: one, title: One, who: [a, b]}\n  - {id: two, title: Two, who: [b, c]}\n"
    "  - {id: three, title: Three, who: [a, c]}\n";

TEST(Storyline, TellsItsLayoutInFigures) {
    const auto json = nlohmann::json::parse(draw(three).figures);
    EXPECT_EQ(json["view"], "storyline");
    EXPECT_EQ(json["characters"], (std::vector<std::string>{"a", "b", "c"}));
    ASSERT_EQ(json["steps"].size(), 3U);
    const auto& second = json["steps"][1];
    EXPECT_EQ(second["events"], (std::vector<std::string>{"two"}));
    EXPECT_EQ(second["order"].size(), 3U);
    EXPECT_EQ(second["y"].size(), 3U);
    EXPECT_EQ(second["groups"].size(), 2U);
    EXPECT_LT(json["steps"][0]["x"][1], second["x"][0]);
    EXPECT_TRUE(std::ranges::is_sorted(second["y"]));
}

/// Four characters, of whom each meets the next; `names` are theirs along that chain, the first meets most.
std::string chain(const std::vector<std::string>& names) {
    std::string yaml = fmt::format("title: X\ncharacters: {{{}: {{}}, {}: {{}}, {}: {{}}, {}: {{}}}}\nevents:\n",
                                   names[0], names[1], names[2], names[3]);
    for (const auto& [a, b] : {std::pair{0, 1}, {2, 3}, {1, 2}, {0, 1}, {2, 3}, {1, 2}, {0, 1}, {0, 1}})
        yaml += fmt::format("  - {{title: They meet, who: [{}, {}]}}\n", names[static_cast<std::size_t>(a)],
                            names[static_cast<std::size_t>(b)]);
    return yaml;
}

TEST(Storyline, HasTheFirstOfTheMainCharactersRatherAboveTheOthers) {
    std::vector<std::string> names{"a", "b", "c", "d"};
    do {
        const auto json = nlohmann::json::parse(draw(chain(names)).figures);
        EXPECT_EQ(json["crossings"], 0);
        EXPECT_EQ(json["steps"][2]["order"], names);
    } while (std::ranges::next_permutation(names).found);
}

TEST(Storyline, CountsEveryPlaceWhereALineLeavesTheHorizontal) {
    const auto json = nlohmann::json::parse(draw(three).figures);
    std::map<std::string, double> height;
    std::size_t wiggles = 0;
    double linear = 0;
    for (const auto& step : json["steps"]) {
        for (std::size_t i = 0; i < step["order"].size(); ++i) {
            const std::string line = step["order"][i];
            const double y = step["y"][i];
            if (height.contains(line) && height[line] != y) {
                ++wiggles;
                linear += std::abs(height[line] - y);
            }
            height[line] = y;
        }
    }
    EXPECT_EQ(json["wiggles"], wiggles);
    EXPECT_NEAR(json["linear_wiggle_height"].get<double>(), linear, 1e-6);
}

/// Places along x of the scenes of a story with one in each of these minutes.
std::vector<double> places(const std::vector<int>& minutes, const char* axis) {
    std::string yaml = "title: X\ntime: {clock: minute}\ncharacters: {a: {}, b: {}}\nevents:\n";
    for (const int minute : minutes)
        yaml += fmt::format("  - {{title: At {}, who: [a, b], when: at {}}}\n", minute, minute);
    std::vector<double> places;
    const auto json = nlohmann::json::parse(draw(yaml, {{"storyline.axis", axis}}).figures);
    for (const auto& step : json["steps"])
        places.push_back(step["x"][0]);
    return places;
}

TEST(Storyline, IsTrueToTimeWhereAsked) {
    const std::vector<double> x = places({0, 10, 40, 50}, "time");
    EXPECT_NEAR(x[2] - x[1], 3 * (x[1] - x[0]), 0.1);
    EXPECT_NEAR(x[3] - x[2], x[1] - x[0], 0.1);
}

TEST(Storyline, ShortensLongGapsWhereAsked) {
    const std::vector<double> whole = places({0, 10, 20, 30, 1000}, "time");
    const std::vector<double> broken = places({0, 10, 20, 30, 1000}, "broken");
    EXPECT_GT(whole[4] - whole[3], 4 * (whole[1] - whole[0]));
    EXPECT_LT(broken[4] - broken[3], 4 * (broken[1] - broken[0]));
}

TEST(Storyline, NamesEachLineAtItsStart) {
    const SceneResult result = draw(three);
    std::vector<std::string> names;
    for (const Group* group : groups(result.scene, "names")) {
        const auto words = words_of(*group);
        names.insert(names.end(), words.begin(), words.end());
    }
    EXPECT_THAT(names, Contains("Ada"));
    EXPECT_THAT(names, Contains("Bo"));
    EXPECT_THAT(names, Contains("Cy"));
}

/// How many lines of text are on a slope.
std::size_t turned(const Scene& scene) {
    std::size_t count = 0;
    for (const Group* group : groups(scene, "names")) {
        for (const Node& node : group->children) {
            const auto* text = std::get_if<Text>(&node);
            if (text != nullptr && text->turn != 0) ++count;
        }
    }
    return count;
}

/// How often each name stands at or within the lines of a picture.
std::map<std::string, std::size_t> names_of(const Scene& scene) {
    std::map<std::string, std::size_t> counts;
    for (const Group* group : groups(scene, "names")) {
        for (const std::string& name : words_of(*group))
            ++counts[name];
    }
    return counts;
}

TEST(Storyline, NamesALongLineWithinItToo) {
    std::string yaml =
        "title: X\ncharacters: {ada: {name: Ada}, bo: {name: Bo}}\nevents:\n  - {title: All, who: [ada, bo]}\n";
    for (int i = 0; i < 60; ++i)
        yaml += "  - {title: A scene of Bo alone, who: bo}\n";
    yaml += "  - {title: The end, who: [ada, bo]}\n";
    const SceneResult result = draw(yaml);
    EXPECT_GT(names_of(result.scene)["Ada"], 2 * groups(result.scene, "row").size());
    EXPECT_THAT(names_of(draw(three).scene), Contains(Pair("Ada", Le(2))));
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

TEST(Storyline, TurnsNamesOnlyWhereTheThemeSaysSo) {
    const std::string yaml = testing::random_story(4, {10, 200, 6});
    EXPECT_THAT(turned(draw(yaml).scene), Eq(0));
    EXPECT_THAT(turned(draw(yaml, {{"theme.type.names-along", "slope"}}).scene), Gt(0));
}

TEST(Storyline, CutsANameThatIsAsLongAsASentence) {
    std::string name;
    for (int i = 0; i < 60; ++i)
        name += "von und zu ";
    const SceneResult result =
        draw("title: X\ncharacters: {a: {name: Baron " + name + "}}\nevents: [{title: One, who: a}]\n");
    EXPECT_LT(result.scene.width, 700);
    EXPECT_THAT(joined(words_of(*groups(result.scene, "names").front())), HasSubstr("\u2026"));
}

TEST(Storyline, EndsALineAtADeathWithItsOwnMark) {
    const SceneResult result = draw(
        "title: X\ncharacters: {a: {name: Ada}, b: {name: Bo}}\nevents:\n"
        "  - {title: One, who: [a, b]}\n  - {title: End, death: a, who: [b]}\n  - {title: Two, who: [b]}\n");
    const auto legend = groups(result.scene, "legend");
    ASSERT_EQ(legend.size(), 1U);
    EXPECT_THAT(words_of(*legend.front()), Contains("death"));
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

TEST(Storyline, AsToldShowsWhatHeldWhenAnEventTookPlace) {
    const SceneResult result = draw(
        "title: X\ncharacters: {a: {name: Ada}, b: {name: Bo}}\ntold: [late, early, end]\n"
        "states: [{who: a, is: queen, from: 1930}]\n"
        "relationships: [{between: [a, b], kind: love, from: 1900, until: 1920}]\nevents:\n"
        "  - {id: early, title: Early, who: [a, b], when: 1910}\n  - {id: late, title: Late, who: [a, b], when: 1940}\n"
        "  - {id: end, title: End, who: [a], when: 1950}\n",
        {{"storyline.axis", "told"}});
    EXPECT_EQ(groups(result.scene, "love").size(), 1U);
    EXPECT_THAT(joined(words_of(*groups(result.scene, "legend").front())), HasSubstr("queen"));
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

TEST(Storyline, EndsALifeClearOfItsTitleWhereLinesAreFarApart) {
    const SceneResult result = draw(R"(
title: The Lamp
characters: {ada: {name: Ada}, finn: {name: Finn}}
events:
  - {id: wreck, title: She pulls Finn from a wreck, who: [ada, finn]}
  - {id: storm, title: Finn is lost in a storm, death: finn}
)",
                                    {}, "digest");
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

TEST(Storyline, LeavesOutNoMoreTitlesThanThePageIsTooSmallFor) {
    const std::string yaml = testing::random_story(5, {6, 60, 6});
    std::size_t less = 0;
    for (const char* page : {"A4-landscape", "A3-landscape", "A2-landscape"}) {
        const SceneResult result = draw(yaml, {}, page);
        const std::size_t words = words_of(result.scene.root).size();
        EXPECT_GE(words, less) << page;
        EXPECT_THAT(faults(result.scene), IsEmpty()) << page;
        less = words;
    }
}

TEST(Storyline, IsOneRowWhereItIsShortAndSeveralWhereItIsLong) {
    EXPECT_EQ(groups(draw(three).scene, "row").size(), 1U);
    EXPECT_GT(groups(draw(testing::random_story(3, {8, 120, 6})).scene, "row").size(), 1U);
}

TEST(Storyline, KeepsToAPageThatIsLargeEnough) {
    const SceneResult result = draw(testing::random_story(5, {6, 40, 6}), {}, "A3-landscape");
    EXPECT_NEAR(result.scene.width, 1190.55, 0.01);
    EXPECT_THAT(faults(result.scene), IsEmpty());
    EXPECT_THAT(codes_of(result), Not(Contains("page-too-small")));
}

TEST(Storyline, SaysWhatAPageIsTooSmallFor) {
    EXPECT_THAT(codes_of(draw(testing::random_story(5, {12, 200, 6}), {}, "60x60mm")),
                ::testing::IsSupersetOf({"labels-left-out", "page-too-small"}));
}

TEST(Storyline, SaysWhatAStoryWithoutCharactersLacks) {
    EXPECT_THAT(codes_of(draw("title: X\nevents: [{title: storm}]\n")), ElementsAre("no-characters"));
}

TEST(Storyline, RefusesABudgetThatIsNoNumber) {
    EXPECT_THAT(codes_of(draw(three, {{"storyline.budget", "much"}})), ElementsAre("unknown-setting"));
    EXPECT_THAT(codes_of(draw(three, {{"storyline.budget", "1000"}})), IsEmpty());
}

TEST(Storyline, ShowsScenesOfOneMomentUnderEachOther) {
    std::string yaml = "title: X\ntime: {clock: minute}\ncharacters: {";
    for (int i = 0; i < 40; ++i)
        yaml += fmt::format("c{}: {{name: Character {}}}, ", i, i);
    yaml += "z: {}}\nevents:\n";
    for (int i = 0; i < 20; ++i)
        yaml += fmt::format("  - {{title: Scene number {}, who: [c{}, c{}], when: at 1}}\n", i, 2 * i, 2 * i + 1);
    const SceneResult result = draw(yaml);
    EXPECT_THAT(faults(result.scene), IsEmpty());
    EXPECT_EQ(nlohmann::json::parse(result.figures)["steps"].size(), 1U);
}

TEST(Storyline, SetsNamesThatRunFromRightToLeft) {
    const SceneResult result = draw(
        "title: X\nlanguage: he\ncharacters: {a: {name: נועה לוי}, b: {name: ליאור}}\n"
        "events: [{title: שלום, who: [a, b]}, {title: מכתב, who: [a]}]\n");
    EXPECT_THAT(faults(result.scene), IsEmpty());
}

TEST(Storyline, OfAThousandEventsHasNoTextCoveredOrStruckThrough) {
    EXPECT_THAT(faults(draw(testing::random_story(1, {30, 1000, 10})).scene), IsEmpty());
}

}  // namespace
}  // namespace fabula::storyline_test

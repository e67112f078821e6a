// A story on several pages: each reads on its own, and together they tell all of it.
#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "fabula/fabula.hpp"

#include "flow_under_test.hpp"
#include "picture.hpp"
#include "random_story.hpp"

namespace fabula::flow_test {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using testing::faults;
using testing::Flow;
using ::testing::Ge;
using testing::groups;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// An example story, its milestones in round marks: drops reach out of their lanes into labels, on one page as on
/// several.
std::string example(const std::string& name) {
    std::ifstream file(fmt::format("{}/examples/stories/{}.yaml", FABULA_SOURCE_DIR, name));
    std::stringstream text;
    text << file.rdbuf();
    std::string yaml = text.str();
    constexpr std::string_view drop = "mark: drop";
    if (const auto at = yaml.find(drop); at != std::string::npos) yaml.replace(at, drop.size(), "mark: circle");
    return yaml;
}

std::vector<std::string> ids(const Scene& scene, std::string_view word) {
    std::vector<std::string> ids;
    for (const Group* group : groups(scene, word))
        ids.push_back(id_of(*group));
    return ids;
}

std::vector<std::string> words_of(const Group& group) {
    std::vector<std::string> words;
    for (const Node& node : group.children) {
        if (const auto* text = std::get_if<Text>(&node)) words.push_back(text->line.text);
        if (const auto* inner = std::get_if<Group>(&node))
            std::ranges::copy(words_of(*inner), std::back_inserter(words));
    }
    return words;
}

const Group* group_called(const Scene& scene, std::string_view word, std::string_view id) {
    for (const Group* group : groups(scene, word)) {
        if (id_of(*group) == id) return group;
    }
    return nullptr;
}

struct Case {
    const char* view;
    const char* story;
    const char* paper;
    std::vector<Setting> settings = {};
};

void PrintTo(const Case& c, std::ostream* out) {
    *out << c.story << " on " << c.paper << ", " << c.view;
    for (const Setting& setting : c.settings)
        *out << " " << setting.key << " " << setting.value;
}

class FlowingExamples : public ::testing::TestWithParam<Case> {
protected:
    Flow flow{example(GetParam().story), GetParam().view, GetParam().paper, GetParam().settings};
};

TEST_P(FlowingExamples, HaveEveryEventOnOnePage) {
    std::map<std::string, int> pages;
    for (const ViewResult& page : flow.pages) {
        for (const std::string& id : ids(page.scene, "event"))
            ++pages[id];
    }
    EXPECT_THAT(pages, SizeIs(flow.read.story.events().size()));
    EXPECT_THAT(pages, Each(::testing::Pair(::testing::_, 1)));
}

using FlowingPictures = FlowingExamples;

TEST_P(FlowingPictures, HaveNoTextCoveredCutOrStruckThrough) {
    for (const ViewResult& page : flow.pages)
        EXPECT_THAT(faults(page.scene), IsEmpty());
}

TEST_P(FlowingExamples, LeaveNothingOutAndKeepTheSizeOfTheirType) {
    for (std::size_t page = 0; page < flow.pages.size(); ++page) {
        EXPECT_THAT(flow.codes(page), IsEmpty());
        EXPECT_THAT(testing::smallest_type(flow.pages[page].scene), Ge(flow.theme.type.text - 1));
    }
}

TEST_P(FlowingExamples, AreOnPagesOfTheSameSize) {
    for (const ViewResult& page : flow.pages) {
        EXPECT_EQ(page.scene.width, flow.input.page.width);
        EXPECT_EQ(page.scene.height, flow.input.page.height);
    }
}

TEST_P(FlowingExamples, HaveTheirTitleOnTheFirstPageOnly) {
    for (std::size_t page = 0; page < flow.pages.size(); ++page)
        EXPECT_EQ(!groups(flow.pages[page].scene, "title").empty(), page == 0);
}

using FlowingLifelines = FlowingExamples;

TEST_P(FlowingLifelines, HaveTheirLanesInTheSameOrderOnAllPages) {
    std::map<std::pair<std::string, std::string>, bool> before;
    for (const ViewResult& page : flow.pages) {
        const std::vector<std::string> lanes = ids(page.scene, "lane");
        for (std::size_t a = 0; a < lanes.size(); ++a) {
            for (std::size_t b = a + 1; b < lanes.size(); ++b) {
                before[{lanes[a], lanes[b]}] = true;
                EXPECT_FALSE(before.contains({lanes[b], lanes[a]})) << lanes[a] << " " << lanes[b];
            }
        }
    }
}

TEST_P(FlowingLifelines, NameEveryLaneOnceOnEachOfItsPages) {
    for (const ViewResult& page : flow.pages) {
        for (const Character& character : flow.read.story.characters()) {
            const Group* const lane = group_called(page.scene, "lane", "lane-" + character.id);
            if (lane == nullptr) continue;
            const auto words = words_of(*lane);
            EXPECT_EQ(std::ranges::count(words, character.name), 1) << character.name;
        }
    }
}

const std::vector<Case> lifelines{{"lifelines", "never-let-me-go", "A4"},
                                  {"lifelines", "never-let-me-go", "A5"},
                                  {"lifelines", "french-revolution", "A4"},
                                  {"lifelines", "french-revolution", "A5"},
                                  {"lifelines", "odyssey", "A5"},
                                  {"lifelines", "never-let-me-go", "A4-landscape", {{"lifelines.direction", "down"}}}};
const std::vector<Case> storylines{{"storyline", "never-let-me-go", "A5"}, {"storyline", "odyssey", "A5"}};

INSTANTIATE_TEST_SUITE_P(Lifelines, FlowingExamples, ::testing::ValuesIn(lifelines));
INSTANTIATE_TEST_SUITE_P(Storyline, FlowingExamples, ::testing::ValuesIn(storylines));
INSTANTIATE_TEST_SUITE_P(Lifelines, FlowingPictures, ::testing::ValuesIn(lifelines));
INSTANTIATE_TEST_SUITE_P(Storyline, FlowingPictures, ::testing::ValuesIn(storylines));
INSTANTIATE_TEST_SUITE_P(Of, FlowingLifelines, ::testing::ValuesIn(lifelines));

class FlowingStorylines : public FlowingExamples {
protected:
    /// Who stands in the last step of a page, or in the first, from top to bottom.
    [[nodiscard]] std::vector<std::string> order(std::size_t page, bool last) const {
        const auto steps = nlohmann::json::parse(flow.pages[page].figures)["steps"];
        return (last ? steps.back() : steps.front())["order"];
    }

    /// Where the name of a character first stands on a page.
    [[nodiscard]] std::optional<double> height_of_name(std::size_t page, const std::string& name) const {
        std::optional<Point> first;
        const Group* const row = groups(flow.pages[page].scene, "row").front();
        for (const Node& node : row->children) {
            const auto* names = std::get_if<Group>(&node);
            if (names == nullptr || names->subject != Subject(subjects::Part::names)) continue;
            for (const Node& inner : names->children) {
                const auto* text = std::get_if<Text>(&inner);
                if (text != nullptr && text->line.text == name && (!first || text->at.x < first->x)) first = text->at;
            }
        }
        return first ? std::optional(first->y) : std::nullopt;
    }
};

TEST_P(FlowingStorylines, NameTheirLinesAtTheEdgeInTheOrderInWhichThePageBeforeEnds) {
    std::map<std::string, std::string> names;
    for (const Character& character : flow.read.story.characters())
        names[character.id] = character.name;
    for (std::size_t page = 0; page + 1 < flow.pages.size(); ++page) {
        const std::vector<std::string> after = order(page + 1, false);
        double above = 0;
        for (const std::string& id : order(page, true)) {
            if (std::ranges::find(after, id) == after.end()) continue;
            const auto height = height_of_name(page + 1, names[id]);
            ASSERT_TRUE(height) << id;
            EXPECT_GT(*height, above) << id << " on page " << page + 2;
            above = *height;
        }
    }
}

TEST_P(FlowingStorylines, SayThatLinesGoOnAtEveryBreakOfThePage) {
    ASSERT_THAT(flow.pages, SizeIs(Ge(2U)));
    for (const ViewResult& page : flow.pages)
        EXPECT_THAT(groups(page.scene, "continued"), Not(IsEmpty()));
}

INSTANTIATE_TEST_SUITE_P(Of, FlowingStorylines, ::testing::ValuesIn(storylines));

/// Ada is there all the time, Ben comes and goes; two parts, each too long for a page of this size together.
std::string two_parts() {
    std::string yaml =
        "title: Two parts\nlanguage: en\ncharacters:\n"
        "  ada: {name: Ada, born: 1880}\n  ben: {name: Ben}\n  eve: {name: Eve}\n"
        "  old: {name: Old Tom, born: 1810, died: 1900-01-05}\n"
        "relationships: [{between: [ada, eve], kind: friendship, from: p0e0}]\n"
        "states: [{who: ada, is: apprentice, from: p0e1, until: p0e3}, {who: ada, is: master, from: p0e3}]\n"
        "sections:\n";
    for (int part = 0; part < 2; ++part) {
        yaml += fmt::format("  - id: part{}\n    title: Part {}\n    events:\n", part, part + 1);
        for (int e = 0; e < 14; ++e) {
            const char* who = e == 0 ? "[ada, eve]" : part == 0 ? "[ada, ben]" : "ada";
            yaml += fmt::format(
                "      - {{id: p{}e{}, title: Something of some length happens here, who: {}, when: 190{}-01-{:02}}}\n",
                part, e, who, part, 1 + 2 * e);
        }
    }
    return yaml;
}

class TwoParts : public ::testing::TestWithParam<const char*> {
protected:
    TwoParts() : flow(two_parts(), "lifelines", "A6-landscape", {{"lifelines.direction", GetParam()}}) {}

    [[nodiscard]] const Scene& first() const { return flow.pages.front().scene; }
    [[nodiscard]] const Scene& last() const { return flow.pages.back().scene; }

    Flow flow;
};

TEST_P(TwoParts, SayThatALineGoesOnAtBothEdges) {
    ASSERT_THAT(flow.pages, SizeIs(Ge(3U)));
    for (std::size_t page = 0; page < flow.pages.size(); ++page) {
        const Group* const ada = group_called(flow.pages[page].scene, "lane", "lane-ada");
        ASSERT_NE(ada, nullptr);
        const auto marks = groups(flow.pages[page].scene, "continued");
        const auto of_ada = std::ranges::count_if(marks, [&](const Group* mark) {
            return std::ranges::any_of(ada->children,
                                       [&](const Node& node) { return std::get_if<Group>(&node) == mark; });
        });
        EXPECT_EQ(of_ada, page == 0 || page + 1 == flow.pages.size() ? 1 : 2) << page;
    }
}

TEST_P(TwoParts, ExplainTheMarkOfALineThatGoesOn) {
    for (const ViewResult& page : flow.pages)
        EXPECT_THAT(texts(page.scene), Contains("continued"));
}

TEST_P(TwoParts, LeaveOutWhoIsNoMoreAndWhoIsNotYetThere) {
    EXPECT_THAT(ids(first(), "lane"), Contains("lane-old"));
    EXPECT_THAT(ids(last(), "lane"), Not(Contains("lane-old")));
    EXPECT_THAT(ids(last(), "lane"), Not(Contains("lane-ben")));
    EXPECT_THAT(ids(last(), "lane"), Contains("lane-ada"));
}

TEST_P(TwoParts, SayInTheHeadingThatASectionBeganBefore) {
    const auto headings = [&](std::size_t page) {
        std::string words;
        for (const Group* section : groups(flow.pages[page].scene, "section")) {
            for (const std::string& word : words_of(*section))
                words += word + " ";
        }
        return words;
    };
    EXPECT_EQ(headings(0), "Part 1 ");
    EXPECT_EQ(headings(1), "Part 1 (continued) ");
}

TEST_P(TwoParts, DrawARelationshipOnThroughThePagesItLasts) {
    for (const ViewResult& page : flow.pages)
        EXPECT_THAT(groups(page.scene, "relationship").size(), group_called(page.scene, "lane", "lane-eve") ? 1U : 0U);
}

TEST_P(TwoParts, ExplainNoStateThatThePageHasNot) {
    EXPECT_THAT(texts(last()), Contains("master"));
    EXPECT_THAT(texts(last()), Not(Contains("apprentice")));
}

INSTANTIATE_TEST_SUITE_P(Lifelines, TwoParts, ::testing::Values("right", "down"));

TEST(Flow, SaysContinuedInTheStorysOwnWord) {
    const Flow flow("words: {continued: weiter}\n" + two_parts(), "lifelines", "A6-landscape");
    EXPECT_THAT(texts(flow.pages[1].scene), Contains("Part 1 (weiter)"));
    EXPECT_THAT(texts(flow.pages[1].scene), Contains("weiter"));
}

TEST(Flow, CutsTheBandOfAnEventThatLastsIntoTheNextPage) {
    std::string yaml = two_parts();
    const std::string title = "who: [ada, eve], when: 1900-01-01";
    yaml.replace(yaml.find(title), title.size(), title + ", until: 1901-01-20");
    const Flow flow(yaml, "lifelines", "A6-landscape");
    EXPECT_THAT(groups(flow.pages[0].scene, "carried"), IsEmpty());
    EXPECT_THAT(groups(flow.pages[1].scene, "carried"), SizeIs(1));
    EXPECT_THAT(faults(flow.pages[1].scene), IsEmpty());
}

TEST(Flow, OfAStoryThatFitsOnePageIsThePicture) {
    const std::string yaml =
        "title: x\ncharacters: {a: {born: 1850}, b: {}}\n"
        "sections: [{id: s, title: Part, events: [{title: One, who: [a, b], when: 1900}]}]\n";
    for (const View& view : views()) {
        if (!view.flows) continue;
        const Flow flow(yaml, view.name, "A4");
        ASSERT_THAT(flow.pages, SizeIs(1)) << view.name;
        EXPECT_EQ(flow.pages.front().scene, view.draw(flow.input).scene) << view.name;
    }
}

TEST(Flow, DividesAStoryWithoutSections) {
    const Flow flow(testing::random_story(5, {6, 60, 4}), "lifelines", "A5");
    EXPECT_THAT(flow.pages, SizeIs(Ge(3U)));
    for (const ViewResult& page : flow.pages)
        EXPECT_THAT(groups(page.scene, "section"), IsEmpty());
}

TEST(Flow, OfMadeUpStoriesHasEveryEventOnceAndNothingCovered) {
    for (const char* direction : {"right", "down"}) {
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            const Flow flow(testing::random_story(seed, {5, 40, 6}), "lifelines", "A4-landscape",
                            {{"lifelines.direction", direction}});
            std::size_t events = 0;
            for (std::size_t page = 0; page < flow.pages.size(); ++page) {
                events += groups(flow.pages[page].scene, "event").size();
                if (!flow.codes(page).empty()) continue;  // crowded beyond help
                EXPECT_THAT(faults(flow.pages[page].scene), IsEmpty()) << direction << seed;
            }
            EXPECT_EQ(events, flow.read.story.events().size()) << direction << seed;
        }
    }
}

TEST(Flow, OfAPageTooSmallForItsLanesHasAPageForEverySection) {
    std::string yaml = "title: x\ncharacters:\n";
    for (int c = 0; c < 60; ++c)
        yaml += fmt::format("  c{}: {{name: Somebody}}\n", c);
    yaml += "sections:\n";
    for (int s = 0; s < 3; ++s) {
        yaml += fmt::format("  - id: s{}\n    title: Part\n    events:\n", s);
        for (int e = 0; e < 5; ++e) {
            yaml += "      - {title: All are there, who: [c0";
            for (int c = 1; c < 60; ++c)
                yaml += fmt::format(", c{}", c);
            yaml += "]}\n";
        }
    }
    const Flow flow(yaml, "lifelines", "A6");
    EXPECT_THAT(flow.pages, SizeIs(3));
    EXPECT_THAT(flow.codes(0), Not(IsEmpty()));
}

TEST(Flow, OfHostileStoriesIsDrawn) {
    for (const char* story : {"title: x\nevents: [{title: Alone}]\n",
                              "title: ' '\ncharacters: {a: {name: ''}}\nevents: [{title: ' ', who: a}]\n",
                              "title: x\ncharacters: {a: {born: 1900, died: 1910}}\n"
                              "events: [{title: Ghost, who: a, when: 1950}, {title: Again, who: a, when: 1960}]\n"}) {
        for (const View& view : views()) {
            if (!view.flows) continue;
            for (const char* paper : {"A7", "A4"})
                EXPECT_THAT(Flow(story, view.name, paper).pages, Not(IsEmpty())) << view.name;
        }
    }
}

TEST(Flow, HasPagesOnWhichNobodyTakesPart) {
    std::string yaml = "title: x\ncharacters: {a: {name: Ada}, b: {name: Ben}}\nevents:\n";
    for (int e = 0; e < 60; ++e) {
        const char* who = e == 25 || e == 35 ? ", who: [a, b]" : "";
        yaml += fmt::format("  - {{id: e{}, title: The wind turns and the snow begins to fall{}}}\n", e, who);
    }
    for (const auto& [view, settings] : {std::pair<const char*, std::vector<Setting>>{"lifelines", {}},
                                         {"lifelines", {{"lifelines.direction", "down"}}},
                                         {"storyline", {}},
                                         {"storyline", {{"storyline.axis", "told"}}},
                                         {"storyline", {{"storyline.axis", "time"}}}}) {
        const Flow flow(yaml, view, "A6", settings);
        EXPECT_THAT(flow.pages, SizeIs(Ge(2U))) << view;
        std::size_t events = 0;
        for (const ViewResult& page : flow.pages)
            events += groups(page.scene, "event").size();
        EXPECT_EQ(events, 60U) << view;
    }
}

}  // namespace
}  // namespace fabula::flow_test

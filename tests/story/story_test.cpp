// What a story file says, as the Story that comes of it.

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/structure.hpp"

#include "reading_story.hpp"
#include "story/schema.hpp"

namespace fabula::story_test {
namespace {

using testing::ElementsAre;

// FABULA_UPDATE_GOLDEN=1 takes what comes out as what is expected from now on.
TEST(Story, WithEveryKeyIsReadAsItsGoldenText) {
    const std::string dumped = dump(right_story(test_file("every-key.yaml")));
    if (std::getenv("FABULA_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(FABULA_SOURCE_DIR "/tests/story/every-key.txt", std::ios::binary) << dumped;
    }
    EXPECT_EQ(dumped, test_file("every-key.txt"));
}

TEST(Story, TakesEventsAtTheTopWhereThereAreNoSections) {
    const Story story = right_story("title: X\nevents: [{title: a}, {title: b}]\n");
    EXPECT_TRUE(story.sections().empty());
    EXPECT_EQ(story.events().size(), 2U);
    EXPECT_EQ(story.events()[0].section, std::nullopt);
}

TEST(Story, KeepsTheOrderOfTheFileOverEventsAndSections) {
    const Story before = right_story("title: X\nevents: [{title: a}]\nsections: [{events: [{title: b}]}]\n");
    EXPECT_EQ(before.events()[0].title, "a");
    const Story after = right_story("title: X\nsections: [{events: [{title: b}]}]\nevents: [{title: a}]\n");
    EXPECT_EQ(after.events()[0].title, "b");
    EXPECT_THAT(after.sections()[0].events, ElementsAre(0U));
}

TEST(Story, RefersToWhatComesLater) {
    const Story story =
        right_story("title: X\nevents: [{title: a, who: z, when: after b}, {id: b, title: b}]\ncharacters: {z: }\n");
    EXPECT_EQ(story.events()[0].who.at(0).index, 0U);
    EXPECT_EQ(story.events()[0].who.at(0).span.column, 26U);
}

TEST(Story, GivesIdsToEventsWithoutAndNeverOneThatIsTaken) {
    const Story story = right_story("title: X\nevents: [{title: a}, {id: event-1, title: b}]\n");
    EXPECT_EQ(story.events()[0].id, "event-1-");
    EXPECT_EQ(story.events()[1].id, "event-1");
}

TEST(Story, TakesWhoAsOneIdOrAList) {
    const Story story =
        right_story("title: X\ncharacters: {a: , b: }\nevents: [{title: 1, who: a}, {title: 2, who: [b, a]}]\n");
    EXPECT_EQ(story.events()[0].who.size(), 1U);
    EXPECT_EQ(story.events()[1].who.size(), 2U);
    EXPECT_EQ(story.events()[1].who.at(0).index, 1U);
}

TEST(Story, SaysHowToListWhoTakesPartWhereAMapDoes) {
    const ReadResult result =
        read_story("title: X\ncharacters: {a: , b: }\nevents: [{title: 1, who: {b: thief, a: victim}}]\n");
    ASSERT_EQ(result.diagnostics.size(), 1U) << formatted(result);
    EXPECT_EQ(result.diagnostics[0].code, "wrong-type");
    EXPECT_EQ(result.diagnostics[0].help, "write a list: [b, a]");
}

TEST(Story, WhoDiesOrReachesAMilestoneTakesPart) {
    const Story story = right_story(
        "title: X\ncharacters: {a: , b: }\nmilestones: {won: }\nevents: [{death: [a, b], who: b}, {won: a}]\n");
    EXPECT_EQ(story.events()[0].who.at(0).index, 1U);
    EXPECT_EQ(story.events()[0].who.at(1).index, 0U);
    EXPECT_EQ(story.events()[0].deaths.size(), 2U);
    EXPECT_EQ(story.events()[1].who.at(0).index, 0U);
}

TEST(Story, WhoIsBornTakesPartAndWhoIsMentionedDoesNot) {
    const Story story = right_story("title: X\ncharacters: {a: , b: }\nevents: [{birth: a, mentions: b}]\n");
    ASSERT_EQ(story.events()[0].who.size(), 1U);
    EXPECT_EQ(story.events()[0].who[0].index, 0U);
    EXPECT_EQ(story.events()[0].mentions.at(0).index, 1U);
}

TEST(Story, WhoLearnsOfSomethingIsNamedOrIsEveryoneThere) {
    const Story story = right_story(
        "title: X\ncharacters: {a: , b: }\n"
        "events: [{id: e, title: E, who: [a, b], knows: f}, {id: f, title: F, knows: {b: [e, f], a: e}}]\n");
    ASSERT_EQ(story.events()[0].knows.size(), 1U);
    EXPECT_FALSE(story.events()[0].knows[0].who);
    std::vector<std::pair<std::size_t, std::size_t>> learned;
    for (const Knowledge& knowledge : story.events()[1].knows)
        learned.emplace_back(knowledge.who->index, knowledge.event.index);
    EXPECT_THAT(learned, ElementsAre(std::pair(1U, 0U), std::pair(1U, 1U), std::pair(0U, 0U)));
}

TEST(Story, AnAllowanceExtendsOverTheEntryThatHasIt) {
    const std::string text =
        "title: X\ncharacters:\n  a:\n    allow: [one, two]\nevents: [{title: E, who: a, allow: three}]\nallow: four\n";
    const Story story = right_story(text);
    std::vector<std::string> within;
    for (const Allowance& allowance : story.allowances()) {
        within.push_back(allowance.code.value + ": " + text.substr(allowance.within.offset, allowance.within.length));
    }
    EXPECT_THAT(within, ElementsAre("one: a:\n    allow: [one, two]", "two: a:\n    allow: [one, two]",
                                    "three: {title: E, who: a, allow: three}", "four: "));
}

TEST(Story, NumbersMilestonesInSeriesOfOneKindAndCharacter) {
    const Story story = right_story(
        "title: X\ncharacters: {a: , b: }\nmilestones: {won: , lost: }\n"
        "events: [{won: a}, {won: b}, {won: a, number: 4}, {won: a}, {lost: a}, {won: a, number: 2}, {won: a}]\n");
    std::vector<int> numbers;
    for (const Event& event : story.events())
        numbers.push_back(event.milestone->number->value);
    EXPECT_THAT(numbers, ElementsAre(1, 1, 4, 5, 1, 2, 3));
}

TEST(Story, IsToldInTheOrderOfTheFileOfAListOrOfNumbers) {
    EXPECT_THAT(right_story("title: X\nevents: [{title: a}, {title: b}]\n").told(), ElementsAre(0U, 1U));
    EXPECT_THAT(right_story("title: X\nevents: [{id: a, title: a}, {id: b, title: b}]\ntold: [b]\n").told(),
                ElementsAre(1U));
    EXPECT_THAT(right_story("title: X\nevents: [{title: a, told: 2}, {title: b}, {title: c, told: 1.5}]\n").told(),
                ElementsAre(2U, 0U));
}

TEST(Story, HasItsOwnWordsWhereItGivesSome) {
    const Story story = right_story("title: X\nwords: {death: completion}\nevents: [{title: a}]\n");
    EXPECT_EQ(story.word("death", "death"), "completion");
    EXPECT_EQ(story.word("birth", "born"), "born");
}

TEST(Story, ReadsLineEndsOfWindowsAndAByteOrderMark) {
    const Story story = right_story("\xEF\xBB\xBFtitle: X\r\nevents:\r\n  - title: a\r\n    when: 1996\r\n");
    EXPECT_EQ(story.title(), "X");
    EXPECT_EQ(story.events()[0].when.at(0).span.line, 4U);
    EXPECT_EQ(story.events()[0].when.at(0).span.column, 11U);
}

TEST(Story, KeepsItsTextForDiagnosticsAlsoWhereItIsBroken) {
    const ReadResult result = read_story("title: [", "broken.yaml");
    EXPECT_EQ(result.story.sources().name(0), "broken.yaml");
    EXPECT_EQ(result.story.sources().text(0), "title: [");
}

TEST(Story, SuggestsTheNearestId) {
    const ReadResult result =
        read_story("title: X\ncharacters: {kathy: , tommy: }\nevents: [{title: a, who: kahty}]\n");
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics[0].message, "there is no character ‘kahty’");
    EXPECT_EQ(result.diagnostics[0].help, "did you mean ‘kathy’?");
}

TEST(Story, IsTheSameFromEveryThread) {
    const std::string text = test_file("every-key.yaml");
    const std::string expected = dump(read_story(text).story);
    std::vector<std::future<std::string>> runs;
    for (int i = 0; i < 8; ++i)
        runs.push_back(std::async(std::launch::async, [&] { return dump(read_story(text).story); }));
    for (auto& run : runs)
        EXPECT_EQ(run.get(), expected);
}

TEST(Page, OfTooManyPanelsIsRefused) {
    std::string yaml = "title: X\nevents: [{title: a}]\npage:\n  rows:\n";
    for (int i = 0; i < 200; ++i)
        yaml += "    - {view: arcs}\n";
    const ReadResult result = read_story(yaml);
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics.front().code, "bad-panel");
}

TEST(PlotStructures, AreThoseThatTheSchemaTakes) {
    const auto structure = std::ranges::find(story_schema::story.fields, "structure", &yaml::Field::key);
    std::vector<std::string_view> names;
    for (const PlotStructure& known : plot_structures())
        names.push_back(known.name);
    EXPECT_TRUE(std::ranges::equal(structure->words, names));
}

TEST(PlotStructures, ExpectBeatsInTheOrderOfTheTelling) {
    for (const PlotStructure& structure : plot_structures())
        EXPECT_TRUE(std::ranges::is_sorted(structure.beats, {}, &ExpectedBeat::share)) << structure.name;
}

TEST(PlotStructures, TakeTheNameOfABeatHoweverItIsWritten) {
    EXPECT_TRUE(is_same_beat("Break-Into-Two", "break into two"));
    EXPECT_FALSE(is_same_beat("midpoint", "mid point"));
}

}  // namespace
}  // namespace fabula::story_test

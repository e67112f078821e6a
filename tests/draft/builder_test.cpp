#include "fabula/builder.hpp"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <regex>
#include <string>

#include "fabula/story.hpp"

namespace fabula::builder_test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string file(const std::string& path) {
    std::ifstream stream(std::string(FABULA_SOURCE_DIR "/") + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A dump without the lines and columns: those of another layout differ.
std::string without_places(const std::string& dumped) {
    return std::regex_replace(dumped, std::regex(" (@|within: )[0-9]+:[0-9]+"), "");
}

StoryBuilder the_ten_lines() {
    StoryBuilder story("The Lamp at Skerry Point");
    story.character("ada", {.name = "Ada", .born = {"1901"}});
    story.character("finn", {.name = "Finn", .born = {"1899"}});
    story.character("nell", {.name = "Nell", .born = {"birth"}});
    story.event("lamp", {.title = "Ada learns to light the lamp", .who = {"ada"}, .when = {"age 11 of ada"}});
    story.event("wreck", {.title = "She pulls Finn from a wreck", .who = {"ada", "finn"}, .when = {"1920-11-19"}});
    story.event("wedding", {.title = "They marry", .who = {"ada", "finn"}, .when = {"soon after wreck"}});
    story.event("birth", {.title = "Nell is born", .who = {"ada", "finn", "nell"}, .when = {"2 years after wedding"}});
    story.event("storm", {.title = "Finn is lost in a storm", .when = {"1934-02-06"}, .death = {"finn"}});
    story.event("relit",
                {.title = "Nell lights the lamp", .who = {"nell", "ada"}, .when = {"about 10 years after storm"}});
    story.relationship({.between = {"ada", "finn"}, .kind = "love", .from = {"wreck"}, .until = {"storm"}});
    return story;
}

TEST(Builder, TellsTheStoryThatAFileTells) {
    const ReadResult built = resolve(the_ten_lines().draft());
    const ReadResult read = read_story(file("examples/stories/ten-lines.yaml"));
    EXPECT_THAT(built.diagnostics, IsEmpty());
    EXPECT_EQ(without_places(dump(built.story)), without_places(dump(read.story)));
}

TEST(Builder, TakesEveryKeyOfAStoryFile) {
    StoryBuilder story("X");
    story.set("language", "de")
        .milestone("donation", {{"last", 4}})
        .group("clones", "Clones")
        .place("cottages", {.name = "The Cottages", .in = "Norfolk"})
        .thing("tape", "The cassette")
        .thread("loss")
        .character("ruth", {.group = "clones", .more = {{"absent", DraftValue::List{}}}})
        .section({.id = "donors", .title = "Donors"})
        .event("first", {.place = "cottages",
                         .thread = {"loss"},
                         .tension = 7,
                         .more = {{"donation", "ruth"}, {"number", 1}, {"things", DraftValue::Map{{"tape", "lost"}}}}})
        .event("last", {.title = "The end", .who = {"ruth"}})
        .state({.who = "ruth", .is = "donor", .from = {"first"}})
        .link({.from = "first", .to = "last", .kind = "cause"});
    const ReadResult read = resolve(story.draft());
    EXPECT_THAT(read.diagnostics, IsEmpty()) << format_diagnostic(read.diagnostics.front(), read.story.sources());
    EXPECT_EQ(read.story.language(), "de");
    ASSERT_EQ(read.story.events().size(), 2U);
    EXPECT_EQ(read.story.events()[0].milestone->number->value, 1);
    EXPECT_EQ(read.story.events()[0].things[0].fate, "lost");
    EXPECT_EQ(read.story.events()[0].tension->value, 7);
    EXPECT_EQ(read.story.sections()[0].events.size(), 2U);
}

TEST(Builder, IsToldWhatAFileIsTold) {
    StoryBuilder story("X");
    story.character("ruth");
    story.event("a", {.title = "A", .who = {"rut"}, .when = {"sometime"}});
    const ReadResult read = resolve(story.draft());
    ASSERT_TRUE(has_errors(read.diagnostics));
    std::string said;
    for (const Diagnostic& diagnostic : read.diagnostics)
        said += format_diagnostic(diagnostic, read.story.sources());
    EXPECT_THAT(said, HasSubstr("<story>:7:10: error: there is no character ‘rut’"));
    EXPECT_THAT(said, HasSubstr("    who: rut\n"));
    EXPECT_THAT(said, HasSubstr("did you mean ‘ruth’?"));
    EXPECT_THAT(said, HasSubstr("‘sometime’"));
}

/// An index that leads nowhere cannot get into a story: there is no way to say one.
TEST(Builder, HasNoWayToNameSomebodyWhoIsNotThere) {
    StoryBuilder story("X");
    story.event("a", {.title = "A", .who = {"7", "nobody", ""}});
    const ReadResult read = resolve(story.draft());
    EXPECT_TRUE(has_errors(read.diagnostics));
    for (const Event& event : read.story.events())
        EXPECT_THAT(event.who, IsEmpty());
}

TEST(Builder, LosesNothingThatCannotBeWritten) {
    StoryBuilder twice("X");
    twice.character("ann", {.name = "Ann"}).character("ann", {.name = "Anna"}).event("a", {.title = "A"});
    const ReadResult read = resolve(twice.draft());
    ASSERT_EQ(read.diagnostics.size(), 1U);
    EXPECT_EQ(read.diagnostics[0].code, "duplicate-key");
    StoryBuilder bytes("X\xFF");
    bytes.event("a", {.title = "A"});
    const ReadResult refused = resolve(bytes.draft());
    ASSERT_EQ(refused.diagnostics.size(), 1U);
    EXPECT_THAT(refused.diagnostics[0].message, HasSubstr("UTF-8"));
}

TEST(Builder, SaysOfAnEmptyDraftThatItIsEmpty) {
    EXPECT_TRUE(has_errors(resolve(StoryDraft()).diagnostics));
    EXPECT_TRUE(has_errors(resolve(StoryDraft(DraftValue())).diagnostics));
    EXPECT_TRUE(has_errors(resolve(StoryDraft(DraftValue("a text"))).diagnostics));
}

}  // namespace
}  // namespace fabula::builder_test

// The place of an event in the telling, and the zones of places and stories.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading_story.hpp"

namespace fabula::telling_test {
namespace {

std::string events_told(std::initializer_list<std::string_view> places) {
    std::string text = "title: X\nevents:\n";
    for (const std::string_view place : places)
        text += std::string("  - {title: x, told: ").append(place).append("}\n");
    return text;
}

TEST(Telling, CountsChaptersAndScenes) {
    EXPECT_THAT(right_story(events_told({"3.12", "3.9", "3", "4", "3.1", "3.12.1", "3.10"})).told(),
                testing::ElementsAre(2, 4, 1, 6, 0, 5, 3));
}

TEST(Telling, IsInTheOrderOfTheFileWherePlacesAreTheSame) {
    EXPECT_THAT(right_story(events_told({"2", "1", "2", "1"})).told(), testing::ElementsAre(1, 3, 0, 2));
}

TEST(Telling, WarnsOfAMixtureOfDecimalsAndScenes) {
    const ReadResult mixed = read_story(events_told({"3.05", "3.9", "3.12"}));
    ASSERT_EQ(mixed.diagnostics.size(), 1U) << formatted(mixed);
    EXPECT_EQ(mixed.diagnostics[0].code, "mixed-telling");
    EXPECT_EQ(mixed.diagnostics[0].span.line, 5U);
    EXPECT_EQ(mixed.diagnostics[0].related.at(0).span.line, 3U);
}

TEST(Telling, DoesNotWarnWhereBothReadingsAreOfOneOrder) {
    EXPECT_TRUE(read_story(events_told({"3.05", "3.12", "3.90"})).diagnostics.empty());
    EXPECT_TRUE(read_story(events_told({"3.9", "3.12"})).diagnostics.empty());
    EXPECT_TRUE(read_story(events_told({"0.5", "1", "10"})).diagnostics.empty());
}

TEST(Telling, RefusesWhatIsNoPlace) {
    for (const std::string_view place : {"first", "-1", "3.", ".5", "1e3", "1234567890", "'3 '"}) {
        const ReadResult result = read_story(events_told({place}));
        ASSERT_EQ(result.diagnostics.size(), 1U) << place;
        EXPECT_EQ(result.diagnostics[0].code, "wrong-type") << place;
        EXPECT_FALSE(result.diagnostics[0].help.empty());
    }
}

TEST(Zones, AreNamesOfTheIanaDatabase) {
    const Story story = right_story(
        "title: X\ntime: {zone: Europe/Paris}\nplaces: {york: {zone: America/New_York}, here: }\nevents: [{title: "
        "a}]\n");
    EXPECT_EQ(story.time().zone, "Europe/Paris");
    EXPECT_EQ(story.places().at(0).zone->value, "America/New_York");
    EXPECT_EQ(story.places().at(1).zone, std::nullopt);
}

TEST(Zones, ThatAreUnknownAreAnsweredWithTheNearest) {
    const std::pair<std::string_view, std::string_view> wrong[] = {{"Paris", "Europe/Paris"},
                                                                   {"New York", "America/New_York"},
                                                                   {"Europe/Lodnon", "Europe/London"},
                                                                   {"GMT+3", "IANA"},
                                                                   {"nowhere at all", "IANA"}};
    for (const auto& [name, help] : wrong) {
        const ReadResult result =
            read_story(std::string("title: X\ntime: {zone: ").append(name).append("}\nevents: [{title: a}]\n"));
        ASSERT_EQ(result.diagnostics.size(), 1U) << name;
        EXPECT_EQ(result.diagnostics[0].code, "unknown-zone");
        EXPECT_THAT(result.diagnostics[0].help, testing::HasSubstr(help)) << name;
    }
}

TEST(OldStyle, IsACalendarOfTheStory) {
    const Story story = right_story("title: X\ntime: {calendar: old-style}\nevents: [{title: a, when: 1675-02-10}]\n");
    EXPECT_TRUE(story.time().old_style);
    EXPECT_EQ(story.calendars().at(story.time().calendar).id, "julian");
    const auto& date = std::get<DatePhrase>(story.events().at(0).when.at(0).value);
    EXPECT_EQ(date.from->year, 1676);
    EXPECT_EQ(date.calendar, story.time().calendar);
}

}  // namespace
}  // namespace fabula::telling_test

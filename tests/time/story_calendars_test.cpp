// Stories in other calendars: what their dates mean, and how their times are shown.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/timetable.hpp"

namespace fabula::story_calendars_test {
namespace {

// Years of 300 days, in three months of 100; a day more in every fourth; weeks of five days.
const std::string own =
    "calendars: {own: {months: [{name: A, days: 100}, {name: B, days: 100}, {name: C, days: 100}], "
    "leap: {month: B, every: 4}, week: [V, W, X, Y, Z], eras: [{name: late, from: 100}]";

Story story_of(const std::string& yaml) {
    ReadResult read = read_story("title: X\n" + yaml);
    for (const Diagnostic& diagnostic : read.diagnostics)
        ADD_FAILURE() << format_diagnostic(diagnostic, read.story.sources());
    return std::move(read.story);
}

Timetable timetable_of(const std::string& yaml) {
    return solve_times(story_of(yaml)).timetable;
}

TEST(StoryCalendars, JulianDaysAreGregorianDays) {
    const Timetable table =
        timetable_of("events: [{title: a, when: julian 1066-10-14}, {title: b, when: 1066-10-20}]\n");
    EXPECT_EQ(std::floor(table.events[0].start.nominal), std::floor(table.events[1].start.nominal));
    EXPECT_EQ(format_time(table, table.events[0].start.nominal), "1066-10-20");
}

TEST(StoryCalendars, AreThoseInWhichTimesAreShown) {
    const Timetable table =
        timetable_of("time: {calendar: julian}\nevents: [{title: a, when: gregorian 1066-10-20}]\n");
    EXPECT_EQ(table.calendar.id, "julian");
    EXPECT_EQ(format_time(table, table.events[0].start.nominal), "1066-10-14");
    EXPECT_EQ(format_time(table, table.events[0].start.nominal, false), "1066");
}

TEST(StoryCalendars, OfTheStorysOwnAreLinkedByTheirEpoch) {
    const Timetable table = timetable_of(own +
                                         ", epoch: 2000-01-01}}\ntime: {calendar: own}\nevents:\n"
                                         "  - {title: a, when: gregorian 2000-01-01}\n"
                                         "  - {title: b, when: 0004-02-101}\n"
                                         "  - {title: c, when: 3 C 4}\n"
                                         "  - {title: d, when: late 0002-01-01}\n");
    const auto shown = [&](EventIndex e) { return format_time(table, table.events[e].start.nominal); };
    EXPECT_EQ(shown(0), "0001-01-01");
    EXPECT_EQ(shown(1), "0004-02-101");
    EXPECT_EQ(shown(2), "0004-03-03");
    EXPECT_EQ(shown(3), "late 0002-01-01");
    EXPECT_NEAR(table.events[1].start.earliest - table.events[0].start.earliest, 3 * 300 + 200, 0.01);
}

TEST(StoryCalendars, WithoutALinkCountFromTheirFirstDay) {
    const Timetable table = timetable_of(own + "}}\ntime: {calendar: own}\nevents: [{title: a, when: 0002-01-01}]\n");
    EXPECT_NEAR(table.events[0].start.earliest, 300, 0.01);
    EXPECT_EQ(format_time(table, table.events[0].start.earliest), "0002-01-01");
}

TEST(StoryCalendars, WithoutALinkHaveNoSeasons) {
    const ReadResult unlinked =
        read_story(own + "}}\ntime: {calendar: own}\nevents: [{title: a, when: [0002-01, spring]}]\n");
    const Diagnostics found = solve_times(unlinked.story).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "meaningless-phrase");
    const Timetable linked = timetable_of(own + ", epoch: 2000-01-01}}\ntime: {calendar: own}\n" +
                                          "events: [{title: a, when: [0001-01, spring]}]\n");
    EXPECT_EQ(format_time(linked, linked.events[0].start.earliest), "0001-01-61");  // Gregorian 2000-03-01
}

TEST(StoryCalendars, CountTheirOwnYearsMonthsAndWeeks) {
    const Timetable table = timetable_of(own +
                                         ", epoch: 2000-01-01}}\ntime: {calendar: own}\n"
                                         "characters: {ada: {born: 0001-01-01T00:00}}\nevents:\n"
                                         "  - {id: x, title: a, when: 0010-01-01T00:00, who: ada}\n"
                                         "  - {title: b, when: 2 weeks after x}\n"
                                         "  - {title: c, when: 1 month after x}\n"
                                         "  - {title: d, when: 10 years after x}\n"
                                         "  - {title: e, when: age 10 of ada}\n");
    const double x = table.events[0].start.nominal;
    EXPECT_NEAR(table.events[1].start.nominal - x, 10, 0.01);
    EXPECT_NEAR(table.events[2].start.nominal - x, 100, 3);
    EXPECT_NEAR(table.events[3].start.nominal - x, 3002.5, 3);
    EXPECT_NEAR(*table.age(0, x), 9, 0.01);
    EXPECT_NEAR(table.events[4].start.earliest, table.lives[0].birth.nominal + 3002.5, 3);
}

TEST(StoryCalendars, TellContradictionsInTheirDates) {
    const Story story =
        story_of("time: {calendar: julian}\nevents: [{id: x, title: a, when: [1066-10-14, gregorian 1066-10-14]}]\n");
    const TimeResult result = solve_times(story);
    ASSERT_EQ(result.diagnostics.size(), 1U);
    const std::string text = format_diagnostic(result.diagnostics[0], story.sources());
    EXPECT_THAT(text, ::testing::HasSubstr("1066-10-14"));
    EXPECT_THAT(text, ::testing::HasSubstr("1066-10-08"));  // Gregorian 1066-10-14
}

TEST(StoryCalendars, OfFewDaysAndFarYearsStayCountable) {
    const Timetable table = timetable_of(
        "calendars: {own: {months: [{name: A, days: 999}], leap: {month: 1, days: 999, "
        "every: 1}}}\ntime: {calendar: own}\n"
        "events: [{title: a, when: Y-99999999}, {title: b, when: Y199999999-01-999}]\n");
    EXPECT_LE(table.events[0].start.nominal, table.events[1].start.nominal);
    EXPECT_FALSE(dump(table, story_of("events: [{title: a}, {title: b}]\n")).empty());
}

}  // namespace
}  // namespace fabula::story_calendars_test

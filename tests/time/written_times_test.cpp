// What phrases mean in time, from how they are written: ages and lengths in more than one unit, times of day, births in
// the same year.

#include <gtest/gtest.h>

#include "fabula/timetable.hpp"

namespace fabula::written_times_test {
namespace {

constexpr double minute = 1.0 / 1440;

Timetable timetable_of(const std::string& yaml) {
    const ReadResult read = read_story(yaml);
    for (const Diagnostic& diagnostic : read.diagnostics)
        ADD_FAILURE() << format_diagnostic(diagnostic, read.story.sources());
    TimeResult result = solve_times(read.story);
    for (const Diagnostic& diagnostic : result.diagnostics)
        ADD_FAILURE() << format_diagnostic(diagnostic, read.story.sources());
    return std::move(result.timetable);
}

/// The start of the last event of a story in which nell is born at the beginning of 2001.
EventTime event_when(const std::string& phrase) {
    const Timetable table = timetable_of(
        "title: X\ncharacters: {nell: {born: 2001-01-01T00:00}}\nevents:\n"
        "  - {id: x, title: a, when: 2002-06-01T12:00}\n"
        "  - {id: y, title: b, when: " +
        phrase + "}\n");
    return table.events.at(1);
}

constexpr double born = 11323;  // 2001-01-01
constexpr double x = 11839.5;   // 2002-06-01T12:00

void expect_range(const Moment& moment, double earliest, double latest) {
    EXPECT_NEAR(moment.earliest, earliest, 2 * minute);
    EXPECT_NEAR(moment.latest, latest, 2 * minute);
}

TEST(AgesInUnits, AreFromNToBeforeNPlusOne) {
    expect_range(event_when("age 40 days of nell").start, born + 40, born + 41);
    expect_range(event_when("age 6 weeks of nell").start, born + 42, born + 49);
    expect_range(event_when("age 6..7 weeks of nell").start, born + 42, born + 56);
    expect_range(event_when("age 5 hours of nell").start, born + 5.0 / 24, born + 6.0 / 24);
    expect_range(event_when("age 2 weeks 3 days of nell").start, born + 17, born + 18);
}

TEST(AgesInUnits, OfMonthsAreThoseOfTheCalendar) {
    expect_range(event_when("age 3 months of nell").start, born + 90, born + 120);
}

TEST(AgesInUnits, OfYearsAndMonthsAreTheMonthAfterTheBirthday) {
    expect_range(event_when("age 1 year 3 months of nell").start, born + 455, born + 485);  // 2002-04-01
}

TEST(AgesInUnits, AboutIsAQuarterOrOneUnit) {
    expect_range(event_when("age about 40 days of nell").start, born + 30, born + 51);
    expect_range(event_when("age ~2 days of nell").start, born + 1, born + 4);
}

TEST(LengthsOfMoreUnits, AreAddedUp) {
    expect_range(event_when("1 day 6 hours after x").start, x + 1.25, x + 1.25);
    expect_range(event_when("1 week and 2 days before x").start, x - 9, x - 9);
    expect_range(event_when("1 hour 30 minutes after x").start, x + 0.0625, x + 0.0625);
}

TEST(LengthsOfMoreUnits, AddTheMonthsOfTheCalendarFirst) {
    const Moment when = event_when("1 month 3 days after x").start;
    EXPECT_NEAR(when.earliest, x + 33, 2);
    EXPECT_LE(when.latest - when.earliest, 1);
}

TEST(LengthsOfMoreUnits, AboutIsAQuarterOfTheWholeOrOneOfTheLastUnit) {
    expect_range(event_when("about 3 days 8 hours after x").start, x + 2.5, x + 10.0 / 3 + 10.0 / 12);
    expect_range(event_when("about 1 day 2 hours after x").start, x + 26.0 / 24 * 0.75, x + 26.0 / 24 * 1.25);
    expect_range(event_when("about 1 hour 30 minutes after x").start, x + 67.5 / 1440, x + 112.5 / 1440);
}

TEST(LengthsOfMoreUnits, SayHowLongEventsLast) {
    const Timetable table =
        timetable_of("title: X\nevents: [{title: a, when: 2001-01-01T10:00, lasts: 1 hour 30 minutes}]\n");
    EXPECT_NEAR(table.events[0].end.nominal - table.events[0].start.nominal, 90 * minute, minute / 10);
}

TEST(LengthsOfMoreUnits, CountOnAClockOfMinutes) {
    const Timetable table =
        timetable_of("title: X\ntime: {clock: minute}\nevents: [{title: a, when: at 10, lasts: 1 hour 30 minutes}]\n");
    EXPECT_NEAR(table.events[0].end.nominal - table.events[0].start.nominal, 90, 0.01);
}

TEST(LengthsOfMoreUnits, AreTheLengthsOfTheGapsThatTheyState) {
    const std::string yaml =
        "title: X\nevents:\n"
        "  - {id: a, title: a, when: 1901-01-01}\n"
        "  - {id: b, title: b, when: 1901-02-01}\n"
        "  - {id: c, title: c, when: 20 years 3 months after b}\n"
        "  - {id: d, title: d, when: 1 month after c}\n";
    const Timetable table = timetable_of(yaml);
    ASSERT_EQ(table.gaps.size(), 1U);
    EXPECT_EQ(table.gaps[0].length.more, (std::vector<DurationPart>{{3, TimeUnit::month}}));
    EXPECT_NE(dump(table, read_story(yaml).story).find("gap b - c: 20 year 3 month\n"), std::string::npos)
        << dump(table, read_story(yaml).story);
}

TEST(TimesOfDay, BesideADayAreThatMinute) {
    expect_range(event_when("2001-02-01 at 09:30").start, born + 31 + 570 * minute, born + 31 + 570 * minute);
    expect_range(event_when("at 9:30 2001-02-01").start, born + 31 + 570 * minute, born + 31 + 570 * minute);
    expect_range(event_when("2001-02-01 at 09:30..11:00").start, born + 31 + 570 * minute, born + 31 + 660 * minute);
}

TEST(TimesOfDay, AreOfTheDayThatTheRestSays) {
    expect_range(event_when("[2001-02-01, at 09:30]").start, born + 31 + 570 * minute, born + 31 + 570 * minute);
    const Moment month = event_when("[2001-02, at 09:30]").start;
    EXPECT_NEAR(month.latest - month.earliest, 27, 0.01);
}

TEST(SameAge, IsBornLessThanAYearApart) {
    const Timetable table = timetable_of(
        "title: X\ncharacters:\n"
        "  nell: {born: 2001-01-01T00:00}\n"
        "  ada: {born: same age as nell}\n"
        "  finn: \n"
        "events:\n"
        "  - {title: a, birth: finn, when: same age as nell}\n"
        "  - {title: b, who: [nell, ada], when: 2020}\n");
    for (const CharacterIndex who : {1, 2}) {
        EXPECT_TRUE(table.lives[who].birth_known);
        EXPECT_NEAR(table.lives[who].birth.earliest, born - 366, 2);
        EXPECT_NEAR(table.lives[who].birth.latest, born + 366, 2);
        EXPECT_NEAR(table.lives[who].birth.nominal, born, 1);
    }
}

TEST(SameAge, ContradictsBirthsTwoYearsApart) {
    const ReadResult read = read_story(
        "title: X\ncharacters:\n"
        "  nell: {born: 2001}\n"
        "  ada: {born: [2004, same age as nell]}\n"
        "events: [{title: a, who: [nell, ada]}]\n");
    const TimeResult result = solve_times(read.story);
    ASSERT_TRUE(has_errors(result.diagnostics));
    EXPECT_EQ(result.diagnostics.at(0).code, "contradiction");
}

TEST(Zones, PutClocksInOrder) {
    const Timetable table = timetable_of(
        "title: X\nevents:\n"
        "  - {id: london, title: a, when: 2001-02-01T12:00:30Z}\n"
        "  - {id: boston, title: b, when: 2001-02-01T08:00-05}\n"
        "  - {id: delhi, title: c, when: 2001-02-01T17:00+05:30}\n");
    EXPECT_EQ(table.chronology, (std::vector<EventIndex>{2, 0, 1}));
    EXPECT_NEAR(table.events[1].start.nominal - table.events[0].start.nominal, 1.0 / 24, minute);
}

}  // namespace
}  // namespace fabula::written_times_test

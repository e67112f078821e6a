// What each phrase of a story file means for the time of an event.
#include <gtest/gtest.h>

#include "fabula/timetable.hpp"

#include "story_builder.hpp"

namespace fabula::phrases_test {
namespace {

using namespace testing;  // NOLINT: the builder's words

constexpr double minute = 1.0 / 1440;

Timetable solved(StoryBuilder& builder) {
    const TimeResult result = solve_times(builder.story());
    EXPECT_TRUE(result.diagnostics.empty()) << result.diagnostics.front().message;
    return result.timetable;
}

void expect_range(const Moment& moment, double earliest, double latest) {
    EXPECT_NEAR(moment.earliest, earliest, 1.5 * minute);
    EXPECT_NEAR(moment.latest, latest, 1.5 * minute);
    EXPECT_GE(moment.nominal, moment.earliest);
    EXPECT_LE(moment.nominal, moment.latest);
}

TEST(Distance, TooShortToBeCountedIsNoContradiction) {
    StoryBuilder builder;
    const auto flash = builder.event("flash");
    builder.event("thunder", {after(to_event(flash), Duration{1e-7, 1e-7, TimeUnit::minute, false})});
    const Timetable timetable = solved(builder);
    EXPECT_EQ(timetable.chronology, (std::vector<EventIndex>{0, 1}));
}

TEST(DatePhrase, ADayIsExact) {
    StoryBuilder builder;
    builder.event("landing", {on(date(1970, 1, 11))});
    const Timetable timetable = solved(builder);
    EXPECT_EQ(timetable.axis, TimeAxis::calendar);
    expect_range(timetable.events[0].start, 10, 11);
    EXPECT_EQ(timetable.events[0].certainty, Certainty::exact);
    EXPECT_EQ(format_time(timetable, timetable.events[0].start.latest), "1970-01-11");
}

TEST(DatePhrase, AYearIsAllOfIt) {
    StoryBuilder builder;
    builder.event("war", {on(date(1971))});
    const Timetable timetable = solved(builder);
    expect_range(timetable.events[0].start, 365, 730);
    EXPECT_EQ(timetable.events[0].certainty, Certainty::stated);
    EXPECT_NEAR(timetable.events[0].start.nominal, 547.5, 1);
}

TEST(DatePhrase, AnApproximateYearMayBeTheNextButIsDrawnInItsOwn) {
    StoryBuilder builder;
    builder.event("war", {on(around(date(1971)))});
    const Timetable timetable = solved(builder);
    expect_range(timetable.events[0].start, 0, 3 * 365 + 1);
    EXPECT_EQ(format_time(timetable, timetable.events[0].start.nominal, false), "1971");
}

TEST(DatePhrase, AnIntervalIsAnExtent) {
    StoryBuilder builder;
    builder.event("voyage", {from_to(date(1970, 1, 2), date(1970, 1, 20))});
    const EventTime event = solved(builder).events[0];
    expect_range(event.start, 1, 2);
    expect_range(event.end, 19, 20);
}

TEST(DatePhrase, AnOpenIntervalIsABound) {
    StoryBuilder builder;
    builder.event("by", {from_to(std::nullopt, date(1970))});
    builder.event("since", {from_to(date(1980), std::nullopt)});
    const Timetable timetable = solved(builder);
    EXPECT_EQ(timetable.events[0].start.earliest, -unbounded);
    EXPECT_NEAR(timetable.events[0].start.latest, 365, minute * 2);
    EXPECT_EQ(timetable.events[1].start.latest, unbounded);
    EXPECT_EQ(timetable.events[0].start, timetable.events[0].end);
}

TEST(AgePhrase, IsThatWholeYearOfLife) {
    StoryBuilder builder;
    const auto kathy = builder.character("kathy");
    builder.event("tape", {age(11, 11, kathy)}, {kathy});
    const Timetable timetable = solved(builder);
    EXPECT_EQ(timetable.axis, TimeAxis::age);
    EXPECT_EQ(timetable.axis_character, kathy);
    expect_range(timetable.events[0].start, 11 * days_per_year, 12 * days_per_year);
    EXPECT_EQ(format_time(timetable, timetable.events[0].start.latest), "age 11");
    EXPECT_TRUE(timetable.lives[kathy].birth_known);
    EXPECT_NEAR(*timetable.age(kathy, timetable.events[0].start.nominal), 11.5, 0.01);
}

TEST(AgePhrase, ARangeEndsWithItsLastYear) {
    StoryBuilder builder;
    const auto kathy = builder.character("kathy");
    builder.event("cottages", {age(16, 18, kathy)});
    expect_range(solved(builder).events[0].start, 16 * days_per_year, 19 * days_per_year);
}

TEST(AgePhrase, AboutAllowsAQuarterMoreOrLess) {
    StoryBuilder builder;
    const auto kathy = builder.character("kathy");
    builder.event("tape", {age(12, 12, kathy, true)});
    const EventTime event = solved(builder).events[0];
    expect_range(event.start, 9 * days_per_year, 16 * days_per_year);
    EXPECT_NEAR(event.start.nominal, 12.5 * days_per_year, 1);
    EXPECT_EQ(event.certainty, Certainty::stated);
    EXPECT_NEAR(event.stated.earliest, 9 * days_per_year, 1);
}

TEST(AgePhrase, PlacesABirthOnACalendar) {
    StoryBuilder builder;
    const auto ada = builder.character("ada");
    builder.event("debut", {on(date(1990, 6, 1)), age(20, 20, ada)}, {ada});
    const Timetable timetable = solved(builder);
    EXPECT_TRUE(timetable.lives[ada].birth_known);
    EXPECT_NEAR(*timetable.age(ada, timetable.events[0].start.nominal), 20.5, 0.6);
}

TEST(RelativePhrase, AfterAndBeforeAreStrict) {
    StoryBuilder builder;
    const auto boat = builder.event("boat", {on(date(1970, 1, 11))});
    builder.event("later", {after(to_event(boat))});
    builder.event("sooner", {before(to_event(boat))});
    const Timetable timetable = solved(builder);
    EXPECT_GT(timetable.events[1].start.nominal, timetable.events[0].start.nominal);
    EXPECT_LT(timetable.events[2].start.nominal, timetable.events[0].start.nominal);
    EXPECT_EQ(timetable.events[1].certainty, Certainty::ordered);
    EXPECT_EQ(timetable.events[1].stated, timetable.events[1].start);
}

TEST(RelativePhrase, ADistanceIsExact) {
    StoryBuilder builder;
    const auto boat = builder.event("boat", {on(date(1970, 1, 11))});
    builder.event("home", {after(to_event(boat), days(3))});
    const Timetable timetable = solved(builder);
    expect_range(timetable.events[1].start, 13, 14);
    EXPECT_NEAR(timetable.events[1].start.nominal - timetable.events[0].start.nominal, 3, minute);
}

TEST(RelativePhrase, ADistanceMayBeARange) {
    StoryBuilder builder;
    const auto boat = builder.event("boat", {on(date(1970, 1, 20))});
    builder.event("planning", {before(to_event(boat), days(4, 8))});
    const Timetable timetable = solved(builder);
    expect_range(timetable.events[1].start, 11, 16);
    EXPECT_NEAR(timetable.events[0].start.nominal - timetable.events[1].start.nominal, 6, 0.1);
    EXPECT_EQ(timetable.events[1].certainty, Certainty::stated);
}

TEST(RelativePhrase, AboutTenYearsIsDrawnAsTen) {
    StoryBuilder builder;
    const auto kathy = builder.character("kathy");
    const auto leaves = builder.event("leaves", {age(18, 18, kathy)});
    builder.event("laura", {after(to_event(leaves), about_years(10))});
    const Timetable timetable = solved(builder);
    const double left = timetable.events[0].start.nominal;
    EXPECT_NEAR(timetable.events[1].start.nominal - left, 10 * days_per_year, 1);
    EXPECT_NEAR(timetable.events[1].stated.earliest - left, 7.5 * days_per_year, 1);
    EXPECT_NEAR(timetable.events[1].stated.latest - left, 12.5 * days_per_year, 1);
}

TEST(RelativePhrase, SoonAfterIsClose) {
    StoryBuilder builder;
    const auto kathy = builder.character("kathy");
    builder.event("first", {age(10, 10, kathy)});
    const auto boat = builder.event("boat", {age(20, 20, kathy)});
    builder.event("soon", {soon_after(to_event(boat))});
    builder.event("last", {age(30, 30, kathy)});
    const Timetable timetable = solved(builder);
    const double distance = timetable.events[2].start.nominal - timetable.events[1].start.nominal;
    EXPECT_GT(distance, 0);
    EXPECT_LE(distance, 28);
}

TEST(RelativePhrase, WithIsTheSameTimeAndAsSure) {
    StoryBuilder builder;
    const auto boat = builder.event("boat", {on(date(1970, 1, 11))});
    builder.event("storm", {with(to_event(boat))});
    const Timetable timetable = solved(builder);
    EXPECT_EQ(timetable.events[1].start, timetable.events[0].start);
    EXPECT_EQ(timetable.events[1].certainty, Certainty::exact);
}

TEST(RelativePhrase, DuringAnEventIsWithinItsExtent) {
    StoryBuilder builder;
    const auto voyage = builder.event("voyage", {from_to(date(1970, 1, 2), date(1970, 1, 20))});
    builder.event("storm", {during(to_event(voyage))});
    expect_range(solved(builder).events[1].start, 1, 20);
}

TEST(RelativePhrase, AfterASectionIsAfterItsLastEvent) {
    StoryBuilder builder;
    const auto school = builder.section("school");
    builder.event("first", {on(date(1970, 1, 1))});
    builder.event("last", {on(date(1970, 2, 1))});
    builder.section("later");
    builder.event("reunion", {after(to_section(school))});
    const Timetable timetable = solved(builder);
    EXPECT_GE(timetable.events[2].start.earliest, 31);
    EXPECT_EQ(timetable.sections[school].until.nominal, timetable.events[1].end.nominal);
}

TEST(RelativePhrase, DuringASectionWithoutDatesLiesBetweenItsEvents) {
    StoryBuilder builder;
    const auto school = builder.section("school");
    builder.event("first", {on(date(1970, 1, 1))});
    builder.event("last", {on(date(1970, 2, 1))});
    builder.section("memories");
    builder.event("remembered", {during(to_section(school))});
    expect_range(solved(builder).events[2].start, 0, 32);
}

TEST(BetweenPhrase, LiesBetween) {
    StoryBuilder builder;
    const auto first = builder.event("first", {on(date(1970, 1, 1))});
    const auto last = builder.event("last", {on(date(1970, 2, 1))});
    builder.event("middle", {between(to_event(first), to_event(last))});
    const Timetable timetable = solved(builder);
    expect_range(timetable.events[2].start, 0, 32);
    EXPECT_NEAR(timetable.events[2].start.nominal, 16, 1);
    EXPECT_EQ(timetable.events[2].certainty, Certainty::stated);
}

TEST(ClockPhrase, CountsInTheStorysOwnUnit) {
    StoryBuilder builder;
    builder.content().time.clock = "scene";
    builder.event("opening", {at(1, 1)});
    builder.event("chase", {at(12, 17)});
    const Timetable timetable = solved(builder);
    EXPECT_EQ(timetable.axis, TimeAxis::clock);
    EXPECT_EQ(timetable.events[0].start, (Moment{1, 1, 1}));
    EXPECT_EQ(timetable.events[1].start, (Moment{12, 12, 12}));
    EXPECT_EQ(timetable.events[1].end, (Moment{17, 17, 17}));
    EXPECT_EQ(timetable.events[1].certainty, Certainty::exact);
    EXPECT_EQ(format_time(timetable, 12), "scene 12");
}

TEST(ClockPhrase, UntilEndsAnEvent) {
    StoryBuilder builder;
    builder.content().time.clock = "minute";
    const auto chase = builder.event("chase", {at(3, 3)});
    builder.at(chase).until = {at(9, 9)};
    EXPECT_EQ(solved(builder).events[chase].end, (Moment{9, 9, 9}));
}

TEST(ClockPhrase, AClockOfMinutesKnowsHours) {
    StoryBuilder builder;
    builder.content().time.clock = "minutes";
    const auto chase = builder.event("chase", {at(3, 3)});
    builder.event("dawn", {after(to_event(chase), Duration{2, 2, TimeUnit::hour, false})});
    EXPECT_EQ(solved(builder).events[1].start.nominal, 123);
}

TEST(ClockPhrase, AClockOfScenesKeepsOnlyTheOrderOfDays) {
    StoryBuilder builder;
    builder.content().time.clock = "scene";
    const auto chase = builder.event("chase", {at(3, 3)});
    builder.event("dawn", {after(to_event(chase), days(2))});
    builder.event("end", {at(5, 5)});
    const Timetable timetable = solved(builder);
    EXPECT_GT(timetable.events[1].start.nominal, 3);
    EXPECT_LT(timetable.events[1].start.nominal, 5);
}

TEST(PartPhrase, ASeasonOrdersEventsOfAYear) {
    StoryBuilder builder;
    builder.event("harvest", {on(date(1971)), in(PartPhrase::Part::autumn)});
    builder.event("sowing", {on(date(1971)), in(PartPhrase::Part::spring)});
    const Timetable timetable = solved(builder);
    EXPECT_EQ(format_time(timetable, timetable.events[0].start.nominal).substr(0, 7), "1971-10");
    EXPECT_EQ(format_time(timetable, timetable.events[1].start.nominal).substr(0, 7), "1971-04");
}

TEST(PartPhrase, IsAsBindingAsADate) {
    StoryBuilder builder;
    builder.event("snow", {on(date(1996, 12, 25)), in(PartPhrase::Part::summer)});
    const Diagnostics found = solve_times(builder.story()).diagnostics;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "contradiction");
    EXPECT_EQ(found[0].related.size(), 2U);
}

TEST(PartPhrase, ATimeOfDayOrdersEventsOfADay) {
    StoryBuilder builder;
    builder.event("supper", {on(date(1970, 1, 1)), in(PartPhrase::Part::evening)});
    builder.event("breakfast", {on(date(1970, 1, 1)), in(PartPhrase::Part::morning)});
    const Timetable timetable = solved(builder);
    EXPECT_LT(timetable.events[1].start.nominal, 0.5);
    EXPECT_GT(timetable.events[0].start.nominal, 0.75);
}

TEST(Length, LastsGivesAnEventAnEnd) {
    StoryBuilder builder;
    const auto siege = builder.event("siege", {on(date(1970, 1, 2))});
    builder.at(siege).lasts = Located<Duration>{days(3), {}};
    const EventTime event = solved(builder).events[siege];
    EXPECT_NEAR(event.end.nominal - event.start.nominal, 3, minute);
}

TEST(Length, YearsOfACalendarAreNotAllOfOneLength) {
    StoryBuilder builder;
    const auto born = builder.event("born", {on(date(1896, 3, 1))});
    builder.event("school", {on(date(1903, 3, 1)), after(to_event(born), Duration{7, 7, TimeUnit::year, false})});
    EXPECT_TRUE(solve_times(builder.story()).diagnostics.empty());
}

TEST(Born, WithAnotherCharacterIsTheSameDay) {
    StoryBuilder builder;
    const auto kathy = builder.character("kathy");
    const auto ruth = builder.character("ruth", {with(to_birth(kathy))});
    builder.event("tape", {age(11, 11, kathy)}, {kathy, ruth});
    const Timetable timetable = solved(builder);
    EXPECT_TRUE(timetable.lives[ruth].birth_known);
    EXPECT_EQ(timetable.lives[ruth].birth.nominal, 0);
}

}  // namespace
}  // namespace fabula::phrases_test

// What holds where nothing is stated, and gives way where something is.
#include <gtest/gtest.h>

#include "fabula/timetable.hpp"

#include "story_builder.hpp"

namespace fabula::defaults_test {
namespace {

using namespace testing;  // NOLINT: the builder's words

std::vector<std::string> chronology(StoryBuilder& builder) {
    const TimeResult result = solve_times(builder.story());
    EXPECT_TRUE(result.diagnostics.empty());
    std::vector<std::string> ids;
    for (const EventIndex event : result.timetable.chronology)
        ids.push_back(builder.content().events[event].id);
    return ids;
}

using Ids = std::vector<std::string>;

TEST(ListOrder, HoldsWhereNothingIsStated) {
    StoryBuilder builder;
    for (const char* id : {"a", "b", "c"})
        builder.event(id);
    EXPECT_EQ(chronology(builder), (Ids{"a", "b", "c"}));
}

TEST(ListOrder, HoldsAcrossSections) {
    StoryBuilder builder;
    builder.section("one");
    builder.event("a");
    builder.section("two");
    const auto b = builder.event("b", {on(date(1970))});
    builder.event("c", {after(to_event(b))});
    const Timetable timetable = solve_times(builder.story()).timetable;
    EXPECT_LE(timetable.events[0].start.latest, timetable.events[1].start.latest);
}

TEST(ListOrder, GivesWayToAStatementSilently) {
    StoryBuilder builder;
    builder.event("a");
    const auto laura = builder.event("laura");
    builder.event("ruth", {before(to_event(laura))});
    EXPECT_EQ(chronology(builder), (Ids{"a", "ruth", "laura"}));
}

TEST(ListOrder, GivesWayToADate) {
    StoryBuilder builder;
    builder.event("now", {on(date(1990))});
    builder.event("flashback", {on(date(1950))});
    EXPECT_EQ(chronology(builder), (Ids{"flashback", "now"}));
}

TEST(ListOrder, HoldsForWhatStandsAfterAnEventThatIsElsewhere) {
    StoryBuilder builder;
    builder.event("1990", {on(date(1990))});
    builder.event("1950", {on(date(1950))});
    builder.event("after both");
    EXPECT_EQ(chronology(builder), (Ids{"1950", "1990", "after both"}));
}

TEST(ListOrder, GivesWayInChains) {
    StoryBuilder builder;
    builder.event("a");
    const auto b = builder.event("b");
    const auto c = builder.event("c", {before(to_event(b))});
    builder.event("d", {before(to_event(c))});
    EXPECT_EQ(chronology(builder), (Ids{"a", "d", "c", "b"}));
}

TEST(Milestones, FollowTheirNumbers) {
    StoryBuilder builder;
    const auto ruth = builder.character("ruth");
    builder.content().milestones.push_back({"donation", {}, "donation", std::nullopt, ""});
    const auto second = builder.event("second");
    const auto first = builder.event("first");
    builder.at(second).milestone = Milestone{{0, {}}, {ruth, {}}, Located<int>{2, {}}};
    builder.at(first).milestone = Milestone{{0, {}}, {ruth, {}}, Located<int>{1, {}}};
    const Timetable timetable = solve_times(builder.story()).timetable;
    EXPECT_LE(timetable.events[first].start.nominal, timetable.events[second].start.nominal);
}

TEST(Order, AStoryWithoutTimesCountsSteps) {
    StoryBuilder builder;
    for (const char* id : {"a", "b", "c", "d"})
        builder.event(id);
    const Timetable timetable = solve_times(builder.story()).timetable;
    EXPECT_EQ(timetable.axis, TimeAxis::order);
    for (EventIndex e = 0; e < 4; ++e) {
        EXPECT_EQ(timetable.events[e].start, (Moment{-unbounded, static_cast<double>(e), unbounded}));
        EXPECT_EQ(timetable.events[e].certainty, Certainty::ordered);
    }
    EXPECT_EQ(format_time(timetable, 2), "step 2");
}

TEST(Order, EventsWithOneAnotherShareAStep) {
    StoryBuilder builder;
    const auto a = builder.event("a");
    builder.event("b", {with(to_event(a))});
    builder.event("c");
    const Timetable timetable = solve_times(builder.story()).timetable;
    EXPECT_EQ(timetable.events[1].start.nominal, 0);
    EXPECT_EQ(timetable.events[2].start.nominal, 1);
}

TEST(Axis, ADateMakesACalendarAndMostAgesTheAxisOfTheirCharacter) {
    StoryBuilder ages;
    ages.character("ada");
    const auto bo = ages.character("bo");
    ages.event("a", {age(3, 3, 0)});
    ages.event("b", {age(4, 4, bo)});
    ages.event("c", {age(5, 5, bo)});
    EXPECT_EQ(solve_times(ages.story()).timetable.axis_character, bo);
    ages.event("d", {on(date(1900))});
    EXPECT_EQ(solve_times(ages.story()).timetable.axis, TimeAxis::calendar);
}

TEST(Nominal, FreeEventsAreSpacedEvenlyBetweenFixedOnes) {
    StoryBuilder builder;
    builder.content().time.clock = "scene";
    builder.event("first", {at(0, 0)});
    for (const char* id : {"a", "b", "c"})
        builder.event(id);
    builder.event("last", {at(40, 40)});
    const Timetable timetable = solve_times(builder.story()).timetable;
    for (EventIndex e = 0; e < 5; ++e) {
        EXPECT_NEAR(timetable.events[e].start.nominal, 10.0 * static_cast<double>(e), 0.01);
    }
}

TEST(Nominal, EventsOfOneYearOfLifeAreSpreadOverIt) {
    StoryBuilder builder;
    const auto kathy = builder.character("kathy");
    for (const char* id : {"a", "b", "c"})
        builder.event(id, {age(11, 11, kathy)});
    const Timetable timetable = solve_times(builder.story()).timetable;
    for (EventIndex e = 0; e < 3; ++e) {
        EXPECT_NEAR(*timetable.age(kathy, timetable.events[e].start.nominal), 11.25 + 0.25 * static_cast<double>(e),
                    0.01);
    }
}

TEST(Nominal, WhatFollowsTheLastFixedEventGoesOnInEqualSmallSteps) {
    StoryBuilder builder;
    builder.content().time.clock = "scene";
    builder.event("first", {at(0, 0)});
    builder.event("second", {at(10, 10)});
    builder.event("third");
    builder.event("fourth");
    const Timetable timetable = solve_times(builder.story()).timetable;
    EXPECT_NEAR(timetable.events[2].start.nominal, 11.25, 0.01);
    EXPECT_NEAR(timetable.events[3].start.nominal, 12.5, 0.01);
}

}  // namespace
}  // namespace fabula::defaults_test

// When scenes outside the present happen: flashbacks, dreams and visions.
#include <gtest/gtest.h>

#include "fabula/timetable.hpp"

#include "story_builder.hpp"

namespace fabula::modes_test {
namespace {

using namespace testing;  // NOLINT: the builder's words

struct Modes : ::testing::Test {
    EventIndex event(const std::string& id, Mode mode, std::optional<EventIndex> frame = std::nullopt,
                     std::vector<Phrase> when = {}) {
        const EventIndex index = builder.event(id, std::move(when));
        builder.at(index).mode = mode;
        if (frame) builder.at(index).frame = Reference{*frame, {}};
        return index;
    }

    [[nodiscard]] Timetable solved() {
        TimeResult result = solve_times(builder.story());
        EXPECT_TRUE(result.diagnostics.empty());
        return std::move(result.timetable);
    }

    StoryBuilder builder;
};

TEST_F(Modes, AFlashbackHappensBeforeItsFrame) {
    const auto fire = builder.event("by-the-fire", {on(date(1950))});
    const auto war = event("war", Mode::flashback, fire);
    const Timetable timetable = solved();
    EXPECT_LE(timetable.events[war].end.latest, timetable.events[fire].start.latest);
    EXPECT_LT(timetable.events[war].rank, timetable.events[fire].rank);
}

TEST_F(Modes, AFlashbackAfterItsFrameIsAContradiction) {
    const auto fire = builder.event("by-the-fire", {on(date(1950))});
    event("war", Mode::flashback, fire, {on(date(1960))});
    EXPECT_TRUE(has_errors(solve_times(builder.story()).diagnostics));
}

TEST_F(Modes, WhatFollowsAFlashbackInTheListIsNotAfterIt) {
    const auto fire = builder.event("by-the-fire", {on(date(1950))});
    const auto war = event("war", Mode::flashback, fire, {on(date(1914))});
    const auto bed = builder.event("to-bed");
    const Timetable timetable = solved();
    EXPECT_EQ(timetable.chronology, (std::vector<EventIndex>{war, fire, bed}));
    EXPECT_GE(timetable.events[bed].start.nominal, timetable.events[fire].start.nominal);
}

TEST_F(Modes, FlashbacksOfOneFrameThatStandTogetherKeepTheirOrder) {
    const auto fire = builder.event("by-the-fire", {on(date(1950))});
    const auto school = event("school", Mode::flashback, fire);
    const auto war = event("war", Mode::flashback, fire, {on(date(1914))});
    const Timetable timetable = solved();
    EXPECT_LE(timetable.events[school].start.nominal, timetable.events[war].start.nominal);
}

TEST_F(Modes, ADreamIsHadWithinItsFrame) {
    const auto night = builder.event("night", {on(date(1950, 3, 1))});
    builder.at(night).lasts = Located<Duration>{{8, 8, TimeUnit::hour, false}, {}};
    builder.event("later", {on(date(1960))});
    const auto dream = event("dream", Mode::dream, night);
    const Timetable timetable = solved();
    EXPECT_GE(timetable.events[dream].start.earliest, timetable.events[night].start.earliest);
    EXPECT_LE(timetable.events[dream].end.latest, timetable.events[night].end.latest);
}

TEST_F(Modes, WhoDiesInADreamLives) {
    const auto anna = builder.character("anna", {on(date(1900))});
    const auto dream = event("dream", Mode::dream, std::nullopt, {on(date(1950))});
    builder.at(dream).who = builder.at(dream).deaths = {{anna, {}}};
    const auto wedding = builder.event("wedding", {on(date(1960))}, {anna});
    const Timetable timetable = solved();
    EXPECT_FALSE(timetable.lives[anna].death_known);
    EXPECT_EQ(timetable.lives[anna].death_event, std::nullopt);
    EXPECT_EQ(timetable.lives[anna].first_seen, timetable.events[wedding].start);
}

TEST_F(Modes, TheDeadMayBeDreamtOf) {
    const auto anna = builder.character("anna");
    const auto death = builder.event("death", {on(date(1950))}, {anna});
    builder.at(death).deaths = {{anna, {}}};
    const auto dream = event("dream", Mode::dream, std::nullopt, {on(date(1960))});
    builder.at(dream).who = {{anna, {}}};
    const Timetable timetable = solved();
    EXPECT_EQ(timetable.lives[anna].death, timetable.events[death].start);
    EXPECT_EQ(timetable.lives[anna].last_seen, timetable.events[death].end);
}

TEST_F(Modes, WhomOthersOnlyDreamOfIsSeenThere) {
    const auto ghost = builder.character("ghost");
    const auto dream = event("dream", Mode::dream, std::nullopt, {on(date(1960))});
    builder.at(dream).who = {{ghost, {}}};
    const Timetable timetable = solved();
    EXPECT_TRUE(timetable.lives[ghost].appears);
    EXPECT_EQ(timetable.lives[ghost].first_seen, timetable.events[dream].start);
}

TEST_F(Modes, AnEventThatIsABirthSaysWhenSomeoneIsBorn) {
    const auto nell = builder.character("nell");
    const auto birth = builder.event("birth", {on(date(1922, 5, 6))}, {nell});
    builder.at(birth).births = {{nell, {}}};
    const auto lamp = builder.event("lamp", {age(5, 5, nell)}, {nell});
    const Timetable timetable = solved();
    EXPECT_TRUE(timetable.lives[nell].birth_known);
    EXPECT_EQ(timetable.lives[nell].birth, timetable.events[birth].start);
    EXPECT_NEAR(*timetable.age(nell, timetable.events[lamp].start.nominal), 5.5, 0.6);
}

}  // namespace
}  // namespace fabula::modes_test

#include "view/drawing/ticks.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fabula/fabula.hpp"

#include "source/number.hpp"
#include "story/parts.hpp"
#include "view/drawing/styles.hpp"

namespace fabula::ticks_test {
namespace {

using drawing::Tick;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

double day(std::int64_t year, int month = 1, int day = 1) {
    return static_cast<double>(day_number(gregorian(), {year, month, day}));
}

/// An axis of a story in English.
struct AxisUnderTest {
    StoryContent content;
    Timetable timetable;

    explicit AxisUnderTest(TimeAxis axis = TimeAxis::calendar) { timetable.axis = axis; }

    [[nodiscard]] std::vector<Tick> ticks(double from, double until) {
        timetable.from = from;
        timetable.until = until;
        const Story story = story_of(content);
        const Wording wording(story);
        const Theme theme = read_theme("default").theme;
        const drawing::Kinds kinds(story, theme);
        const drawing::AgesByEvent ages;
        const drawing::Ranking ranking;
        Measure measure(theme, "en", "0");
        return drawing::candidate_ticks({story, timetable, theme, wording, kinds, ages, ranking, measure}, from, until);
    }

    [[nodiscard]] std::vector<std::string> words(double from, double until) {
        std::vector<std::string> words;
        for (const Tick& tick : ticks(from, until))
            words.push_back(tick.text);
        return words;
    }
};

using ::testing::IsSupersetOf;

/// The first of them, as many as a picture would begin with.
std::vector<std::string> first(std::vector<std::string> words, std::size_t count) {
    words.resize(std::min(count, words.size()));
    return words;
}

TEST(Ticks, AreRoundYears) {
    EXPECT_THAT(first(AxisUnderTest().words(day(1790), day(1990)), 4), ElementsAre("1800", "1850", "1900", "1950"));
}

TEST(Ticks, AreRoundBeforeOurEraToo) {
    const auto words = AxisUnderTest().words(day(-250), day(250));
    EXPECT_THAT(words, IsSupersetOf({"200 BC", "100 BC", "AD 1", "100", "200"}));
    EXPECT_THAT(words, Not(Contains("201 BC")));
    EXPECT_THAT(words, Not(Contains("101 BC")));
    EXPECT_THAT(words, Not(Contains("0")));
}

TEST(Ticks, StandWhereTheYearBegins) {
    for (const Tick& tick : AxisUnderTest().ticks(day(-250), day(-50))) {
        if (tick.text == "100 BC") {
            EXPECT_EQ(tick.time, day(-99));
        }
    }
}

TEST(Ticks, OfTenThousandYearsAreGrouped) {
    EXPECT_THAT(AxisUnderTest().words(day(-29'000), day(2000)), IsSupersetOf({"20,000 BC", "10,000 BC"}));
}

TEST(Ticks, OfDeepTimeAreThoseOfGeology) {
    const auto words = AxisUnderTest().words(day(-80'000'000), day(2000));
    EXPECT_THAT(words, IsSupersetOf({"60\u00a0Ma", "40\u00a0Ma", "20\u00a0Ma"}));
    EXPECT_THAT(AxisUnderTest().words(day(-13'800'000'000), day(2024)),
                IsSupersetOf({"10\u00a0Ga", "5\u00a0Ga", "500\u00a0Ma"}));
}

TEST(Ticks, OfAYearAreMonthsThenRoundDays) {
    const auto words = AxisUnderTest().words(day(1996, 3, 3), day(1996, 5, 2));
    EXPECT_THAT(words, IsSupersetOf({"1996", "Apr 1996", "10 Apr", "20 Apr", "5 Apr", "15 Apr", "7 Apr"}));
    const auto at = [&](const char* word) { return std::ranges::find(words, word) - words.begin(); };
    EXPECT_LT(at("Apr 1996"), at("10 Apr"));
    EXPECT_LT(at("20 Apr"), at("5 Apr"));
    EXPECT_LT(at("15 Apr"), at("7 Apr"));
}

TEST(Ticks, OfADayAreHoursThenMinutes) {
    AxisUnderTest axis;
    axis.timetable.events.emplace_back();
    axis.timetable.events[0].timed = axis.timetable.timed = true;
    const auto words = axis.words(day(1996, 7, 14) + 0.3, day(1996, 7, 14) + 0.9);
    EXPECT_THAT(first(words, 4), ElementsAre("14 Jul 1996", "12:00", "18:00", "09:00"));
    EXPECT_THAT(words, IsSupersetOf({"08:00", "10:30", "20:30"}));
}

TEST(Ticks, OfANightSayTheNextDayAtMidnight) {
    AxisUnderTest axis;
    axis.timetable.events.emplace_back();
    axis.timetable.events[0].timed = axis.timetable.timed = true;
    const auto ticks = axis.ticks(day(1996, 7, 14) + 0.9, day(1996, 7, 15) + 0.2);
    ASSERT_GE(ticks.size(), 2U);
    EXPECT_EQ(ticks[1].text, "15 Jul");
    EXPECT_EQ(ticks[1].time, day(1996, 7, 15));
}

TEST(Ticks, AreRoundOnTheClockThatTheAxisShows) {
    AxisUnderTest axis;
    axis.timetable.events.emplace_back();
    axis.timetable.events[0].timed = axis.timetable.timed = true;
    axis.timetable.zone = "UTC";
    EXPECT_EQ(axis.words(day(1996, 7, 14) + 0.3, day(1996, 7, 14) + 0.9).front(), "14 Jul 1996, UTC");
    axis.timetable.zone = "America/New_York";
    axis.timetable.zone_ahead = -5.0 / 24;
    const auto ticks = axis.ticks(day(1996, 1, 14) + 0.6, day(1996, 1, 14) + 0.9);
    EXPECT_EQ(ticks[0].text, "14 Jan 1996, New York Time");
    EXPECT_EQ(ticks[1].text, "12:00");
    EXPECT_NEAR(ticks[1].time, day(1996, 1, 14) + 17.0 / 24, 1e-9);
}

TEST(Ticks, OfACalendarWithErasAreRoundInTheirYears) {
    AxisUnderTest axis;
    Calendar shire;
    shire.id = "shire";
    shire.months = {{"Afteryule", 30}, {"Solmath", 30}};
    shire.eras = {{"SA", 1, false}, {"TA", 3442, false}};
    axis.content.calendars.push_back(shire);
    axis.content.time.calendar = built_in_calendars().size();
    axis.timetable.calendar = shire;
    const auto at = [&](std::int64_t year) { return static_cast<double>(day_number(shire, {year, 1, 1})); };
    const auto words = axis.words(at(3400), at(3500));
    EXPECT_THAT(words, IsSupersetOf({"TA 1", "SA 3400", "SA 3420", "TA 20", "TA 40"}));
}

TEST(Ticks, OfLengthsAloneCountDaysAndYears) {
    const auto words = AxisUnderTest(TimeAxis::elapsed).words(0, 6 + 40 * days_per_year);
    EXPECT_THAT(words, IsSupersetOf({"day 0", "day 1", "day 5", "year 10", "year 40"}));
    EXPECT_THAT(AxisUnderTest(TimeAxis::elapsed).words(0, 30), IsSupersetOf({"day 0", "day 5", "day 30"}));
    EXPECT_THAT(AxisUnderTest(TimeAxis::elapsed).words(0, 0.5), IsSupersetOf({"hour 0", "hour 6", "hour 12"}));
}

TEST(Ticks, OfLengthsAloneAreInTheStorysLanguage) {
    AxisUnderTest axis(TimeAxis::elapsed);
    axis.content.language = "de";
    EXPECT_THAT(axis.words(0, 30), Contains("Tag 5"));
}

TEST(Ticks, EndDeepTimeAtNought) {
    const auto words = AxisUnderTest().words(day(-13'800'000'000), day(2024));
    EXPECT_THAT(words, Contains("0"));
    EXPECT_THAT(words, Not(Contains("50,000 BC")));
}

TEST(Ticks, OfOtherDaysAreTheirHours) {
    AxisUnderTest axis;
    Calendar sol;
    sol.id = "sol";
    sol.months = {{"One", 30}, {"Two", 30}};
    sol.hours_in_day = 20;
    sol.minutes_in_hour = 100;
    axis.content.calendars.push_back(sol);
    axis.content.time.calendar = built_in_calendars().size();
    axis.timetable.calendar = sol;
    axis.timetable.events.emplace_back();
    axis.timetable.events[0].timed = axis.timetable.timed = true;
    EXPECT_THAT(axis.words(0.1, 0.9), IsSupersetOf({"10:00", "05:00", "15:00", "06:00"}));
    EXPECT_THAT(axis.words(0.3, 0.4), IsSupersetOf({"06:50", "07:00"}));
}

/// The texts of those of the ticks that stand where each needs so much room.
std::vector<std::string> standing(const std::vector<Tick>& ticks, double room) {
    std::vector<std::string> words;
    const auto room_of = [room](const Tick& tick) {
        return drawing::Room({tick.time - room / 2, tick.time + room / 2});
    };
    for (const Tick& tick : drawing::standing_ticks(ticks, {}, room_of))
        words.push_back(tick.text);
    return words;
}

TEST(StandingTicks, LeaveOutAFineFigureThatStandsAlone) {
    EXPECT_THAT(standing({{1860, "1860", true}, {1870, "1870", true}, {1863, "1863", true, 1}}, 2),
                ElementsAre("1860", "1870"));
    EXPECT_THAT(
        standing({{1860, "1860", true}, {1870, "1870", true}, {1862, "1862", true, 1}, {1863, "1863", true, 1}}, 1),
        ElementsAre("1860", "1870", "1862", "1863"));
}

TEST(StandingTicks, GiveTheRoomOfOneThatStandsAloneToAPair) {
    const Tick coarse{1850, "1850", true};
    EXPECT_THAT(standing({coarse, {1810, "1810", true, 10}, {1818, "1820", true, 10}, {1828, "1830", true, 10}}, 9),
                ElementsAre("1850", "1820", "1830"));
}

TEST(Ticks, AreFewHoweverLongTheStory) {
    EXPECT_LT(AxisUnderTest().words(day(-900'000'000), day(900'000'000)).size(), 4000U);
    EXPECT_LT(AxisUnderTest().words(day(1), day(90'000)).size(), 4000U);
    EXPECT_LT(AxisUnderTest(TimeAxis::elapsed).words(0, 1e12).size(), 4000U);
}

}  // namespace
}  // namespace fabula::ticks_test

#include "view/wording.hpp"

#include <gtest/gtest.h>

#include "story/parts.hpp"

namespace fabula::wording_test {
namespace {

StoryContent content_in(std::string language) {
    StoryContent content;
    content.language = std::move(language);
    return content;
}

Story in_language(std::string language) {
    return story_of(content_in(std::move(language)));
}

constexpr double bastille = -65914;  // 14 July 1789

double start_of(std::int64_t year, int month, int day) {
    return static_cast<double>(day_number(gregorian(), {year, month, day}));
}

TEST(Wording, WritesDaysAsTheLanguageDoes) {
    EXPECT_EQ(Wording(in_language("en")).date(bastille, true), "14 Jul 1789");
    EXPECT_EQ(Wording(in_language("fr")).date(bastille, true), "14 juil. 1789");
    EXPECT_EQ(Wording(in_language("de")).date(bastille, false), "14. Juli");
}

TEST(Wording, CountsInTheProlepticGregorianCalendar) {
    EXPECT_EQ(year_of(gregorian(), bastille), 1789);
    EXPECT_EQ(Wording(in_language("en")).date(start_of(1500, 3, 1), true), "1 Mar 1500");
}

TEST(Wording, WritesJulianDatesInAStoryOfThatCalendar) {
    StoryContent content = content_in("en");
    content.time.calendar = 1;
    const Story story = story_of(std::move(content));
    const Wording wording(story);
    EXPECT_EQ(wording.date(bastille, true), "3 Jul 1789");
    EXPECT_EQ(wording.date(static_cast<double>(day_number(julian(), {1900, 2, 29})), true), "29 Feb 1900");
    EXPECT_EQ(wording.date(static_cast<double>(day_number(julian(), {-43, 3, 15})), true), "15 Mar 44 BC");
    EXPECT_EQ(wording.month(bastille), "Jul 1789");
    EXPECT_EQ(wording.year(static_cast<double>(day_number(julian(), {1789, 1, 1}))), "1789");
}

TEST(Wording, WritesDatesOfAStorysOwnCalendarInItsNames) {
    StoryContent content = content_in("de");
    content.calendars.push_back({.id = "skerry",
                                 .span = {},
                                 .name = "Skerry",
                                 .standard = false,
                                 .months = {{"Frost", 120}, {"Lamp Night", 1}},
                                 .leap = std::nullopt,
                                 .week = {},
                                 .eras = {{"LK", 900, false}},
                                 .epoch = std::nullopt});
    content.time.calendar = built_in_calendars().size();
    const Story story = story_of(std::move(content));
    const Wording wording(story);
    const Calendar& skerry = story.calendars()[built_in_calendars().size()];
    const auto day = [&skerry](const CalendarDay& date) { return static_cast<double>(day_number(skerry, date)); };
    EXPECT_EQ(wording.date(day({12, 1, 7}), true), "7 Frost 12");
    EXPECT_EQ(wording.date(day({12, 1, 7}), false), "7 Frost");
    EXPECT_EQ(wording.date(day({911, 2, 1}), true), "Lamp Night LK 12");
    EXPECT_EQ(wording.month(day({911, 1, 9})), "Frost LK 12");
    EXPECT_EQ(wording.year(day({-3, 1, 1})), "-3");
}

TEST(Wording, WritesYearsBeforeOurEraWithTheEra) {
    EXPECT_EQ(Wording(in_language("en")).year(start_of(-43, 3, 15)), "44 BC");
    EXPECT_EQ(Wording(in_language("en")).month(start_of(-43, 3, 15)), "Mar 44 BC");
    EXPECT_EQ(Wording(in_language("en")).date(start_of(-43, 3, 15), true), "15 Mar 44 BC");
    EXPECT_EQ(Wording(in_language("en")).date(start_of(-43, 3, 15), false), "15 Mar");
}

TEST(Wording, WritesYearsHoweverFarAway) {
    const Story story = in_language("en");
    const Wording wording(story);
    EXPECT_EQ(wording.year(start_of(50'000, 1, 1)), "50,000");
    EXPECT_EQ(wording.year(start_of(-50'000, 1, 1)), "50,001 BC");
    EXPECT_EQ(wording.date(start_of(50'000, 2, 3), true), "3 Feb 50000");
    EXPECT_EQ(wording.date(start_of(99'999'999, 2, 3), true), "99,999,999");
    EXPECT_EQ(wording.month(start_of(-99'999'999, 2, 3)), "100 million years ago");
}

TEST(Wording, WritesLengthsOfTimeWithTheLanguagesPlurals) {
    EXPECT_EQ(Wording(in_language("en")).duration({10, 10, TimeUnit::year, true}), "about 10 years");
    EXPECT_EQ(Wording(in_language("en")).duration({1, 1, TimeUnit::day, false}), "1 day");
    EXPECT_EQ(Wording(in_language("pl")).duration({2, 5, TimeUnit::week, false}), "2\u20135 tygodni");
    EXPECT_EQ(Wording(in_language("en")).duration({2, 2, TimeUnit::year, true, {{3, TimeUnit::month}}}),
              "about 2 years, 3 months");
}

TEST(Wording, SaysHowALengthIsLimited) {
    using Limit = Duration::Limit;
    const Story story = in_language("en");
    const Wording english(story);
    EXPECT_EQ(english.duration({3, 3, TimeUnit::day, false, {}, Limit::at_least}), "at least 3 days");
    EXPECT_EQ(english.duration({3, 3, TimeUnit::day, false, {}, Limit::less_than}), "less than 3 days");
    EXPECT_EQ(english.duration({30, 30, TimeUnit::second}), "30 seconds");
    EXPECT_EQ(Wording(in_language("de")).duration({3, 3, TimeUnit::day, false, {}, Limit::more_than}),
              "mehr als 3 Tage");
}

TEST(Wording, SaysHowMuchLaterItIs) {
    EXPECT_EQ(Wording(in_language("en")).later({6, 6, TimeUnit::day}), "6 days later");
    EXPECT_EQ(Wording(in_language("en")).later({10, 10, TimeUnit::year, true}), "about 10 years later");
    EXPECT_EQ(Wording(in_language("de")).later({6, 6, TimeUnit::day}), "6 Tage sp\u00e4ter");
    StoryContent content = content_in("sv");
    content.words.push_back({"later", "senare"});
    const Story story = story_of(std::move(content));
    EXPECT_EQ(Wording(story).later({6, 6, TimeUnit::day}), "6 dygn senare");
}

TEST(Wording, WritesTimesOfDayAsTheLanguageDoes) {
    EXPECT_EQ(Wording(in_language("en")).clock(bastille + 8.25 / 24), "08:15");
    EXPECT_EQ(Wording(in_language("de")).clock(8.25 / 24, 9.5 / 24), "08:15\u201309:30");
    EXPECT_EQ(Wording(in_language("en")).clock(23.999 / 24), "23:59:56");
}

TEST(Wording, WritesEveryDayHoweverFarAway) {
    const Story story = in_language("en");
    const Wording wording(story);
    for (const double far : {-5e12, -2.2e9, -2.1e9, -1e9, 1e9, 2.2e9, 3e11}) {
        EXPECT_FALSE(wording.date(far, {.year = true, .weekday = true}).empty()) << far;
        EXPECT_FALSE(wording.days(far, far + 400, true).empty()) << far;
        EXPECT_FALSE(wording.months(far, far + 400, true).empty()) << far;
        EXPECT_FALSE(wording.quarter(far, true).empty()) << far;
        EXPECT_FALSE(wording.month(far).empty()) << far;
        EXPECT_FALSE(wording.year(far).empty()) << far;
        EXPECT_FALSE(wording.clock(far + 0.5).empty()) << far;
    }
}

TEST(Wording, WritesDatesOfTheWorldsCalendarsInTheStorysLanguage) {
    StoryContent content = content_in("en");
    Calendar hebrew = gregorian();
    hebrew.id = "hebrew";
    hebrew.standard = false;
    hebrew.epoch = 0;
    content.calendars.push_back(hebrew);
    content.time.calendar = built_in_calendars().size();
    const Story story = story_of(std::move(content));
    EXPECT_EQ(Wording(story).date(-1000, true), "26 Adar II 5727");
    EXPECT_EQ(Wording(story).date(-1000, false), "26 Adar II");
}

TEST(Wording, PrefersTheStorysOwnWords) {
    StoryContent content = content_in("en");
    content.words.push_back({"about", "some"});
    const Story story = story_of(std::move(content));
    EXPECT_EQ(Wording(story).duration({10, 10, TimeUnit::year, true}), "some 10 years");
}

TEST(Wording, FallsBackWhereTheLanguageIsUnknown) {
    EXPECT_FALSE(Wording(in_language("x-nonsense")).date(bastille, true).empty());
}

}  // namespace
}  // namespace fabula::wording_test

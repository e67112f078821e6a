// Calendars, against published tables and counted day by day.

#include "fabula/calendar.hpp"

#include <chrono>
#include <gtest/gtest.h>

namespace fabula::calendar_test {
namespace {

/// Days from the Julian day number 0 (noon of 1 January 4713 BC, Julian) and from the "fixed" day 0 to 1970-01-01.
constexpr std::int64_t julian_day_of_1970 = 2440588;
constexpr std::int64_t fixed_day_of_1970 = 719163;

struct Correspondence {
    std::int64_t fixed;   ///< 1 is Gregorian 0001-01-01
    std::size_t weekday;  ///< 0 is Monday
    CalendarDay gregorian;
    CalendarDay julian;
};

// Reingold and Dershowitz, "Calendrical Calculations", appendix of sample data (years BC turned into years through 0).
constexpr Correspondence correspondences[] = {
    {-214193, 6, {-586, 7, 24}, {-586, 7, 30}}, {-61387, 2, {-168, 12, 5}, {-168, 12, 8}},
    {25469, 2, {70, 9, 24}, {70, 9, 26}},       {49217, 6, {135, 10, 2}, {135, 10, 3}},
    {171307, 2, {470, 1, 8}, {470, 1, 7}},      {210155, 0, {576, 5, 20}, {576, 5, 18}},
    {253427, 5, {694, 11, 10}, {694, 11, 7}},   {369740, 6, {1013, 4, 25}, {1013, 4, 19}},
    {400085, 6, {1096, 5, 24}, {1096, 5, 18}},  {434355, 4, {1190, 3, 23}, {1190, 3, 16}},
    {452605, 5, {1240, 3, 10}, {1240, 3, 3}},   {470160, 4, {1288, 4, 2}, {1288, 3, 26}},
    {473837, 6, {1298, 4, 27}, {1298, 4, 20}},  {507850, 6, {1391, 6, 12}, {1391, 6, 4}},
    {524156, 2, {1436, 2, 3}, {1436, 1, 25}},   {544676, 5, {1492, 4, 9}, {1492, 3, 31}},
    {567118, 5, {1553, 9, 19}, {1553, 9, 9}},   {569477, 5, {1560, 3, 5}, {1560, 2, 24}},
    {601716, 2, {1648, 6, 10}, {1648, 5, 31}},  {613424, 6, {1680, 6, 30}, {1680, 6, 20}},
    {626596, 4, {1716, 7, 24}, {1716, 7, 13}},  {645554, 6, {1768, 6, 19}, {1768, 6, 8}},
    {664224, 0, {1819, 8, 2}, {1819, 7, 21}},   {671401, 2, {1839, 3, 27}, {1839, 3, 15}},
    {694799, 6, {1903, 4, 19}, {1903, 4, 6}},   {704424, 6, {1929, 8, 25}, {1929, 8, 12}},
    {708842, 0, {1941, 9, 29}, {1941, 9, 16}},  {709409, 0, {1943, 4, 19}, {1943, 4, 6}},
    {709580, 3, {1943, 10, 7}, {1943, 9, 24}},  {727274, 1, {1992, 3, 17}, {1992, 3, 4}},
    {728714, 6, {1996, 2, 25}, {1996, 2, 12}},  {744313, 2, {2038, 11, 10}, {2038, 10, 28}},
    {764652, 6, {2094, 7, 18}, {2094, 7, 5}}};

TEST(Calendars, AgreeWithCalendricalCalculations) {
    for (const Correspondence& row : correspondences) {
        const std::int64_t number = row.fixed - fixed_day_of_1970;
        EXPECT_EQ(day_number(gregorian(), row.gregorian), number) << row.fixed;
        EXPECT_EQ(day_number(julian(), row.julian), number) << row.fixed;
        EXPECT_EQ(day_of(gregorian(), number), row.gregorian) << row.fixed;
        EXPECT_EQ(day_of(julian(), number), row.julian) << row.fixed;
        EXPECT_EQ(weekday(gregorian(), number), row.weekday) << row.fixed;
        EXPECT_EQ(julian().week.at(*weekday(julian(), number)), gregorian().week.at(row.weekday)) << row.fixed;
    }
}

struct JulianDay {
    const Calendar& calendar;
    CalendarDay day;
    std::int64_t number;  ///< at noon
};

// Meeus, "Astronomical Algorithms", chapter 7; its dates before 1582-10-15 are Julian.
TEST(Calendars, AgreeWithTheJulianDaysOfMeeus) {
    const JulianDay rows[] = {{gregorian(), {2000, 1, 1}, 2451545},  {gregorian(), {1999, 1, 1}, 2451180},
                              {gregorian(), {1987, 1, 27}, 2446823}, {gregorian(), {1987, 6, 19}, 2446966},
                              {gregorian(), {1988, 1, 27}, 2447188}, {gregorian(), {1988, 6, 19}, 2447332},
                              {gregorian(), {1957, 10, 4}, 2436116}, {gregorian(), {1900, 1, 1}, 2415021},
                              {gregorian(), {1600, 1, 1}, 2305448},  {gregorian(), {1600, 12, 31}, 2305813},
                              {julian(), {837, 4, 10}, 2026872},     {julian(), {333, 1, 27}, 1842713},
                              {julian(), {-123, 12, 31}, 1676497},   {julian(), {-122, 1, 1}, 1676498},
                              {julian(), {-1000, 7, 12}, 1356001},   {julian(), {-1000, 2, 29}, 1355867},
                              {julian(), {-1001, 8, 17}, 1355671},   {julian(), {-4712, 1, 1}, 0}};
    for (const JulianDay& row : rows) {
        const std::int64_t number = row.number - julian_day_of_1970;
        EXPECT_EQ(day_number(row.calendar, row.day), number) << row.number;
        EXPECT_EQ(day_of(row.calendar, number), row.day) << row.number;
    }
}

TEST(Calendars, CountDaysFrom1970) {
    EXPECT_EQ(day_number(gregorian(), {1970, 1, 1}), 0);
    EXPECT_EQ(day_number(gregorian(), {1969, 12, 31}), -1);
    EXPECT_EQ(day_number(gregorian(), {1, 1, 1}), -719162);
}

TEST(Calendars, TheGregorianBeganOnTheDayAfterTheLastOfTheJulian) {
    EXPECT_EQ(day_number(gregorian(), {1582, 10, 15}), day_number(julian(), {1582, 10, 4}) + 1);
    EXPECT_EQ(format_day(gregorian(), day_number(julian(), {1066, 10, 14})), "1066-10-20");
    EXPECT_EQ(format_day(julian(), day_number(gregorian(), {1917, 11, 7})), "1917-10-25");
}

TEST(Calendars, TheGregorianAgreesWithTheStandardLibrary) {
    using namespace std::chrono;
    for (std::int64_t number = -5'000'000; number < 5'000'000; number += 37) {
        const year_month_day expected{sys_days{days{number}}};
        const CalendarDay day = day_of(gregorian(), number);
        ASSERT_EQ(day.year, static_cast<int>(expected.year()));
        ASSERT_EQ(day.month, static_cast<int>(static_cast<unsigned>(expected.month())));
        ASSERT_EQ(day.day, static_cast<int>(static_cast<unsigned>(expected.day())));
    }
}

/// A calendar of a story: short months, days between months, one of them only in leap years, two exceptions.
Calendar strange() {
    Calendar calendar;
    calendar.id = "strange";
    calendar.months = {{"First", 30}, {"Feast", 1}, {"Second", 17}, {"Leap Day", 0}, {"Third", 120}};
    calendar.leap = LeapRule{.month = 4, .days = 2, .every = 3, .except = 12, .unless = 30};
    calendar.week = {"One", "Two", "Three", "Four", "Five"};
    calendar.eras = {{"before", 0, true}, {"old", 1, false}, {"new", 100, false}};
    calendar.epoch = 1000;
    return calendar;
}

// By the rule, read word for word.
bool is_long(std::int64_t year) {
    return year % 3 == 0 && (year % 12 != 0 || year % 30 == 0);
}

TEST(Calendars, OfAStoryAreCountedDayByDay) {
    const Calendar calendar = strange();
    CalendarDay day{-400, 1, 1};
    const std::int64_t first = day_number(calendar, day);
    for (std::int64_t number = first; day.year < 400; ++number) {
        ASSERT_EQ(day_of(calendar, number), day) << number;
        ASSERT_EQ(day_number(calendar, day), number);
        if (day == CalendarDay{1, 1, 1}) {
            ASSERT_EQ(number, 1000);
            ASSERT_EQ(weekday(calendar, number), 0U);
        }
        ASSERT_EQ(*weekday(calendar, number + 1), (*weekday(calendar, number) + 1) % 5);
        const int lengths[] = {30, 1, 17, is_long(day.year) ? 2 : 0, 120};
        ++day.day;
        while (day.month <= 5 && day.day > lengths[day.month - 1]) {
            day.day = 1;
            ++day.month;
        }
        if (day.month > 5) day = {day.year + 1, 1, 1};
    }
}

TEST(Calendars, FindEachDayAgainInTheFarthestYears) {
    for (const Calendar& calendar : {gregorian(), julian(), strange()}) {
        for (std::int64_t number = -70'000'000'000; number < 70'000'000'000; number += 98'765'432) {
            const CalendarDay day = day_of(calendar, number);
            ASSERT_EQ(day_number(calendar, day), number) << calendar.id;
            ASSERT_LE(day.day, days_in_month(calendar, day.year, day.month));
        }
    }
}

TEST(Calendars, CountMonthsAndDaysOnFromTheirEnds) {
    EXPECT_EQ(day_number(gregorian(), {1996, 13, 1}), day_number(gregorian(), {1997, 1, 1}));
    EXPECT_EQ(day_number(gregorian(), {1996, 2, 30}), day_number(gregorian(), {1996, 3, 1}));
}

TEST(Calendars, KnowTheMeanLengthsOfYearsAndMonths) {
    EXPECT_EQ(mean_year(gregorian()), 365.2425);
    EXPECT_EQ(mean_year(julian()), 365.25);
    EXPECT_EQ(mean_month(gregorian()), 365.2425 / 12);
    // 60 years have 20 that three divides, 5 that twelve divides, and one that all do.
    EXPECT_NEAR(mean_year(strange()), 168 + 2 * (20 - 5 + 1) / 60.0, 1e-12);
    EXPECT_EQ(mean_month(strange()), mean_year(strange()));
}

TEST(Calendars, CountTheYearsOfEras) {
    const Calendar calendar = strange();
    EXPECT_EQ(era_year(calendar, 0), (EraYear{0, 1}));
    EXPECT_EQ(era_year(calendar, -9), (EraYear{0, 10}));
    EXPECT_EQ(era_year(calendar, 99), (EraYear{1, 99}));
    EXPECT_EQ(era_year(calendar, 100), (EraYear{2, 1}));
    EXPECT_EQ(era_year(gregorian(), 1), std::nullopt);
    EXPECT_EQ(format_day(calendar, day_number(calendar, {101, 3, 5})), "new 0002-03-05");
    EXPECT_EQ(format_day(calendar, day_number(calendar, {101, 3, 5}), false), "new 0002");
}

/// The leap years from 1 to 40 of a calendar with this rule.
std::vector<std::int64_t> leap_years(const LeapRule& rule) {
    Calendar calendar;
    calendar.months = {{"A", 10}};
    calendar.leap = rule;
    std::vector<std::int64_t> years;
    for (std::int64_t year = 1; year <= 40; ++year) {
        if (days_in_month(calendar, year, 1) == 11) years.push_back(year);
    }
    return years;
}

TEST(Calendars, CountLeapYearsFromAnyYear) {
    using Years = std::vector<std::int64_t>;
    EXPECT_EQ(leap_years({.from = 3}), (Years{3, 7, 11, 15, 19, 23, 27, 31, 35, 39}));
    EXPECT_EQ(leap_years({.from = -1}), (Years{3, 7, 11, 15, 19, 23, 27, 31, 35, 39}));
    EXPECT_EQ(leap_years({.every = 10, .except = 20, .from = 5}), (Years{15, 35}));
}

TEST(Calendars, CanListTheirLeapYears) {
    using Years = std::vector<std::int64_t>;
    EXPECT_EQ(leap_years({.years = {3, 7, 11}}), (Years{3, 7, 11}));
    EXPECT_EQ(leap_years({.years = {1, 12}, .cycle = 12}), (Years{1, 12, 13, 24, 25, 36, 37}));
    EXPECT_EQ(leap_years({.years = {-4, 2}}), (Years{2}));
}

TEST(Calendars, ThatBeginIn2012HaveTheGregorianLeapYears) {
    Calendar calendar = gregorian();
    calendar.leap->from = -2011;
    calendar.epoch = day_number(gregorian(), {2012, 1, 1});
    for (std::int64_t number = -800'000; number < 800'000; number += 29) {
        CalendarDay day = day_of(calendar, number);
        day.year += 2011;
        ASSERT_EQ(day, day_of(gregorian(), number));
    }
}

TEST(Calendars, ThatListLeapYearsAreCountedDayByDay) {
    for (const LeapRule& rule : {LeapRule{.days = 3, .years = {-7, 3, 7, 11}}, LeapRule{.years = {2, 5}, .cycle = 7}}) {
        Calendar calendar = strange();
        calendar.leap = rule;
        CalendarDay day{-30, 1, 1};
        for (std::int64_t number = day_number(calendar, day); day.year < 30; ++number) {
            ASSERT_EQ(day_of(calendar, number), day) << number;
            ASSERT_EQ(day_number(calendar, day), number);
            ++day.day;
            while (day.month <= 5 && day.day > days_in_month(calendar, day.year, day.month)) {
                day.day = 1;
                ++day.month;
            }
            if (day.month > 5) day = {day.year + 1, 1, 1};
        }
    }
}

TEST(Calendars, OfEarthHaveDaysOf1440Minutes) {
    EXPECT_EQ(minutes_in_day(gregorian()), 1440);
    EXPECT_EQ(minutes_at(gregorian(), 3), 4320);
    EXPECT_EQ(day_at(gregorian(), 4319), 2);
    EXPECT_EQ(day_at(gregorian(), -1), -1);
    EXPECT_EQ(minutes_at(strange(), 1000), 1'440'000);
}

TEST(Calendars, OfOtherWorldsCountDaysOfTheirOwnFromTheirFirst) {
    Calendar calendar = strange();
    calendar.hours_in_day = 20;
    calendar.minutes_in_hour = 100;
    EXPECT_EQ(day_number(calendar, {1, 1, 1}), 0);
    EXPECT_EQ(minutes_at(calendar, 0), 1'440'000);
    EXPECT_EQ(minutes_at(calendar, 3), 1'446'000);
    EXPECT_EQ(day_at(calendar, 1'446'000), 3);
    EXPECT_EQ(day_at(calendar, 1'445'999), 2);
    EXPECT_EQ(day_of(calendar, 31), (CalendarDay{1, 3, 1}));
    EXPECT_EQ(weekday(calendar, 0), 0U);
    calendar.epoch.reset();
    EXPECT_EQ(minutes_at(calendar, 3), 6000);
    EXPECT_EQ(day_at(calendar, -1), -1);
}

}  // namespace
}  // namespace fabula::calendar_test

// Calendar addition, by example, by its laws, and by counting.

#include "story/calendar_sum.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>

#include "story/calendar_years.hpp"

namespace fabula::calendar_sum_test {
namespace {

const Calendar& calendar_called(const std::string& id) {
    for (const Calendar& calendar : built_in_calendars()) {
        if (calendar.id == id) return calendar;
    }
    throw std::invalid_argument(id);
}

/// That of the manual: long months, days between them, one of them in leap years only.
Calendar skerry() {
    Calendar calendar;
    calendar.id = "skerry";
    calendar.months = {{"Frost", 120}, {"Thaw", 124}, {"Lamp Night", 1}, {"Gale", 120}, {"Second Lamp Night", 0}};
    calendar.leap = LeapRule{.month = 5, .except = 100, .unless = 400};
    return calendar;
}

/// A leap month of 30 days, twice in eleven years.
Calendar with_a_leap_month() {
    Calendar calendar;
    calendar.id = "tides";
    calendar.months = {{"One", 28}, {"Feast", 3}, {"Two", 31}, {"Leap", 0}, {"Three", 29}, {"Night", 2}};
    calendar.leap = LeapRule{.month = 4, .days = 30, .years = {4, 9}, .cycle = 11};
    return calendar;
}

std::vector<Calendar> all_calendars() {
    std::vector<Calendar> calendars = built_in_calendars();
    calendars.push_back(skerry());
    calendars.push_back(with_a_leap_month());
    return calendars;
}

bool is_whole_table(const Calendar& calendar) {
    return calendar.system == CalendarSystem::table || calendar.system == CalendarSystem::french_republican;
}

using Add = std::int64_t (*)(const Calendar&, std::int64_t, std::int64_t);

std::string sum(Add add, const Calendar& calendar, const CalendarDay& day, std::int64_t count) {
    return format_day(calendar, add(calendar, day_number(calendar, day), count));
}

TEST(CalendarSums, OfMonthsKeepTheDay) {
    EXPECT_EQ(sum(add_months, gregorian(), {2021, 1, 15}, 1), "2021-02-15");
    EXPECT_EQ(sum(add_months, gregorian(), {2021, 1, 1}, 3), "2021-04-01");
    EXPECT_EQ(sum(add_months, gregorian(), {2021, 1, 15}, 6), "2021-07-15");
    EXPECT_EQ(sum(add_months, gregorian(), {2021, 1, 15}, -1), "2020-12-15");
    EXPECT_EQ(sum(add_months, gregorian(), {1, 1, 15}, -25), "-0002-12-15");
}

TEST(CalendarSums, OfMonthsEndWithTheMonth) {
    EXPECT_EQ(sum(add_months, gregorian(), {2021, 1, 31}, 1), "2021-02-28");
    EXPECT_EQ(sum(add_months, gregorian(), {2020, 1, 31}, 1), "2020-02-29");
    EXPECT_EQ(sum(add_months, gregorian(), {2021, 1, 31}, 3), "2021-04-30");
    EXPECT_EQ(sum(add_months, gregorian(), {2021, 3, 31}, -1), "2021-02-28");
}

TEST(CalendarSums, OfYearsHaveTheLeapDayOnTheLastOfFebruary) {
    EXPECT_EQ(sum(add_years, gregorian(), {2008, 2, 29}, 1), "2009-02-28");
    EXPECT_EQ(sum(add_years, gregorian(), {2008, 2, 29}, 4), "2012-02-29");
    EXPECT_EQ(sum(add_years, gregorian(), {1990, 6, 15}, 18), "2008-06-15");
    EXPECT_EQ(sum(add_years, gregorian(), {1901, 5, 1}, 12), "1913-05-01");
    EXPECT_EQ(sum(add_years, julian(), {1896, 2, 29}, 4), "1900-02-29");
}

TEST(CalendarSums, PutDaysBetweenMonthsAtTheEndOfTheMonthBefore) {
    const Calendar calendar = skerry();
    EXPECT_EQ(sum(add_months, calendar, {930, 3, 1}, 1), "0930-04-120");
    EXPECT_EQ(sum(add_months, calendar, {930, 3, 1}, 3), "0931-03-01");
    EXPECT_EQ(sum(add_months, calendar, {930, 2, 124}, 1), "0930-04-120");
    EXPECT_EQ(sum(add_months, calendar, {932, 5, 1}, 3), "0933-04-120");
    EXPECT_EQ(sum(add_months, calendar, {932, 5, 1}, 12), "0936-05-01");
    EXPECT_EQ(sum(add_years, calendar, {932, 5, 1}, 1), "0933-04-120");
    const Calendar& republican = calendar_called("french-republican");
    EXPECT_EQ(sum(add_months, republican, {3, 13, 6}, 1), "0004-01-30");
    EXPECT_EQ(sum(add_months, republican, {3, 13, 6}, 12), "0004-13-05");
    EXPECT_EQ(sum(add_years, republican, {3, 13, 6}, 4), "0007-13-06");
}

TEST(CalendarSums, OfHebrewYearsKeepAdar) {
    const Calendar& hebrew = calendar_called("hebrew");
    EXPECT_EQ(sum(add_years, hebrew, {5784, 6, 10}, 1), "5785-07-10");  // Adar I: Adar
    EXPECT_EQ(sum(add_years, hebrew, {5784, 7, 10}, 1), "5785-07-10");  // Adar II: Adar
    EXPECT_EQ(sum(add_years, hebrew, {5784, 6, 30}, 1), "5785-07-29");
    EXPECT_EQ(sum(add_years, hebrew, {5783, 7, 10}, 1), "5784-07-10");  // Adar: Adar II
    EXPECT_EQ(sum(add_years, hebrew, {5784, 6, 10}, 3), "5787-06-10");  // Adar I of the next leap year
    EXPECT_EQ(sum(add_years, hebrew, {5783, 2, 30}, 1), "5784-02-29");  // Heshvan
}

TEST(CalendarSums, OfMonthsCountLeapMonths) {
    EXPECT_EQ(sum(add_months, calendar_called("hebrew"), {5784, 5, 10}, 1), "5784-06-10");
    EXPECT_EQ(sum(add_months, calendar_called("hebrew"), {5785, 5, 10}, 1), "5785-07-10");
    EXPECT_EQ(sum(add_months, calendar_called("hebrew"), {5784, 1, 10}, 13), "5785-01-10");
    EXPECT_EQ(sum(add_months, calendar_called("chinese"), {2023, 3, 10}, 1), "2023-14-10");
    EXPECT_EQ(sum(add_months, calendar_called("chinese"), {2023, 3, 10}, 2), "2023-03-10");
}

TEST(CalendarSums, OfAYearFromALeapMonthEndWithTheMonthBefore) {
    EXPECT_EQ(sum(add_years, calendar_called("chinese"), {2023, 4, 10}, 1), "2024-02-30");
    EXPECT_EQ(sum(add_years, with_a_leap_month(), {4, 4, 10}, 1), "0005-03-31");
}

TEST(CalendarSums, OfNothingAreTheDayItself) {
    for (const Calendar& calendar : all_calendars()) {
        const std::int64_t first = day_number(calendar, {2020, 1, 1});
        for (std::int64_t day = first; day < first + 1200; ++day) {
            ASSERT_EQ(add_years(calendar, day, 0), day) << calendar.id;
            ASSERT_EQ(add_months(calendar, day, 0), day) << calendar.id;
        }
    }
}

void expect_never_earlier(Add add, const Calendar& calendar, std::int64_t count) {
    const std::int64_t first = day_number(calendar, {1990, 1, 1});
    std::int64_t before = add(calendar, first, count);
    for (std::int64_t day = first + 1; day < first + 1500; ++day) {
        const std::int64_t sum = add(calendar, day, count);
        ASSERT_LE(before, sum) << calendar.id << " " << format_day(calendar, day) << " " << count;
        before = sum;
    }
}

TEST(CalendarSums, AreNeverEarlierForALaterDay) {
    for (const Calendar& calendar : all_calendars()) {
        for (const std::int64_t count : {-13, -12, -1, 1, 2, 5, 19}) {
            expect_never_earlier(add_months, calendar, count);
            if (calendar.id != "hebrew") expect_never_earlier(add_years, calendar, count);
        }
    }
}

TEST(CalendarSums, OfHebrewYearsAreEarlierForALaterDayOnlyFromAdarIToAdar) {
    const Calendar& hebrew = calendar_called("hebrew");
    const std::int64_t first = day_number(hebrew, {5700, 1, 1});
    for (std::int64_t day = first; day < first + 20000; ++day) {
        for (const std::int64_t count : {1, 2, 3, 13}) {
            if (add_years(hebrew, day, count) <= add_years(hebrew, day + 1, count)) continue;
            ASSERT_EQ(day_of(hebrew, day).month, 6) << format_day(hebrew, day);
            ASSERT_EQ(day_of(hebrew, day + 1).month, 7) << format_day(hebrew, day);
        }
    }
}

TEST(CalendarSums, OfTwelveMonthsAreAYear) {
    for (const Calendar& calendar : all_calendars()) {
        if (!is_whole_table(calendar) || mean_months_in_year(calendar) != 12) continue;
        const std::int64_t first = day_number(calendar, {1990, 1, 1});
        for (std::int64_t day = first; day < first + 2000; ++day)
            ASSERT_EQ(add_months(calendar, day, 36), add_years(calendar, day, 3)) << calendar.id;
    }
}

/// The month behind a day, found by going on from day to day.
std::int64_t counted_month_later(const Calendar& calendar, std::int64_t number) {
    const CalendarDay day = day_of(calendar, number);
    std::int64_t next = number;
    CalendarDay at = day;
    while ((at.month == day.month && at.year == day.year) || !is_proper_month(calendar, at.year, at.month))
        at = day_of(calendar, ++next);
    const int days = days_in_month(calendar, at.year, at.month);
    return next + std::min(day.day, days) - 1;
}

TEST(CalendarSums, OfAMonthAreWhatCountingSays) {
    for (const Calendar& calendar : all_calendars()) {
        const std::int64_t first = day_number(calendar, {2019, 1, 1});
        for (std::int64_t number = first; number < first + 1600; ++number) {
            const CalendarDay day = day_of(calendar, number);
            if (!is_proper_month(calendar, day.year, day.month)) continue;
            ASSERT_EQ(add_months(calendar, number, 1), counted_month_later(calendar, number))
                << calendar.id << " " << format_day(calendar, number);
        }
    }
}

TEST(CalendarSums, GoToTheEndsOfTime) {
    for (const Calendar& calendar : all_calendars()) {
        const std::int64_t day = day_number(calendar, {2000, 1, 5});
        for (const std::int64_t years : std::vector<std::int64_t>{-13'800'000'000, 2'000'000'000}) {
            ASSERT_EQ(day_of(calendar, add_years(calendar, day, years)).year, 2000 + years) << calendar.id;
            const std::int64_t there = add_months(calendar, day, years * 12);
            ASSERT_EQ(add_months(calendar, there, -years * 12), day) << calendar.id;
        }
    }
}

TEST(CalendarSums, AreNearThoseOfMeanYearsAndMonths) {
    std::mt19937 chance(1);  // the same numbers each time
    std::uniform_int_distribution<std::int64_t> days(-400'000, 400'000);
    std::uniform_int_distribution<std::int64_t> counts(-1500, 1500);
    for (const Calendar& calendar : all_calendars()) {
        double years_off = 0;
        double months_off = 0;
        const int tries = calendar.system == CalendarSystem::chinese ? 4000 : 8000;
        for (int i = 0; i < tries; ++i) {
            const std::int64_t day = days(chance);
            const std::int64_t count = counts(chance);
            const auto off = [&](std::int64_t sum, double mean) {
                return std::abs(static_cast<double>(sum - day) - mean * static_cast<double>(count));
            };
            years_off = std::max(years_off, off(add_years(calendar, day, count), mean_year(calendar)));
            months_off = std::max(months_off, off(add_months(calendar, day, count), mean_month(calendar)));
        }
        EXPECT_LE(years_off, static_cast<double>(most_days_off_in_years(calendar))) << calendar.id;
        EXPECT_LE(months_off, static_cast<double>(most_days_off_in_months(calendar))) << calendar.id;
    }
}

TEST(CalendarSums, AreAtMostSoManyDaysFromTheMeanInTheGregorianCalendar) {
    EXPECT_LE(most_days_off_in_years(gregorian()), 4);
    EXPECT_LE(most_days_off_in_months(gregorian()), 10);
}

}  // namespace
}  // namespace fabula::calendar_sum_test

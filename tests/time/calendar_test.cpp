#include "time/calendar.hpp"

#include <gtest/gtest.h>

#include "story_builder.hpp"

namespace fabula::timing::calendar_test {
namespace {

using testing::around;
using testing::date;

std::int64_t length_in_days(const Seconds& seconds) {
    return (seconds.last - seconds.first + 1) / 86400;
}

TEST(Calendar, AYearIsAllOfItsDays) {
    EXPECT_EQ(length_in_days(seconds_of(date(1996))), 366);
    EXPECT_EQ(length_in_days(seconds_of(date(1900))), 365);
}

TEST(Calendar, AMonthEndsWithItsLastDay) {
    EXPECT_EQ(length_in_days(seconds_of(date(1996, 2))), 29);
}

TEST(Calendar, UnspecifiedDigitsAreDecadesAndCenturies) {
    CalendarDate decade = date(1990);
    decade.unspecified_year_digits = 1;
    EXPECT_EQ(seconds_of(decade).first, day_number(gregorian(), {1990, 1, 1}) * 86400);
    EXPECT_EQ(seconds_of(decade).last, day_number(gregorian(), {2000, 1, 1}) * 86400 - 1);
    decade.unspecified_year_digits = 2;
    EXPECT_EQ(length_in_days(seconds_of(decade)), 36524);
}

TEST(Calendar, AnUnspecifiedDayIsAnyOfItsMonth) {
    CalendarDate day = date(2004, 7, 1);
    day.unspecified_day = true;
    EXPECT_EQ(length_in_days(seconds_of(day)), 31);
}

TEST(Calendar, ApproximateIsOneUnitMoreOnEachSide) {
    EXPECT_EQ(length_in_days(widened(around(date(1997)))), 366 + 365 + 365);
    EXPECT_EQ(length_in_days(widened(around(date(1997, 7, 14)))), 3);
}

TEST(Calendar, SeasonsOfAHemisphereAreThreeMonths) {
    CalendarDate season = date(1862);
    season.season = 27;
    EXPECT_EQ(seconds_of(season).first, day_number(gregorian(), {1862, 9, 1}) * 86400);
    EXPECT_EQ(seconds_of(season).last, day_number(gregorian(), {1862, 12, 1}) * 86400 - 1);
    season.season = 28;
    EXPECT_EQ(seconds_of(season).last, day_number(gregorian(), {1863, 3, 1}) * 86400 - 1);
    season.season = 29;
    EXPECT_EQ(seconds_of(season).first, day_number(gregorian(), {1862, 9, 1}) * 86400);
}

TEST(Calendar, QuartersThirdsAndHalvesOfAYearAreMonths) {
    const auto months = [](int season) {
        CalendarDate part = date(1862);
        part.season = season;
        const Seconds seconds = seconds_of(part);
        return std::pair(day_of(gregorian(), seconds.first / 86400 - (seconds.first % 86400 != 0 ? 1 : 0)).month,
                         day_of(gregorian(), (seconds.last + 1) / 86400 - 1).month);
    };
    EXPECT_EQ(months(33), std::pair(1, 3));
    EXPECT_EQ(months(36), std::pair(10, 12));
    EXPECT_EQ(months(38), std::pair(5, 8));
    EXPECT_EQ(months(41), std::pair(7, 12));
}

TEST(Calendar, SignificantDigitsLeaveTheRestOfAYearOpen) {
    CalendarDate year = date(1952);
    year.significant_digits = 3;
    EXPECT_EQ(seconds_of(year).first, day_number(gregorian(), {1950, 1, 1}) * 86400);
    EXPECT_EQ(seconds_of(year).last, day_number(gregorian(), {1960, 1, 1}) * 86400 - 1);
}

TEST(Calendar, ADoubtfulPartIsOneOfItMoreOnEachSide) {
    CalendarDate day = date(2004, 6, 11);
    day.month_doubt.approximate = true;
    EXPECT_EQ(widened(day).first, day_number(gregorian(), {2004, 5, 11}) * 86400);
    EXPECT_EQ(widened(day).last, day_number(gregorian(), {2004, 7, 12}) * 86400 - 1);
    day.month_doubt = {};
    day.year_doubt.uncertain = true;
    EXPECT_EQ(widened(day).first, day_number(gregorian(), {2003, 6, 11}) * 86400);
}

TEST(Calendar, ATimeOfDayIsAPointOnTheClockOfItsZone) {
    CalendarDate time = date(2008, 3, 3);
    time.minute_of_day = 22 * 60;
    const Seconds utc = seconds_of(time);
    EXPECT_EQ(utc.first, utc.last);
    time.zone_minutes = -300;
    EXPECT_EQ(seconds_of(time).first, utc.first + 5 * 3600);
    time.zone_minutes.reset();
    EXPECT_EQ(seconds_of(time, gregorian(), Zone::called("America/New_York")).first, utc.first + 5 * 3600);
}

TEST(Calendar, DaylightSavingIsThatOfTheDay) {
    CalendarDate summer = date(2008, 7, 1);
    summer.minute_of_day = 12 * 60;
    EXPECT_EQ(seconds_of(summer, gregorian(), Zone::called("America/New_York")).first,
              seconds_of(summer).first + 4 * 3600);
}

}  // namespace
}  // namespace fabula::timing::calendar_test

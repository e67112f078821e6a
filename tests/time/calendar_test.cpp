#include "time/calendar.hpp"

#include <gtest/gtest.h>

#include "story_builder.hpp"

namespace fabula::timing {
namespace {

using testing::around;
using testing::date;

std::int64_t length_in_days(const Minutes& minutes) {
    return (minutes.last - minutes.first + 1) / 1440;
}

TEST(Calendar, AYearIsAllOfItsDays) {
    EXPECT_EQ(length_in_days(minutes_of(date(1996))), 366);
    EXPECT_EQ(length_in_days(minutes_of(date(1900))), 365);
}

TEST(Calendar, AMonthEndsWithItsLastDay) {
    EXPECT_EQ(length_in_days(minutes_of(date(1996, 2))), 29);
}

TEST(Calendar, UnspecifiedDigitsAreDecadesAndCenturies) {
    CalendarDate decade = date(1990);
    decade.unspecified_year_digits = 1;
    EXPECT_EQ(minutes_of(decade).first, day_number(gregorian(), {1990, 1, 1}) * 1440);
    EXPECT_EQ(minutes_of(decade).last, day_number(gregorian(), {2000, 1, 1}) * 1440 - 1);
    decade.unspecified_year_digits = 2;
    EXPECT_EQ(length_in_days(minutes_of(decade)), 36524);
}

TEST(Calendar, AnUnspecifiedDayIsAnyOfItsMonth) {
    CalendarDate day = date(2004, 7, 1);
    day.unspecified_day = true;
    EXPECT_EQ(length_in_days(minutes_of(day)), 31);
}

TEST(Calendar, ApproximateIsOneUnitMoreOnEachSide) {
    EXPECT_EQ(length_in_days(widened(around(date(1997)))), 366 + 365 + 365);
    EXPECT_EQ(length_in_days(widened(around(date(1997, 7, 14)))), 3);
}

TEST(Calendar, WinterEndsInFebruary) {
    EXPECT_EQ(minutes_of_season(1996, PartPhrase::Part::winter).last, day_number(gregorian(), {1997, 3, 1}) * 1440 - 1);
}

}  // namespace
}  // namespace fabula::timing

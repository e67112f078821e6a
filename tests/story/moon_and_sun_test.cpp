// Moon and sun, against printed times.

#include <gtest/gtest.h>

#include "fabula/calendar.hpp"

#include "story/lunar_years.hpp"

namespace fabula::moon_and_sun_test {
namespace {

constexpr double minute = 1 / 1440.0;

double at(const CalendarDay& day, int hour, int minutes) {
    return static_cast<double>(day_number(gregorian(), day)) + (hour * 60 + minutes) * minute;
}

// Meeus, example 49.a: 18 February 1977, 3:37:42 in uniform time, 48 seconds ahead of universal time; and almanacs.
TEST(MoonAndSun, HaveNewMoonsOfPrintedTables) {
    EXPECT_NEAR(new_moon(-283), at({1977, 2, 18}, 3, 37) - 6 / 86400.0, minute / 2);
    EXPECT_NEAR(new_moon(0), at({2000, 1, 6}, 18, 14), minute);
    EXPECT_NEAR(new_moon(299), at({2024, 3, 10}, 9, 0), minute);
}

// Meeus, example 25.b: 13 October 1992, 0:00 in uniform time; and the solstices and equinoxes of almanacs.
TEST(MoonAndSun, HaveTheSunWherePrintedTablesHaveIt) {
    EXPECT_NEAR(solar_longitude(at({1992, 10, 13}, 0, 0) - 59 / 86400.0), 199.906061, 0.0003);
    EXPECT_NEAR(solar_longitude(at({2000, 12, 21}, 13, 37)), 270, 0.001);
    EXPECT_NEAR(solar_longitude(at({2024, 6, 20}, 20, 51)), 90, 0.001);
    EXPECT_NEAR(solar_longitude(at({2024, 9, 22}, 12, 44)), 180, 0.001);
}

}  // namespace
}  // namespace fabula::moon_and_sun_test

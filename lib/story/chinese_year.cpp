// The Chinese calendar, as Reingold and Dershowitz tell its rules, "Calendrical Calculations", chapter 19: months begin
// on the day of the new moon, the month of the winter solstice is the eleventh, and where there are thirteen months
// from it to the next, the first in which the sun enters no sign (of 30 degrees) is a leap month. ICU has the same
// rules, but rougher places of moon and sun: in 2027 and 2030 its new year is a day beside that of the Hong Kong
// Observatory.

#include "story/chinese_year.hpp"

#include <cmath>

#include "story/moon_and_sun.hpp"

namespace fabula {
namespace {

/// How far the clocks of Beijing are ahead, in days: by its own meridian (116°25′) until 1928, then by the zone.
double beijing_ahead(double days_since_1970) {
    constexpr double first_of_1929 = -14975;
    return (days_since_1970 < first_of_1929 ? 7 + 45 / 60.0 + 40 / 3600.0 : 8) / 24;
}

/// The day of the new moon with that number.
std::int64_t moon_day(std::int64_t moon) {
    const double time = new_moon(moon);
    return static_cast<std::int64_t>(std::floor(time + beijing_ahead(time)));
}

/// The last new moon on a day or before it.
std::int64_t moon_until(std::int64_t day) {
    constexpr double mean_moon = 29.530588861;
    auto moon = static_cast<std::int64_t>(std::floor((static_cast<double>(day) - new_moon(0)) / mean_moon));
    while (moon_day(moon) > day)
        --moon;
    while (moon_day(moon + 1) <= day)
        ++moon;
    return moon;
}

/// Where the sun is when a day begins: 0 to 11, 9 from the winter solstice on.
int sign_of_sun(std::int64_t day) {
    const auto midnight = static_cast<double>(day);
    return static_cast<int>(solar_longitude(midnight - beijing_ahead(midnight)) / 30);
}

/// The new moon of the eleventh month that begins towards the end of a Gregorian year.
std::int64_t moon_of_solstice(std::int64_t gregorian_year) {
    constexpr int capricorn = 9;
    std::int64_t day = day_number(gregorian(), {gregorian_year, 12, 17});
    while (sign_of_sun(day + 1) != capricorn)
        ++day;
    return moon_until(day);
}

/// The months from one eleventh month to the next.
struct SolarRound {
    std::int64_t eleventh = 0;  ///< its new moon
    int leap = 0;               ///< which month after that is a leap month; 0: none

    [[nodiscard]] std::int64_t first_month() const { return eleventh + (leap == 1 || leap == 2 ? 3 : 2); }
    /// The number of the month that comes twice.
    [[nodiscard]] int leap_month() const { return (leap + 9) % 12 + 1; }
};

/// The round that ends with the solstice of a Gregorian year.
SolarRound round_until(std::int64_t gregorian_year) {
    SolarRound result{.eleventh = moon_of_solstice(gregorian_year - 1)};
    if (moon_of_solstice(gregorian_year) - result.eleventh < 13) return result;
    const auto has_sign = [&](int month) {
        return sign_of_sun(moon_day(result.eleventh + month)) != sign_of_sun(moon_day(result.eleventh + month + 1));
    };
    for (result.leap = 1; result.leap < 12 && has_sign(result.leap);)
        ++result.leap;
    return result;
}

}  // namespace

LunarYear chinese_year(std::int64_t gregorian_year) {
    const SolarRound before = round_until(gregorian_year);
    const SolarRound after = round_until(gregorian_year + 1);
    const std::int64_t first = before.first_month();
    const std::int64_t next = after.first_month();
    LunarYear result{.first = moon_day(first)};
    result.days = static_cast<int>(moon_day(next) - result.first);
    for (std::int64_t moon = first; moon < next; ++moon) {
        if (moon_day(moon + 1) - moon_day(moon) == 30) result.long_months |= 1U << static_cast<unsigned>(moon - first);
    }
    for (const SolarRound& round : {before, after}) {
        const std::int64_t leap = round.eleventh + round.leap;
        if (round.leap != 0 && leap >= first && leap < next) result.leap_month = round.leap_month();
    }
    return result;
}

}  // namespace fabula

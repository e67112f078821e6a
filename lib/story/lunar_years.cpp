// The years of Umm al-Qura and of the Chinese calendar, which has to know where moon and sun stand.

#include "story/lunar_years.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>
#include <vector>

#include "source/floor_divided.hpp"

namespace fabula {
namespace {

// ---- Moon and sun ---------------------------------------------------------------------------------------------------
// Jean Meeus, "Astronomical Algorithms", second edition (1998).

constexpr double radians = 3.14159265358979323846 / 180;
constexpr double julian_day_of_1970 = 2440587.5;
constexpr double julian_day_of_2000 = 2451545.0;
constexpr double days_in_century = 36525;

double sine(double degrees) {
    return std::sin(std::fmod(degrees, 360) * radians);
}

/// Seconds that uniform time is ahead of the time of the turning earth: observed values, by a quarter of a century
/// (Morrison and Stephenson 2004; IERS), and then the parabola of the slowing earth.
double seconds_ahead(double year) {
    constexpr double first = 1625;
    constexpr double step = 25;
    constexpr double seconds[] = {80,  50,  27,   9,    10.5, 13.4, 16.4, 13.7, 11,
                                  7.1, 3.6, -2.8, 23.6, 29.1, 45.5, 63.8, 69.2, 76};
    const double at = (year - first) / step;
    const auto last = static_cast<double>(std::size(seconds) - 1);
    if (at >= last) {
        const double centuries = (year - 2050) / 100;
        return seconds[std::size(seconds) - 1] + (35 + 32 * centuries) * centuries;
    }
    const double place = std::max(at, 0.0);
    const auto index = static_cast<std::size_t>(place);
    return seconds[index] + (place - std::floor(place)) * (seconds[index + 1] - seconds[index]);
}

double days_ahead(double julian_day) {
    return seconds_ahead(2000 + (julian_day - julian_day_of_2000) / 365.25) / 86400;
}

/// A term of a series: so many days times the sine of these multiples of the arguments.
struct MoonTerm {
    double days;
    int of_eccentricity;  ///< the power of the factor for the changing orbit of the earth
    int sun;              ///< multiples of the mean anomalies of sun and moon, and of the moon's argument of latitude
    int moon;
    int latitude;
};

// Chapter 49, the terms of the new moon.
constexpr MoonTerm moon_terms[] = {
    {-0.40720, 0, 0, 1, 0}, {0.17241, 1, 1, 0, 0},    {0.01608, 0, 0, 2, 0},  {0.01039, 0, 0, 0, 2},
    {0.00739, 1, -1, 1, 0}, {-0.00514, 1, 1, 1, 0},   {0.00208, 2, 2, 0, 0},  {-0.00111, 0, 0, 1, -2},
    {-0.00057, 0, 0, 1, 2}, {0.00056, 1, 1, 2, 0},    {-0.00042, 0, 0, 3, 0}, {0.00042, 1, 1, 0, 2},
    {0.00038, 1, 1, 0, -2}, {-0.00024, 1, -1, 2, 0},  {-0.00007, 0, 2, 1, 0}, {0.00004, 0, 0, 2, -2},
    {0.00004, 0, 3, 0, 0},  {0.00003, 0, 1, 1, -2},   {0.00003, 0, 0, 2, 2},  {-0.00003, 0, 1, 1, 2},
    {0.00003, 0, -1, 1, 2}, {-0.00002, 0, -1, 1, -2}, {-0.00002, 0, 1, 3, 0}, {0.00002, 0, 0, 4, 0}};

/// A term of a planet: an angle in degrees, and how it grows from moon to moon.
struct PlanetTerm {
    double days;
    double angle;
    double growth;
};

constexpr PlanetTerm planet_terms[] = {
    {0.000325, 299.77, 0.107408},  {0.000165, 251.88, 0.016321}, {0.000164, 251.83, 26.651886},
    {0.000126, 349.42, 36.412478}, {0.000110, 84.66, 18.206239}, {0.000062, 141.74, 53.303771},
    {0.000060, 207.14, 2.453732},  {0.000056, 154.84, 7.306860}, {0.000047, 34.52, 27.261239},
    {0.000042, 207.19, 0.121824},  {0.000040, 291.34, 1.844379}, {0.000037, 161.72, 24.198154},
    {0.000035, 239.56, 25.513099}, {0.000023, 331.55, 3.592518}};

/// A term of the longitude of the earth: so much, in units of 1e-8, times the cosine of an angle that grows with time.
struct EarthTerm {
    double size;
    double angle;
    double growth;
};

// Appendix III, from VSOP87 (Bretagnon and Francou 1988): the terms of more than a fifth of an arc second.
constexpr EarthTerm earth_0[] = {{175347046, 0, 0},
                                 {3341656, 4.6692568, 6283.07585},
                                 {34894, 4.62610, 12566.15170},
                                 {3497, 2.7441, 5753.3849},
                                 {3418, 2.8289, 3.5231},
                                 {3136, 3.6277, 77713.7715},
                                 {2676, 4.4181, 7860.4194},
                                 {2343, 6.1352, 3930.2097},
                                 {1324, 0.7425, 11506.7698},
                                 {1273, 2.0371, 529.6910},
                                 {1199, 1.1096, 1577.3435},
                                 {990, 5.233, 5884.927},
                                 {902, 2.045, 26.298},
                                 {857, 3.508, 398.149},
                                 {780, 1.179, 5223.694},
                                 {753, 2.533, 5507.553},
                                 {505, 4.583, 18849.228},
                                 {492, 4.205, 775.523},
                                 {357, 2.920, 0.067},
                                 {317, 5.849, 11790.629},
                                 {284, 1.899, 796.298},
                                 {271, 0.315, 10977.079},
                                 {243, 0.345, 5486.778},
                                 {206, 4.806, 2544.314},
                                 {205, 1.869, 5573.143},
                                 {202, 2.458, 6069.777},
                                 {156, 0.833, 213.299},
                                 {132, 3.411, 2942.463},
                                 {126, 1.083, 20.775},
                                 {115, 0.645, 0.980},
                                 {103, 0.636, 4694.003},
                                 {102, 0.976, 15720.839},
                                 {102, 4.267, 7.114}};
constexpr EarthTerm earth_1[] = {{628331966747, 0, 0}, {206059, 2.678235, 6283.07585}, {4303, 2.6351, 12566.1517},
                                 {425, 1.590, 3.523},  {119, 5.796, 26.298},           {109, 2.966, 1577.344}};
constexpr EarthTerm earth_2[] = {{52919, 0, 0}, {8720, 1.0721, 6283.0758}, {309, 0.867, 12566.152}};

template <std::size_t size>
double sum_of(const EarthTerm (&terms)[size], double millennia) {
    double sum = 0;
    for (const EarthTerm& term : terms)
        sum += term.size * 1e-8 * std::cos(term.angle + term.growth * millennia);
    return sum;
}

}  // namespace

double new_moon(std::int64_t number) {
    const auto k = static_cast<double>(number);
    const double t = k / 1236.85;
    const double t2 = t * t;
    const double mean = 2451550.09766 + 29.530588861 * k + t2 * (0.00015437 - 0.000000150 * t);
    const double eccentricity = 1 - 0.002516 * t - 0.0000074 * t2;
    const double sun = 2.5534 + 29.10535670 * k - t2 * (0.0000014 + 0.00000011 * t);
    const double moon = 201.5643 + 385.81693528 * k + t2 * (0.0107582 + 0.00001238 * t);
    const double latitude = 160.7108 + 390.67050284 * k - t2 * (0.0016118 + 0.00000227 * t);
    const double node = 124.7746 - 1.56375588 * k + t2 * (0.0020672 + 0.00000215 * t);
    double off = -0.00017 * sine(node);
    for (const MoonTerm& term : moon_terms) {
        const double factor = term.of_eccentricity == 0   ? 1
                              : term.of_eccentricity == 1 ? eccentricity
                                                          : eccentricity * eccentricity;
        off += term.days * factor * sine(term.sun * sun + term.moon * moon + term.latitude * latitude);
    }
    for (const PlanetTerm& term : planet_terms)
        off += term.days * sine(term.angle + term.growth * k);
    const double time = mean + off;
    return time - days_ahead(time) - julian_day_of_1970;
}

double solar_longitude(double days_since_1970) {
    const double universal = days_since_1970 + julian_day_of_1970;
    const double time = universal + days_ahead(universal);
    const double t = (time - julian_day_of_2000) / (10 * days_in_century);
    const double series =
        sum_of(earth_0, t) +
        t * (sum_of(earth_1, t) + t * (sum_of(earth_2, t) + t * 289e-8 * std::cos(5.844 + 6283.076 * t)));
    const double centuries = 10 * t;
    const double node = 125.04452 - 1934.136261 * centuries;
    const double mean_sun = 280.4665 + 36000.7698 * centuries;
    const double mean_moon = 218.3165 + 481267.8813 * centuries;
    const double nutation =
        -17.20 * sine(node) - 1.32 * sine(2 * mean_sun) - 0.23 * sine(2 * mean_moon) + 0.21 * sine(2 * node);
    const double anomaly = 357.52911 + 35999.05029 * centuries;
    const double aberration = -20.4898 * (1 + 0.0167 * sine(anomaly + 90)) - 0.0903;
    const double longitude = std::fmod(series / radians + 180 + (nutation + aberration) / 3600, 360);
    return longitude < 0 ? longitude + 360 : longitude;
}

namespace {

// ---- The Chinese calendar -------------------------------------------------------------------------------------------
// Its rules are those of Reingold and Dershowitz, "Calendrical Calculations", chapter 19: months begin on the day of
// the new moon, the month of the winter solstice is the eleventh, and where there are thirteen months from it to the
// next, the first in which the sun enters no sign (of 30 degrees) is a leap month. ICU has the same rules, but less
// exact places of moon and sun: in 2027 and 2030 its new year is a day away from that of the Hong Kong Observatory.

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

/// The sign in which the sun is when a day begins: 0 to 11, 9 from the winter solstice on.
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

/// The Chinese year that begins in that Gregorian year, by the rules of 1645 and the true places of moon and sun over
/// Beijing.
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

// ---- Umm al-Qura, and both as far as they are known -----------------------------------------------------------------

// The table of Umm al-Qura that ICU has reaches from 1300 to 1600. The rules of the Chinese calendar are those of
// 1645; 988 years, 52 times 19, are nearly a whole number of years and of moons.
constexpr LunarRange umm_al_qura_range{{1300, 1600}, -31826, 106665};
constexpr LunarRange chinese_range{{1645, 2632}, -118676, 360863};

std::int64_t count_of(const YearRange& years) {
    return years.last - years.first + 1;
}

/// For where ICU lacks its data: years of twelve months that fill the range.
LunarYear stand_in(const LunarRange& range, std::int64_t year) {
    const auto start = [&](std::int64_t of) {
        return range.first + floor_divided((of - range.years.first) * range.days, count_of(range.years));
    };
    return {.first = start(year), .days = static_cast<int>(start(year + 1) - start(year)), .long_months = 0xAAA};
}

/// Years of Umm al-Qura; nothing where ICU fails.
std::optional<LunarYear> umm_al_qura_year(icu::Calendar& calendar, std::int64_t year) {
    constexpr double milliseconds_per_day = 86'400'000;
    UErrorCode status = U_ZERO_ERROR;
    std::array<std::int64_t, 13> starts{};  // of the months, and of the next year
    for (std::size_t month = 0; month < starts.size(); ++month) {
        const bool next = month == 12;
        calendar.clear();
        calendar.set(UCAL_EXTENDED_YEAR, static_cast<std::int32_t>(next ? year + 1 : year));
        calendar.set(UCAL_MONTH, next ? 0 : static_cast<std::int32_t>(month));
        calendar.set(UCAL_DATE, 1);
        starts[month] = static_cast<std::int64_t>(std::floor(calendar.getTime(status) / milliseconds_per_day));
    }
    if (U_FAILURE(status)) return std::nullopt;
    LunarYear result{.first = starts[0], .days = static_cast<int>(starts[12] - starts[0])};
    for (std::size_t month = 0; month < 12; ++month) {
        if (starts[month + 1] - starts[month] == 30) result.long_months |= 1U << month;
    }
    return result;
}

/// The years that were asked for. Each thread has its own, because the calendars of ICU have a state.
class Almanac {
public:
    explicit Almanac(CalendarSystem system)
        : range_(lunar_range(system)), years_(static_cast<std::size_t>(count_of(range_.years))) {
        if (system == CalendarSystem::chinese) return;
        UErrorCode status = U_ZERO_ERROR;
        umm_al_qura_.reset(icu::Calendar::createInstance(*icu::TimeZone::getGMT(),
                                                         icu::Locale("en@calendar=islamic-umalqura"), status));
        if (U_FAILURE(status)) umm_al_qura_.reset();
        missing_ = umm_al_qura_ == nullptr;
    }

    [[nodiscard]] LunarYear year(std::int64_t year) {
        const std::int64_t times = floor_divided(year - range_.years.first, count_of(range_.years));
        const std::int64_t same = year - times * count_of(range_.years);
        auto& known = years_[static_cast<std::size_t>(same - range_.years.first)];
        if (!known) known = worked_out(same);
        LunarYear result = *known;
        result.first += times * range_.days;
        return result;
    }

private:
    [[nodiscard]] LunarYear worked_out(std::int64_t year) {
        if (missing_) return stand_in(range_, year);
        if (!umm_al_qura_) return chinese_year(year);
        return umm_al_qura_year(*umm_al_qura_, year).value_or(stand_in(range_, year));
    }

    LunarRange range_;
    std::unique_ptr<icu::Calendar> umm_al_qura_;
    bool missing_ = false;
    std::vector<std::optional<LunarYear>> years_;
};

}  // namespace

const LunarRange& lunar_range(CalendarSystem system) {
    return system == CalendarSystem::chinese ? chinese_range : umm_al_qura_range;
}

LunarYear lunar_year(CalendarSystem system, std::int64_t year) {
    if (system == CalendarSystem::chinese) {
        thread_local Almanac chinese{CalendarSystem::chinese};
        return chinese.year(year);
    }
    thread_local Almanac umm_al_qura{CalendarSystem::umm_al_qura};
    return umm_al_qura.year(year);
}

}  // namespace fabula

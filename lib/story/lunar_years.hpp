#pragma once

#include <cstdint>

#include "fabula/calendar.hpp"

/// The years of calendars that follow the moon and have no short rule: Umm al-Qura, as ICU has it, and Chinese.
namespace fabula {

/// A year by its months.
struct LunarYear {
    std::int64_t first = 0;  ///< days since 1970-01-01
    int days = 0;
    int leap_month = 0;             ///< the month that comes twice; 0: none
    std::uint32_t long_months = 0;  ///< a bit for each month of 30 days, in order, a leap month after its namesake
};

/// A stretch of years that are known. Beyond it the same years come again, so that arithmetic has no end; dates there
/// mean nothing.
struct LunarRange {
    YearRange years;
    std::int64_t first = 0;  ///< the first day of the first of them
    std::int64_t days = 0;   ///< of all of them
};

[[nodiscard]] const LunarRange& lunar_range(CalendarSystem system);

/// A year of CalendarSystem::umm_al_qura or ::chinese; the Chinese year 2024 begins in the Gregorian year 2024. A year
/// is worked out once in each thread.
[[nodiscard]] LunarYear lunar_year(CalendarSystem system, std::int64_t year);

// What the Chinese calendar has to know: to half a minute of time for the moon, and to a minute for the sun, in the
// centuries around ours.

/// The new moon with that number, 0 being that of 6 January 2000: days since 1970-01-01T00:00, in universal time.
[[nodiscard]] double new_moon(std::int64_t number);

/// The apparent longitude of the sun at that time, in degrees from 0 to 360: 270 at the winter solstice.
[[nodiscard]] double solar_longitude(double days_since_1970);

}  // namespace fabula

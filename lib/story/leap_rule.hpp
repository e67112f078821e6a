#pragma once

#include <cstdint>

#include "fabula/calendar.hpp"

/// Which years of a calendar of months and a rule are longer.
namespace fabula {

/// How many of the years 1 to `year` are leap years; less than 0 for the years from `year` + 1 to 0.
[[nodiscard]] std::int64_t leap_years_until(const LeapRule& rule, std::int64_t year);

/// After how many years the leap years come again; 0 where never.
[[nodiscard]] std::int64_t leap_cycle(const LeapRule& rule);

/// The same for the French Republican calendar: 3, 7, 11 and 15 were leap years by the equinox, 20 would have been the
/// next, and from there the rule that Romme proposed is that of the Gregorian calendar, as it is here before year 1.
[[nodiscard]] std::int64_t republican_leap_years_until(std::int64_t year);

}  // namespace fabula

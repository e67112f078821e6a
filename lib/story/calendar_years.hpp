#pragma once

#include <cstdint>

#include "fabula/calendar.hpp"

/// Where the years of a calendar begin, and which months they have.
namespace fabula {

/// Days from the first of year 1 to the first of `year`; negative for the years before.
[[nodiscard]] std::int64_t start_of_year(const Calendar& calendar, std::int64_t year);

/// The year of a day counted from the first of year 1.
[[nodiscard]] std::int64_t year_of(const Calendar& calendar, std::int64_t day);

/// Whether the month, which `year` has, is one of its months, and not days between two: at least half as long as the
/// longest month of common years.
[[nodiscard]] bool is_proper_month(const Calendar& calendar, std::int64_t year, int month);

/// How many such months there are from the first of year 1 to the first of `year`; negative for the years before.
[[nodiscard]] std::int64_t months_before(const Calendar& calendar, std::int64_t year);

/// How many such months a year has in the mean.
[[nodiscard]] double mean_months_in_year(const Calendar& calendar);

}  // namespace fabula

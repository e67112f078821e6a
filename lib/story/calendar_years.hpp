#pragma once

#include <cstdint>

#include "fabula/calendar.hpp"

/// Where the years of a calendar begin, and which months they have.
namespace fabula {

/// Days from the first of year 1 to the first of `year`; negative for the years before.
[[nodiscard]] std::int64_t start_of_year(const Calendar& calendar, std::int64_t year);

struct CalendarYear {
    std::int64_t number = 0;
    std::int64_t start = 0;  ///< as start_of_year
};

/// The year of a day counted from the first of year 1.
[[nodiscard]] CalendarYear year_at(const Calendar& calendar, std::int64_t day);

/// Whether this month of `year` is a proper month, and not days between two: at least half as long as the
/// longest month of common years.
[[nodiscard]] bool is_proper_month(const Calendar& calendar, std::int64_t year, int month);

/// How many such months there are from the first of year 1 to the first of `year`; negative for the years before.
[[nodiscard]] std::int64_t months_before(const Calendar& calendar, std::int64_t year);

/// The mean number of such months in a year.
[[nodiscard]] double mean_months_in_year(const Calendar& calendar);

}  // namespace fabula

#pragma once

#include <cstdint>

#include "fabula/calendar.hpp"

/// Calendar addition, as people add years and months to a day.
namespace fabula {

/// The same day of the same month, so many years later (earlier, where negative). Where the month reached does not have
/// that day, it is the last that it has: 29 February and a year is 28 February. Where the year does not have that month
/// (a leap month), it is the last day before. A later day never comes out earlier, with one exception: days of the
/// Hebrew Adar I become the same days of Adar in a common year, as is the custom, and so do days of Adar.
[[nodiscard]] std::int64_t add_years(const Calendar& calendar, std::int64_t day_number, std::int64_t years);

/// The same day of the month that is so many months later, or the last day that it has: 31 January and a month is the
/// last of February. Leap months are months. Days between months (those of months of less than half the length of the
/// longest) count to the end of the month before: a month later is the last day of the month reached. If that is the
/// same month of another year, it is the same day after it, if that year has it. A later day never comes out earlier.
[[nodiscard]] std::int64_t add_months(const Calendar& calendar, std::int64_t day_number, std::int64_t months);

/// The most days by which such a sum can differ from that with mean years, or mean months, whatever their number.
[[nodiscard]] std::int64_t most_days_off_in_years(const Calendar& calendar);
[[nodiscard]] std::int64_t most_days_off_in_months(const Calendar& calendar);

}  // namespace fabula

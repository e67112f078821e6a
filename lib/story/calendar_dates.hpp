#pragma once

#include <optional>
#include <string>

#include "fabula/calendar.hpp"
#include "fabula/phrase.hpp"

/// Which dates a calendar has.
namespace fabula {

/// Why a calendar does not have a date, and what to write instead.
struct NoSuchDate {
    std::string message;
    std::string help;
};

/// Checks year, month and day, as far as they are there, of a date that was written with `era`, if any; nothing where
/// the calendar has it.
[[nodiscard]] std::optional<NoSuchDate> no_such_date(const Calendar& calendar, const CalendarDate& date,
                                                     const Era* era = nullptr);

/// The date with the numbers of its months as digits write them, in place of the months.
[[nodiscard]] DatePhrase with_numbers_of_months(DatePhrase date, const Calendar& calendar);

}  // namespace fabula

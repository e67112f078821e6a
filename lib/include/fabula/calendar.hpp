#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/source.hpp"

/// Calendars: the proleptic Gregorian and Julian ones, and those that stories define for themselves. All are values of
/// one type, and one arithmetic is exact for all of them, in any year. Pure functions; thread-safe.
namespace fabula {

struct CalendarMonth {
    std::string name;
    int days = 0;                               ///< in a common year; 0 for a month of leap years only

    friend bool operator==(const CalendarMonth&, const CalendarMonth&) = default;
};

/// Which years are longer: those that `every` divides, but not those that `except` divides, unless `unless` does.
struct LeapRule {
    int month = 1;                              ///< which is longer, counted from 1
    int days = 1;                               ///< by so many
    std::int64_t every = 4;                     ///< from 1
    std::int64_t except = 0;                    ///< 0: no exception
    std::int64_t unless = 0;                    ///< 0: no exception from the exception

    friend bool operator==(const LeapRule&, const LeapRule&) = default;
};

/// Years with a count of their own: from its year `first` on, or counted back from it ("BC").
struct Era {
    std::string name;
    std::int64_t first = 1;                     ///< the year of the calendar that is year 1 of the era
    bool backwards = false;

    friend bool operator==(const Era&, const Era&) = default;
};

struct Calendar {
    std::string id;                             ///< as dates in it begin: "julian 1066-10-14"
    Span span;                                  ///< of the id; nowhere for those that every story has
    std::string name;
    bool standard = false;                      ///< Gregorian or Julian: written as EDTF says, with seasons
    std::vector<CalendarMonth> months;          ///< one or more, with a day or more together
    std::optional<LeapRule> leap;
    std::vector<std::string> week;              ///< days of the week; the first day of year 1 is the first of them
    std::vector<Era> eras;
    std::optional<std::int64_t> epoch;          ///< the first day of year 1, in days since 1970-01-01 (Gregorian); none: no link

    friend bool operator==(const Calendar&, const Calendar&) = default;
};

/// A day of a calendar. Years are counted through zero: the year before 1 is 0, that before it -1.
struct CalendarDay {
    std::int64_t year = 1;
    int month = 1;                              ///< from 1 to the number of months
    int day = 1;                                ///< from 1

    friend bool operator==(const CalendarDay&, const CalendarDay&) = default;
};

/// The calendars that every story has: proleptic, their months named in English.
[[nodiscard]] const Calendar& gregorian();
[[nodiscard]] const Calendar& julian();

/// How many days a month has in `year`.
[[nodiscard]] int days_in_month(const Calendar& calendar, std::int64_t year, int month);

/// Days since 1970-01-01 (Gregorian); in a calendar without a link, since the first day of its year 1. Exact for years
/// to a thousand million either way. A month after the last is one of the next year, and a day after the last one of
/// the next month. O(months).
[[nodiscard]] std::int64_t day_number(const Calendar& calendar, const CalendarDay& day);

/// The day with that number. O(months + log years).
[[nodiscard]] CalendarDay day_of(const Calendar& calendar, std::int64_t number);

/// Which of Calendar::week a day is; nothing where there is no week.
[[nodiscard]] std::optional<std::size_t> weekday(const Calendar& calendar, std::int64_t number);

/// A year as its era counts it.
struct EraYear {
    std::size_t era = 0;                        ///< into Calendar::eras
    std::int64_t year = 1;

    friend bool operator==(const EraYear&, const EraYear&) = default;
};

/// Of the eras that have the year, the one that begins last; nothing where none has it.
[[nodiscard]] std::optional<EraYear> era_year(const Calendar& calendar, std::int64_t year);

/// The mean length of a year, in days.
[[nodiscard]] double mean_year(const Calendar& calendar);

/// The mean length of a month, in days; months of less than half the length of the longest, as days between months are,
/// do not count as such.
[[nodiscard]] double mean_month(const Calendar& calendar);

/// "1912-03-29", "Y12000-01-01", "-0043-03-15", with the era where there is one: "TA 3019-03-25"; the year alone where
/// not `precise`.
[[nodiscard]] std::string format_day(const Calendar& calendar, std::int64_t number, bool precise = true);

}  // namespace fabula

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/source.hpp"

/// Calendars: those of the world, and those that stories define for themselves. All are values of one type, and one
/// arithmetic is exact for all of them, in any year. Pure functions; thread-safe.
namespace fabula {

/// How the years of a calendar are reckoned.
enum class CalendarSystem {
    table,             ///< by its months and its rule of leap years
    hebrew,            ///< by the mean moon and the four postponements
    umm_al_qura,       ///< as published, through ICU
    chinese,           ///< by moon and sun over Beijing
    french_republican  ///< leap years 3, 7, 11 and 15, then by Romme's rule
};

struct CalendarMonth {
    std::string name;
    int days = 0;                        ///< in a common year; 0 for a month of leap years only
    std::vector<std::string> also = {};  ///< other spellings that are read
    int number = 0;                      ///< as dates in digits write it; 0: its place among the months

    friend bool operator==(const CalendarMonth&, const CalendarMonth&) = default;
};

/// Which years are longer: those that `every` divides, but not those that `except` divides, unless `unless` does, all
/// three counted from the year `from`, before it, too; or those of a list.
struct LeapRule {
    int month = 1;                         ///< which is longer, counted from 1
    int days = 1;                          ///< by so many
    std::int64_t every = 4;                ///< from 1
    std::int64_t except = 0;               ///< 0: no exception
    std::int64_t unless = 0;               ///< 0: no exception from the exception
    std::int64_t from = 0;                 ///< a year that counts as 0
    std::vector<std::int64_t> years = {};  ///< in ascending order: these instead of `every`; none: the rule above
    std::int64_t cycle = 0;                ///< the list, of years 1 to `cycle`, comes again after so many; 0: never

    friend bool operator==(const LeapRule&, const LeapRule&) = default;
};

/// Years with a count of their own: from its year `first` on, or counted back from it ("BC"). Within its first year an
/// era may begin on a later day.
struct Era {
    std::string name;
    std::int64_t first = 1;  ///< the year of the calendar that is year 1 of the era
    bool backwards = false;
    std::optional<std::int64_t> begins = {};  ///< the number of its first day, where that is not the first of a year
    std::optional<std::int64_t> ends = {};    ///< the number of its last day, where it does not go on; on the day of a
                                              ///< change two eras may be said

    friend bool operator==(const Era&, const Era&) = default;
};

/// The years that a calendar has dates in.
struct YearRange {
    std::int64_t first = 0;
    std::int64_t last = 0;

    friend bool operator==(const YearRange&, const YearRange&) = default;
};

struct Calendar {
    std::string id;  ///< as dates in it begin: "julian 1066-10-14"
    Span span;       ///< of the id; nowhere for those that every story has
    std::string name;
    bool standard = false;              ///< Gregorian or Julian: written as EDTF says, with seasons
    std::vector<CalendarMonth> months;  ///< one or more, with a day or more together
    std::optional<LeapRule> leap;
    std::vector<std::string> week;  ///< days of the week; the first day of year 1 is the first of them
    std::vector<Era> eras;
    std::optional<std::int64_t>
        epoch;  ///< the first day of year 1, in days since 1970-01-01 (Gregorian); none: no link
    CalendarSystem system = CalendarSystem::table;
    bool built_in = false;                ///< every story has it
    std::optional<YearRange> years = {};  ///< none: all; outside of them days are counted on by a rule of thumb
    int hours_in_day = 24;
    int minutes_in_hour = 60;  ///< minutes themselves are everyone's

    friend bool operator==(const Calendar&, const Calendar&) = default;
};

/// A day of a calendar. Years are counted through zero: the year before 1 is 0, that before it -1.
struct CalendarDay {
    std::int64_t year = 1;
    int month = 1;  ///< from 1 to the number of months
    int day = 1;    ///< from 1

    friend bool operator==(const CalendarDay&, const CalendarDay&) = default;
};

/// The calendars that every story has, in the order in which it has them: proleptic, their months named in English.
[[nodiscard]] const std::vector<Calendar>& built_in_calendars();
[[nodiscard]] const Calendar& gregorian();
[[nodiscard]] const Calendar& julian();

/// How many days a month has in `year`; 0 where the year does not have it.
[[nodiscard]] int days_in_month(const Calendar& calendar, std::int64_t year, int month);

/// The number of a month as dates in digits write it, and the month with that number; nothing where there is none.
[[nodiscard]] int number_of_month(const Calendar& calendar, int month);
[[nodiscard]] std::optional<int> month_numbered(const Calendar& calendar, std::int64_t number);

/// Whether the calendar has dates in `year`.
[[nodiscard]] bool has_year(const Calendar& calendar, std::int64_t year);

/// Minutes in a day of the calendar: 1440 but in calendars of other worlds.
[[nodiscard]] std::int64_t minutes_in_day(const Calendar& calendar);

/// The minute at which the day with that number begins, since 1970-01-01T00:00 (Gregorian); in a calendar without a
/// link, since the first day of its year 1.
[[nodiscard]] std::int64_t minutes_at(const Calendar& calendar, std::int64_t day_number);

/// The number of the day that has that minute.
[[nodiscard]] std::int64_t day_at(const Calendar& calendar, std::int64_t minutes);

/// Days since 1970-01-01 (Gregorian); in a calendar without a link, or whose days are not of 1440 minutes, days of its
/// own since the first of its year 1. Exact for years to twenty thousand million either way. A month after the last is
/// one of the next year, and a day after the last one of the next month. O(months).
[[nodiscard]] std::int64_t day_number(const Calendar& calendar, const CalendarDay& day);

/// The day with that number. O(months + log years).
[[nodiscard]] CalendarDay day_of(const Calendar& calendar, std::int64_t number);

/// Which of Calendar::week a day is; nothing where there is no week.
[[nodiscard]] std::optional<std::size_t> weekday(const Calendar& calendar, std::int64_t number);

/// A year as its era counts it.
struct EraYear {
    std::size_t era = 0;  ///< into Calendar::eras
    std::int64_t year = 1;

    friend bool operator==(const EraYear&, const EraYear&) = default;
};

/// Of the eras that have the year, the one that begins last; nothing where none has it.
[[nodiscard]] std::optional<EraYear> era_year(const Calendar& calendar, std::int64_t year);

/// The same for a day: eras that begin within a year do not have the days before.
[[nodiscard]] std::optional<EraYear> era_of_day(const Calendar& calendar, std::int64_t number);

/// The mean length of a year, in days.
[[nodiscard]] double mean_year(const Calendar& calendar);

/// The mean length of a month, in days; months of less than half the length of the longest, as days between months are,
/// do not count as such, and leap months count in the years that have them.
[[nodiscard]] double mean_month(const Calendar& calendar);

/// "1912-03-29", "Y12000-01-01", "-0043-03-15", with the era of the day where there is one: "TA 3019-03-25"; the year
/// alone where not `precise`.
[[nodiscard]] std::string format_day(const Calendar& calendar, std::int64_t number, bool precise = true);

}  // namespace fabula

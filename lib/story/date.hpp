#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "fabula/story.hpp"

namespace fabula {

/// Why a text is not a date: what is wrong, what to do, and which bytes of the text.
struct DateFault {
    std::string message;
    std::string help;
    std::size_t offset = 0;
    std::size_t length = 0;
};

/// How to understand the years, months and days of a date. What it refers to outlives it.
struct DateWay {
    const Calendar& calendar;
    const Era* era = nullptr;  ///< its years are meant
    bool old_style = false;    ///< years begin on 25 March
    bool dual = false;         ///< the year is the earlier of two, as in 1675/6
};

/// Whether a word is meant as a date, also of level 2: it begins as only dates do.
[[nodiscard]] bool looks_like_date(std::string_view word);

/// Reads a date or an interval of EDTF, levels 0 and 1 (ISO 8601-2:2019, Library of Congress), in the calendar of
/// `way`; only dates that the calendar has. The result does not say which calendar that is. Of level 2: marks on parts,
/// sets one of which is meant, seasons to 41, exponents and significant digits of years, 1XXX. Beyond these levels:
/// times without seconds, digits left open in intervals, seasons in intervals, years as 1675-02-10/6. Forms of level 2
/// that are not read are reported as such. Calendars that are not standard have no seasons, as many months and days as
/// they have, and these also in years of more than four digits.
[[nodiscard]] std::variant<DatePhrase, DateFault> parse_date(std::string_view text, const DateWay& way);

/// As above.
[[nodiscard]] std::variant<DatePhrase, DateFault> parse_date(std::string_view text,
                                                             const Calendar& calendar = gregorian(),
                                                             const Era* era = nullptr);

/// Why a calendar does not have a date, and what to write instead.
struct NoSuchDate {
    std::string message;
    std::string help;
};

/// Checks those of year, month and day that a date has; `era` is that with which it was written, if any. Nothing where
/// the calendar has the date.
[[nodiscard]] std::optional<NoSuchDate> no_such_date(const Calendar& calendar, const CalendarDate& date,
                                                     const Era* era = nullptr);

/// The year of the calendar for the year `year` of `era`, counted from 1.
[[nodiscard]] std::int64_t year_of_era(const Era& era, std::int64_t year);

/// Whether all of `first` is later than all of `second`.
[[nodiscard]] bool is_later(const CalendarDate& first, const CalendarDate& second);

/// The date as parse_date reads it, with `calendar` ("julian ") before each of its ends (format_phrase.cpp).
[[nodiscard]] std::string format_date(const DatePhrase& date, std::string_view calendar = "", int minutes_in_hour = 60);

/// The offset of a clock from UTC, at the end of a date: "Z", "-04", "+04:30" (format_phrase.cpp).
[[nodiscard]] std::string format_zone(int minutes);

/// How to write dates, as advice.
inline constexpr std::string_view how_to_write_dates =
    "write a date as 1996, 1996-07 or 1996-07-14, with ‘~’ or ‘?’ after it if it is not sure, and a stretch as "
    "1978/1981";

/// Reads one date, not an interval or a set; `offset` is that of the text in the phrase, for faults (edtf_date.cpp).
[[nodiscard]] std::variant<CalendarDate, DateFault> parse_edtf_date(std::string_view text, std::size_t offset,
                                                                    const DateWay& way);

}  // namespace fabula

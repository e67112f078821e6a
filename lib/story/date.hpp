#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "fabula/story.hpp"

namespace fabula {

/// Why a text is no date: what is wrong, what to do, and which bytes of it.
struct DateFault {
    std::string message;
    std::string help;
    std::size_t offset = 0;
    std::size_t length = 0;
};

/// Whether a word is meant as a date, be it of level 2: it begins like one, and nothing else does.
[[nodiscard]] bool looks_like_date(std::string_view word);

/// Reads a date or an interval of EDTF, levels 0 and 1 (ISO 8601-2:2019, Library of Congress), in `calendar`; only
/// dates that there are. The result does not say which calendar that is. More than these levels have: times without
/// seconds, digits left open in intervals (of level 2), seasons in intervals. Forms of level 2 that are not read are
/// called that. Calendars that are not standard have no seasons, as many months and days as they have, and these also
/// in years of more than four digits. With `era`, its years are meant.
[[nodiscard]] std::variant<DatePhrase, DateFault> parse_date(std::string_view text,
                                                             const Calendar& calendar = gregorian(),
                                                             const Era* era = nullptr);

/// The year of the calendar that is `year`, from 1, of `era`.
[[nodiscard]] std::int64_t year_of_era(const Era& era, std::int64_t year);

/// The date as parse_date reads it, without its calendar (format_date.cpp).
[[nodiscard]] std::string format_date(const DatePhrase& date);

}  // namespace fabula

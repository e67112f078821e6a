#pragma once

#include <cstddef>
#include <string_view>
#include <variant>

#include "story/date.hpp"

namespace fabula {

/// How dates are written, in a word of advice.
inline constexpr std::string_view how_to_write_dates =
    "write a date as 1996, 1996-07 or 1996-07-14, with ‘~’ or ‘?’ behind it if it is not sure, and a stretch as "
    "1978/1981";

/// Reads one date, no interval and no set; `offset` is that of the text in the phrase, for faults.
[[nodiscard]] std::variant<CalendarDate, DateFault> parse_edtf_date(std::string_view text, std::size_t offset,
                                                                    const DateWay& way);

}  // namespace fabula

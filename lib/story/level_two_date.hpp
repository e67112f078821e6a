#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "story/date.hpp"

namespace fabula {

/// Reads a set of dates of which one is meant: "[1667,1668]", "[1667, 1668, 1670..1672]", "[..1984]".
[[nodiscard]] std::variant<DatePhrase, DateFault> parse_date_set(std::string_view text, const DateWay& way);

/// Of a text that is a date of level 2 of EDTF and of no form that is read: which feature that is, and what to write
/// instead. Nothing where it is no date of level 2 either.
[[nodiscard]] std::optional<DateFault> level_two_fault(std::string_view text);

}  // namespace fabula

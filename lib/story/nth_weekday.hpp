#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "story/date.hpp"
#include "story/date_tokens.hpp"

namespace fabula {

/// A day of the week counted in a month: its date as EDTF writes it, which is empty where the month has no such day.
struct NthWeekday {
    std::string edtf;
    std::size_t tokens = 0;  ///< 0: the tokens are something else
};

/// Looks at the tokens from `at` on: "second Monday of May 1981", "last Friday in May 1981".
[[nodiscard]] NthWeekday nth_weekday_at(const std::vector<DateToken>& tokens, std::size_t at, const DateWay& way);

/// Which day of the week of `calendar` the word is, in English, whole or cut to three letters or four and written with
/// a capital; nothing where it is none.
[[nodiscard]] std::optional<std::size_t> english_weekday(std::string_view word, const Calendar& calendar);

}  // namespace fabula

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "story/phrase_cursor.hpp"

namespace fabula {

/// A word of a date, or a part of one: "1850–1860" is three.
struct DateToken {
    std::string_view text;
    std::size_t word = 0;  ///< counted from the first
};

/// The words from the one `ahead` on, those with a dash between two dates, with "c." or with BC taken apart. No date is
/// longer than what is looked at.
[[nodiscard]] std::vector<DateToken> date_tokens(const PhraseCursor& words, std::size_t ahead);

/// Whether any of the words has a digit, or says "ago", a century or a millennium: without, there is no date.
[[nodiscard]] bool has_figures(const PhraseCursor& words, std::size_t ahead);

}  // namespace fabula

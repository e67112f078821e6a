#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "story/date.hpp"
#include "story/phrase_cursor.hpp"

namespace fabula {

/// A date in English words, as EDTF writes it; or what is wrong with it.
struct EnglishDate {
    std::string edtf;
    bool between = false;            ///< some time in the stretch, not all of it: "19th century"
    std::optional<DateFault> fault;  ///< without its place
    std::size_t words = 0;           ///< 0: there is none
};

/// Looks at the words from the one `ahead` on: "14 July 1996", "July 14, 1996", "c. 1850", "44 BC", "the 1990s", "19th
/// century", "1850–1860", "3–9 May 1870", "second Monday of May 1981", "66 million years ago". Dates that are EDTF
/// already are none. Names of months, BC and AD are of standard calendars alone.
[[nodiscard]] EnglishDate english_date_ahead(const PhraseCursor& words, std::size_t ahead, const DateWay& way);

/// Which month, from 1, the word is in English, whole or in its first three letters; nothing where it is none.
[[nodiscard]] std::optional<int> english_month(std::string_view word);

}  // namespace fabula

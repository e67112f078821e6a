#pragma once

#include <optional>
#include <string>

#include "story/phrase_cursor.hpp"

namespace fabula {

/// The date of "Christmas Eve 1914", "Easter 1916" and other feasts, as it may be written: "24 December 1914"; nothing
/// where the phrase does not begin with one. Without a year, the example is of 1996.
[[nodiscard]] std::optional<std::string> date_of_feast(const PhraseCursor& words);

}  // namespace fabula

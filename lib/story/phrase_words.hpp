#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "story/phrase_cursor.hpp"

/// Words of phrases, compared and taken apart.
namespace fabula {

/// How many of the words from the one `ahead` on are `name`, which may be several; 0 where they are not.
[[nodiscard]] std::size_t words_of(std::string_view name, const PhraseCursor& words, std::size_t ahead);

/// Whether the two are one word but for capitals (of ASCII) in either.
[[nodiscard]] bool same_word(std::string_view first, std::string_view second);

/// The word without a comma behind it.
[[nodiscard]] std::string_view without_comma(std::string_view word);

/// "1850" and "1860" of "1850–1860": what stands before and behind the one dash or hyphen in a word; nothing where
/// there is none, more than one, or nothing on one of its sides.
[[nodiscard]] std::optional<std::pair<std::string_view, std::string_view>> split_at_dash(std::string_view word);

/// Whether the word is a dash between two others: "1850 – 1860".
[[nodiscard]] bool is_dash(std::string_view word);

/// The word as a whole number of at most nine digits, and nothing else.
[[nodiscard]] std::optional<int> whole_number(std::string_view word);

}  // namespace fabula

#pragma once

#include <string_view>

namespace fabula {

/// What pictures say about time and CLDR has no data for, in the languages that we have it in; "{0}" and "{1}" stand
/// for what is filled in. In English where the language is another; empty for a key that is not in the table.
/// `language` is a BCP 47 tag.
[[nodiscard]] std::string_view language_word(std::string_view language, std::string_view key);

/// Whether the table has the language.
[[nodiscard]] bool has_words(std::string_view language);

}  // namespace fabula

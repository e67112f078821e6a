#pragma once

#include <string>
#include <string_view>

namespace fabula::typesetting {

/// Text as it can be set on a line: valid UTF-8 (U+FFFD for what was not), white space folded to single spaces and
/// trimmed, without control characters, embeddings and overrides of direction, and without more than 30 combining
/// characters in a row (the limit of the Stream-Safe Text Format, Unicode Standard Annex 15).
[[nodiscard]] std::string clean_text(std::string_view text);

/// `text` without its soft hyphens.
[[nodiscard]] std::string without_soft_hyphens(std::string text);

inline constexpr std::string_view soft_hyphen = "\xC2\xAD";
inline constexpr std::string_view ellipsis = "\xE2\x80\xA6";

}  // namespace fabula::typesetting

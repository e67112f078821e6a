#pragma once

#include <string_view>
#include <vector>

namespace fabula {

/// Families to try for a character that the theme's family has not, in order: those of its script first (the serif
/// ones first where `serif`), then those with signs of every kind. Han characters and their kin are not here: see
/// han_face.
[[nodiscard]] std::vector<std::string_view> fallback_families(char32_t character, bool serif);

/// Whether `character` is set in the fonts for Chinese, Japanese and Korean.
[[nodiscard]] bool is_east_asian(char32_t character);

/// The family with all East Asian scripts in one file, one face for each region.
inline constexpr std::string_view east_asian_family = "Noto Sans CJK";

/// Which face of that file to take for text in `language` (BCP 47), which shapes Han characters as its readers are used
/// to; where the language is not one of theirs, what scripts the text itself is in decides.
[[nodiscard]] int east_asian_face(std::string_view language, bool has_kana, bool has_hangul);

}  // namespace fabula

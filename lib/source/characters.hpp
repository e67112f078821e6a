#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Characters (Unicode code points) of UTF-8 text: counting, checking and showing them.
namespace fabula {

/// Whether `byte` is the first one of a character.
[[nodiscard]] constexpr bool starts_character(char byte) noexcept {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// How many characters begin in `text`.
[[nodiscard]] std::size_t count_characters(std::string_view text) noexcept;

/// Where `text` stops being UTF-8; nothing where all of it is.
[[nodiscard]] std::optional<std::size_t> first_invalid_byte(std::string_view text) noexcept;

/// What a character can be in a name.
enum class CharacterSort { letter, digit, other };

/// The first character of `text`, which is UTF-8 and not empty: letters are those of any script, with their marks.
struct SortedCharacter {
    CharacterSort sort = CharacterSort::other;
    std::size_t bytes = 1;
};
[[nodiscard]] SortedCharacter sort_character(std::string_view text) noexcept;

/// A character as it can be shown on a terminal: what would move the cursor or turn the direction of writing, and bytes
/// that are not UTF-8, are escaped. `columns` is its width: 0 for combining ones, 2 for wide ones.
struct ShownCharacter {
    std::string text;
    std::size_t columns = 1;
    std::size_t bytes = 1;  ///< of the source
};

/// The first character of `text`, which is not empty.
[[nodiscard]] ShownCharacter shown_character(std::string_view text);

/// All of `text` as shown_character shows it.
[[nodiscard]] std::string shown(std::string_view text);

}  // namespace fabula

#include "source/characters.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <glib.h>

namespace fabula {
namespace {

// Marks, embeddings, overrides and isolates: they reorder what is shown around them (Unicode Standard Annex 9).
bool turns_direction(gunichar character) {
    return character == 0x061C || character == 0x200E || character == 0x200F ||
           (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

bool is_shown_escaped(gunichar character) {
    const bool breaks_line = character == 0x2028 || character == 0x2029;
    const bool byte_order_mark = character == 0xFEFF;
    return g_unichar_iscntrl(character) || breaks_line || byte_order_mark || turns_direction(character);
}

std::string escape(gunichar character) {
    return character < 0x80 ? fmt::format("\\x{:02X}", character) : fmt::format("\\u{:04X}", character);
}

}  // namespace

std::size_t count_characters(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

std::optional<std::size_t> first_invalid_byte(std::string_view text) noexcept {
    // GLib takes a NUL for the end of the text; to UTF-8 it is a character like any other.
    std::size_t at = 0;
    while (at < text.size()) {
        const char* stopped = nullptr;
        if (g_utf8_validate_len(text.data() + at, text.size() - at, &stopped)) return std::nullopt;
        at = static_cast<std::size_t>(stopped - text.data());
        if (text[at] != '\0') return at;
        ++at;
    }
    return std::nullopt;
}

SortedCharacter sort_character(std::string_view text) noexcept {
    const auto length = static_cast<gssize>(std::min<std::size_t>(text.size(), 6));
    const gunichar character = g_utf8_get_char_validated(text.data(), length);
    if (character > 0x10FFFF) return {};
    const auto bytes = static_cast<std::size_t>(g_unichar_to_utf8(character, nullptr));
    if (g_unichar_isalpha(character) || g_unichar_ismark(character)) return {CharacterSort::letter, bytes};
    return {g_unichar_isdigit(character) ? CharacterSort::digit : CharacterSort::other, bytes};
}

ShownCharacter shown_character(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first == '\t') return {"    ", 4, 1};
    if (first >= 0x20 && first < 0x7F) return {std::string(1, text.front()), 1, 1};
    const gunichar character =
        first == 0 ? 0
                   : g_utf8_get_char_validated(text.data(), static_cast<gssize>(std::min<std::size_t>(text.size(), 6)));
    constexpr auto highest = gunichar{0x10FFFF};  // beyond it lie the values that say "invalid" and "incomplete"
    if (character > highest) return {fmt::format("\\x{:02X}", first), 4, 1};

    const std::size_t bytes = first < 0x80 ? 1 : static_cast<std::size_t>(g_unichar_to_utf8(character, nullptr));
    if (is_shown_escaped(character)) {
        std::string escaped = escape(character);
        const std::size_t columns = escaped.size();
        return {std::move(escaped), columns, bytes};
    }
    const std::size_t columns = g_unichar_iszerowidth(character) ? 0 : g_unichar_iswide(character) ? 2 : 1;
    return {std::string(text.substr(0, bytes)), columns, bytes};
}

std::string shown(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const ShownCharacter character = shown_character(text);
        result += character.text;
        text.remove_prefix(character.bytes);
    }
    return result;
}

}  // namespace fabula

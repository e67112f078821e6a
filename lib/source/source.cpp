// Sources: texts of files, with the lines and columns of their places; and the characters that texts are made of.

#include "fabula/source.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <glib.h>
#include <iterator>

#include "source/characters.hpp"

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

/// A text, and what is needed to find a line, and a column even in a very long line, without walking through it.
struct Sources::Text {
    /// Characters are counted once for each stretch of this many bytes.
    static constexpr std::size_t stretch = 64;
    /// Comes before the first line and is not a part of it.
    static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

    std::string name;
    std::string text;
    std::vector<std::uint32_t> line_starts;
    std::vector<std::uint32_t> characters_before;  ///< each stretch

    Text(std::string name_of_text, std::string content) : name(std::move(name_of_text)), text(std::move(content)) {
        line_starts.push_back(text.starts_with(byte_order_mark) ? 3 : 0);
        characters_before.reserve(text.size() / stretch + 1);
        std::uint32_t characters = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (at % stretch == 0) characters_before.push_back(characters);
            if (starts_character(text[at])) ++characters;
            if (text[at] == '\n') line_starts.push_back(static_cast<std::uint32_t>(at + 1));
        }
        if (text.size() % stretch == 0) characters_before.push_back(characters);
    }

    [[nodiscard]] std::size_t characters_until(std::size_t offset) const {
        const std::size_t from = offset / stretch;
        const auto rest = std::string_view(text).substr(from * stretch, offset - from * stretch);
        return characters_before[from] + count_characters(rest);
    }
};

std::uint32_t Sources::add(std::string name, std::string text) {
    texts_.push_back(std::make_shared<const Text>(std::move(name), std::move(text)));
    return static_cast<std::uint32_t>(texts_.size() - 1);
}

std::string_view Sources::name(std::uint32_t source) const {
    return texts_.at(source)->name;
}

std::string_view Sources::text(std::uint32_t source) const {
    return texts_.at(source)->text;
}

std::string_view Sources::line(std::uint32_t source, std::uint32_t line) const {
    const Text& text = *texts_.at(source);
    if (line == 0 || line > text.line_starts.size()) return {};
    const std::size_t start = text.line_starts[line - 1];
    const std::size_t end = line < text.line_starts.size() ? text.line_starts[line] - 1 : text.text.size();
    std::string_view content = std::string_view(text.text).substr(start, end - start);
    if (content.ends_with('\r')) content.remove_suffix(1);
    return content;
}

Span Sources::span(std::uint32_t source, std::size_t offset, std::size_t length) const {
    const Text& text = *texts_.at(source);
    offset = std::clamp<std::size_t>(offset, text.line_starts.front(), text.text.size());
    length = std::min(length, text.text.size() - offset);
    const auto next = std::upper_bound(text.line_starts.begin(), text.line_starts.end(), offset);
    const std::size_t column = text.characters_until(offset) - text.characters_until(*std::prev(next)) + 1;
    return {.source = source,
            .line = static_cast<std::uint32_t>(next - text.line_starts.begin()),
            .column = static_cast<std::uint32_t>(column),
            .offset = static_cast<std::uint32_t>(offset),
            .length = static_cast<std::uint32_t>(length)};
}

}  // namespace fabula

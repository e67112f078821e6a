#include "text/clean_text.hpp"

#include <cstddef>
#include <glib.h>

namespace fabula::typesetting {

namespace {

constexpr gunichar replacement = 0xFFFD;
constexpr int most_combining = 30;

/// Code points that Unicode sets aside for a program's own use (The Unicode Standard, 23.7): no font has them, and
/// Cairo takes them for broken text.
bool is_noncharacter(gunichar character) {
    return (character >= 0xFDD0 && character <= 0xFDEF) || (character & 0xFFFE) == 0xFFFE;
}

enum class Treatment { keep, fold, drop };

Treatment treatment(gunichar character) {
    if (character >= 0x202A && character <= 0x202E) return Treatment::drop;  // embeddings and overrides
    switch (g_unichar_type(character)) {
        case G_UNICODE_LINE_SEPARATOR:
        case G_UNICODE_PARAGRAPH_SEPARATOR:
            return Treatment::fold;
        case G_UNICODE_CONTROL:
            return g_unichar_isspace(character) != 0 || character == 0x85 ? Treatment::fold : Treatment::drop;
        case G_UNICODE_SPACE_SEPARATOR:
            return character == ' ' ? Treatment::fold : Treatment::keep;  // the others are there for their width
        default:
            return Treatment::keep;
    }
}

bool is_combining(gunichar character) {
    switch (g_unichar_type(character)) {
        case G_UNICODE_NON_SPACING_MARK:
        case G_UNICODE_ENCLOSING_MARK:
        case G_UNICODE_SPACING_MARK:
        case G_UNICODE_FORMAT:
            return true;
        default:
            return false;
    }
}

/// The character at the start of `text`, and how many bytes it takes. A wrong byte is a character of its own.
struct Decoded {
    gunichar character = replacement;
    std::size_t length = 1;
};

Decoded decode(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80) return {first, 1};
    const gunichar character = g_utf8_get_char_validated(text.data(), static_cast<gssize>(text.size()));
    constexpr auto invalid = static_cast<gunichar>(-1);
    constexpr auto cut_off = static_cast<gunichar>(-2);
    if (character == invalid || character == cut_off) return {};
    const auto length = static_cast<std::size_t>(g_unichar_to_utf8(character, nullptr));
    return {is_noncharacter(character) ? replacement : character, length};
}

void append(std::string& out, gunichar character) {
    char buffer[6];
    out.append(buffer, static_cast<std::size_t>(g_unichar_to_utf8(character, buffer)));
}

}  // namespace

std::string clean_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool space_due = false;
    int combining = 0;
    while (!text.empty()) {
        const Decoded next = decode(text);
        text.remove_prefix(next.length);
        const Treatment what = treatment(next.character);
        if (what == Treatment::fold) space_due = true;
        if (what != Treatment::keep) continue;
        combining = is_combining(next.character) ? combining + 1 : 0;
        if (combining > most_combining) continue;
        if (space_due && !out.empty()) out += ' ';
        space_due = false;
        append(out, next.character);
    }
    return out;
}

std::string without_soft_hyphens(std::string text) {
    for (std::size_t at = text.find(soft_hyphen); at != std::string::npos; at = text.find(soft_hyphen, at)) {
        text.erase(at, soft_hyphen.size());
    }
    return text;
}

}  // namespace fabula::typesetting

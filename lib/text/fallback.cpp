#include "text/fallback.hpp"

#include <algorithm>
#include <glib.h>

namespace fabula {

namespace {

/// A script and the families that have it.
struct Fallback {
    GUnicodeScript script;
    std::string_view sans;
    std::string_view serif;
};

constexpr Fallback fallbacks[] = {
    {G_UNICODE_SCRIPT_LATIN, "Noto Sans", "Noto Serif"},
    {G_UNICODE_SCRIPT_GREEK, "Noto Sans", "Noto Serif"},
    {G_UNICODE_SCRIPT_CYRILLIC, "Noto Sans", "Noto Serif"},
    {G_UNICODE_SCRIPT_ARABIC, "Noto Sans Arabic", "Noto Naskh Arabic"},
    {G_UNICODE_SCRIPT_ARMENIAN, "Noto Sans Armenian", "Noto Serif Armenian"},
    {G_UNICODE_SCRIPT_BENGALI, "Noto Sans Bengali", "Noto Serif Bengali"},
    {G_UNICODE_SCRIPT_DEVANAGARI, "Noto Sans Devanagari", "Noto Serif Devanagari"},
    {G_UNICODE_SCRIPT_ETHIOPIC, "Noto Sans Ethiopic", "Noto Serif Ethiopic"},
    {G_UNICODE_SCRIPT_GEORGIAN, "Noto Sans Georgian", "Noto Serif Georgian"},
    {G_UNICODE_SCRIPT_GUJARATI, "Noto Sans Gujarati", "Noto Serif Gujarati"},
    {G_UNICODE_SCRIPT_GURMUKHI, "Noto Sans Gurmukhi", "Noto Serif Gurmukhi"},
    {G_UNICODE_SCRIPT_HEBREW, "Noto Sans Hebrew", "Noto Serif Hebrew"},
    {G_UNICODE_SCRIPT_KANNADA, "Noto Sans Kannada", "Noto Serif Kannada"},
    {G_UNICODE_SCRIPT_KHMER, "Noto Sans Khmer", "Noto Serif Khmer"},
    {G_UNICODE_SCRIPT_LAO, "Noto Sans Lao", "Noto Serif Lao"},
    {G_UNICODE_SCRIPT_MALAYALAM, "Noto Sans Malayalam", "Noto Serif Malayalam"},
    {G_UNICODE_SCRIPT_MYANMAR, "Noto Sans Myanmar", "Noto Serif Myanmar"},
    {G_UNICODE_SCRIPT_SINHALA, "Noto Sans Sinhala", "Noto Serif Sinhala"},
    {G_UNICODE_SCRIPT_TAMIL, "Noto Sans Tamil", "Noto Serif Tamil"},
    {G_UNICODE_SCRIPT_TELUGU, "Noto Sans Telugu", "Noto Serif Telugu"},
    {G_UNICODE_SCRIPT_THAI, "Noto Sans Thai", "Noto Serif Thai"},
};

constexpr std::string_view families_of_signs[] = {"Noto Sans", "Noto Sans Math", "Noto Sans Symbols",
                                                  "Noto Sans Symbols2"};

}  // namespace

std::vector<std::string_view> fallback_families(char32_t character, bool serif) {
    std::vector<std::string_view> families;
    const GUnicodeScript script = g_unichar_get_script(character);
    for (const Fallback& row : fallbacks) {
        if (row.script != script) continue;
        families = {row.sans, row.serif};
        if (serif) std::reverse(families.begin(), families.end());
    }
    families.insert(families.end(), std::begin(families_of_signs), std::end(families_of_signs));
    return families;
}

bool is_east_asian(char32_t character) {
    switch (g_unichar_get_script(character)) {
        case G_UNICODE_SCRIPT_HAN:
        case G_UNICODE_SCRIPT_HIRAGANA:
        case G_UNICODE_SCRIPT_KATAKANA:
        case G_UNICODE_SCRIPT_HANGUL:
        case G_UNICODE_SCRIPT_BOPOMOFO:
            return true;
        default:
            return (character >= 0x3000 && character <= 0x303F) || (character >= 0xFF00 && character <= 0xFFEF);
    }
}

int east_asian_face(std::string_view language, bool has_kana, bool has_hangul) {
    enum Face { japanese, korean, simplified, traditional, hong_kong };
    const auto has_subtag = [&](std::string_view subtag) { return language.find(subtag) != std::string_view::npos; };
    const std::string_view primary = language.substr(0, 2);
    if (primary == "ja") return japanese;
    if (primary == "ko") return korean;
    if (primary == "zh" || primary == "yu") {
        if (has_subtag("-HK") || primary == "yu") return hong_kong;
        return has_subtag("-Hant") || has_subtag("-TW") || has_subtag("-MO") ? traditional : simplified;
    }
    if (has_kana) return japanese;
    return has_hangul ? korean : simplified;
}

}  // namespace fabula

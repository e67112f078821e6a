#include "text/font_set.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <ft2build.h>
#include <glib.h>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "fabula/text.hpp"

#include "text/clean_text.hpp"
#include "text/font_files.hpp"

// After ft2build.h:
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

namespace fabula::typesetting {
namespace {

/// The family with all East Asian scripts in one file, one face for each region.
constexpr std::string_view east_asian_family = "Noto Sans CJK";

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

/// Families to try for a character that the theme's family has not, in order: those of its script first (the serif
/// ones first where `serif`), then those with signs of every kind. Han characters and their kin are not here: see
/// han_face.
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

/// Whether `character` is set in the fonts for Chinese, Japanese and Korean.
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

/// Which face of that file to take for text in `language` (BCP 47), which shapes Han characters as its readers are used
/// to; where the language is not one of theirs, what scripts the text itself is in decides.
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

/// Taken where none of the theme's families is there.
constexpr std::string_view last_resorts[] = {"Lato", "Noto Sans", "Inter"};

using CharacterSet = std::set<char32_t>;

bool needs_glyph(char32_t character) {
    switch (g_unichar_type(character)) {
        case G_UNICODE_CONTROL:
        case G_UNICODE_FORMAT:
        case G_UNICODE_SURROGATE:
        case G_UNICODE_LINE_SEPARATOR:
        case G_UNICODE_PARAGRAPH_SEPARATOR:
            return false;
        default:
            return g_unichar_iszerowidth(character) == 0 || g_unichar_ismark(character) != 0;
    }
}

const FcChar8* as_fontconfig(const std::string& path) {
    return reinterpret_cast<const FcChar8*>(path.c_str());
}

const FcCharSet* characters_of(const FcPattern* face) {
    FcCharSet* characters = nullptr;
    return FcPatternGetCharSet(face, FC_CHARSET, 0, &characters) == FcResultMatch ? characters : nullptr;
}

/// Whether a font file says of itself that its letters have serifs: by its PANOSE figures or its family class
/// (OpenType, OS/2).
bool is_serif(const std::string& path) {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return false;
    const Handle<FT_LibraryRec_, FT_Done_FreeType> library_owner(library);
    FT_Face face = nullptr;
    if (FT_New_Face(library, path.c_str(), 0, &face) != 0) return false;
    const Handle<FT_FaceRec_, FT_Done_Face> face_owner(face);
    const auto* const os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
    if (os2 == nullptr) return false;
    constexpr int latin_text = 2;
    if (os2->panose[0] == latin_text && os2->panose[1] >= 2) return os2->panose[1] <= 10;
    const int family_class = os2->sFamilyClass >> 8;
    return family_class >= 1 && family_class <= 7 && family_class != 6;
}

/// Adds families to a FontSet until it has all characters.
class Loader {
public:
    Loader(const Theme& theme, std::string_view language, std::string_view sample)
        : theme_(theme), language_(language), folders_(theme.font_folders) {
        const std::vector<char32_t> characters = distinct_characters(sample);
        missing_.insert(characters.begin(), characters.end());
        set_.config.reset(FcConfigCreate());
        FcConfigSetRescanInterval(set_.config.get(), 0);
    }

    FontSet load() && {
        load_main_family();
        if (!set_.families.empty()) load_fallbacks();
        return std::move(set_);
    }

private:
    void load_main_family() {
        for (const std::string& family : theme_.type.family) {
            if (!add_main_family(files_of(family))) continue;
            if (family != theme_.type.family.front()) warn_of_missing_family();
            return;
        }
        for (const std::string_view family : last_resorts) {
            if (add_main_family(folders_.files_named(family))) return warn_of_missing_family();
        }
        set_.diagnostics.push_back(
            make_diagnostic("no-font", {}, "there is no font to set text in",
                            fmt::format("fonts are looked for in {}", join(theme_.font_folders, ", "))));
    }

    /// Those of the theme's folders, or else, where it allows that, of the machine.
    std::vector<std::string> files_of(const std::string& family) {
        std::vector<std::string> files = folders_.files_of(family);
        return files.empty() && theme_.type.system_fonts ? machine_.files_of(family) : files;
    }

    void warn_of_missing_family() {
        const auto& wanted = theme_.type.family;
        set_.diagnostics.push_back(
            make_diagnostic("missing-font", {},
                            fmt::format("there is no font family \"{}\"; the text is set in {}",
                                        wanted.empty() ? std::string() : wanted.front(), set_.families.front()),
                            fmt::format("font files are looked for in {}", join(theme_.font_folders, ", "))));
    }

    void load_fallbacks() {
        for (const std::string& family : theme_.type.family) {
            if (missing_.empty()) return;
            add_family_if_useful(family, 0, theme_.type.system_fonts);
        }
        load_east_asian();
        const CharacterSet missing = missing_;
        for (const char32_t character : missing) {
            for (const std::string_view family : fallback_families(character, main_is_serif_)) {
                if (missing_.count(character) == 0) break;
                add_family_if_useful(family);
            }
        }
    }

    void load_east_asian() {
        const auto has = [&](auto... script) {
            return std::any_of(missing_.begin(), missing_.end(),
                               [&](char32_t c) { return ((g_unichar_get_script(c) == script) || ...); });
        };
        if (std::none_of(missing_.begin(), missing_.end(), is_east_asian)) return;
        const int face = east_asian_face(language_, has(G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA),
                                         has(G_UNICODE_SCRIPT_HANGUL));
        add_family_if_useful(east_asian_family, face);
    }

    /// The theme's own family: all that its files hold.
    bool add_main_family(const std::vector<std::string>& files) {
        for (const std::string& path : files)
            FcConfigAppFontAddFile(set_.config.get(), as_fontconfig(path));
        const FcFontSet* const fonts = FcConfigGetFonts(set_.config.get(), FcSetApplication);
        if (files.empty() || fonts == nullptr || fonts->nfont == 0) return false;
        set_.families.push_back(family_of(fonts->fonts[0]));
        for (int i = 0; i < fonts->nfont; ++i)
            strike_off(fonts->fonts[i]);
        main_is_serif_ = is_serif(files.front());
        return true;
    }

    /// A fallback family, if it has any of the missing characters. Only `face` of its files is looked at: reading all
    /// ten of an East Asian file takes longer than all the rest together.
    void add_family_if_useful(std::string_view family, int face = 0, bool from_machine = false) {
        if (!tried_.emplace(family).second) return;
        std::vector<std::string> files = folders_.files_named(family);
        if (files.empty() && from_machine) files = machine_.files_of(std::string(family));
        std::vector<PatternHandle> faces;
        for (const std::string& path : files) {
            PatternHandle pattern = read_face(path, face);
            if (!pattern) continue;
            if (faces.empty() && !has_any_missing(pattern.get())) return;
            faces.push_back(std::move(pattern));
        }
        if (faces.empty()) return;
        set_.families.push_back(family_of(faces.front().get()));
        for (PatternHandle& pattern : faces) {
            strike_off(pattern.get());
            // There since the main family was added.
            FcFontSetAdd(FcConfigGetFonts(set_.config.get(), FcSetApplication), pattern.release());
        }
    }

    bool has_any_missing(const FcPattern* face) const {
        const FcCharSet* const has = characters_of(face);
        return has != nullptr && std::any_of(missing_.begin(), missing_.end(),
                                             [&](char32_t c) { return FcCharSetHasChar(has, c) != FcFalse; });
    }

    void strike_off(const FcPattern* face) {
        const FcCharSet* const has = characters_of(face);
        if (has == nullptr) return;
        std::erase_if(missing_, [&](char32_t c) { return FcCharSetHasChar(has, c) != FcFalse; });
    }

    const Theme& theme_;
    std::string_view language_;
    FontFolders folders_;
    MachineFonts machine_;
    CharacterSet missing_;
    std::set<std::string> tried_;
    bool main_is_serif_ = false;
    FontSet set_;
};

}  // namespace

FontSet load_fonts(const Theme& theme, std::string_view language, std::string_view sample) {
    return Loader(theme, language, sample).load();
}

std::vector<char32_t> distinct_characters(std::string_view text) {
    bool ascii[128] = {};
    CharacterSet found;
    const std::string clean = clean_text(text);
    for (const char* at = clean.data(); at < clean.data() + clean.size(); at = g_utf8_next_char(at)) {
        const gunichar character = g_utf8_get_char(at);
        if (character < 128) {
            ascii[character] = true;
        } else if (needs_glyph(character)) {
            found.insert(character);
        }
    }
    for (char32_t character = 0; character < 128; ++character) {
        if (ascii[character]) found.insert(character);
    }
    return {found.begin(), found.end()};
}

void append_utf8(std::string& text, char32_t character) {
    char bytes[6];
    text.append(bytes, static_cast<std::size_t>(g_unichar_to_utf8(character, bytes)));
}

Diagnostic missing_characters(const std::vector<char32_t>& characters) {
    constexpr std::size_t most_shown = 12;
    std::vector<std::string> shown;
    for (const char32_t character : characters) {
        if (shown.size() == most_shown) break;
        std::string text;
        append_utf8(text, character);
        shown.push_back(fmt::format("{} (U+{:04X})", text, static_cast<std::uint32_t>(character)));
    }
    const bool all = shown.size() == characters.size();
    return make_diagnostic(
        "missing-character", {},
        fmt::format("no font has {}{}", join(shown, ", "),
                    all ? "" : fmt::format(" and {} other characters", characters.size() - shown.size())),
        "an empty box stands for each; add a font that has them to the theme's families");
}

}  // namespace fabula::typesetting

namespace fabula {

void use_no_system_fonts() {
    const typesetting::ConfigHandle empty(FcConfigCreate());
    FcConfigSetCurrent(empty.get());
}

}  // namespace fabula

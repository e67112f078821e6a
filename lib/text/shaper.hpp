#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fabula/scene.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"

#include "text/direction.hpp"
#include "text/font_set.hpp"
#include "text/handle.hpp"

namespace fabula {

/// A line as shaped, with what it takes to break it.
struct ShapedText {
    TextLine line;
    std::vector<double>
        advance_before;             ///< for each byte and the end: the advances of the clusters that start before it
    bool can_be_sliced = false;     ///< every part would be shaped the same on its own
    std::vector<char32_t> missing;  ///< characters that no font has
};

/// Lets go of a font map and, first, of its configuration, which Pango 1.50 would keep for ever.
struct ReleaseFontMap {
    void operator()(PangoFontMap* map) const;
};
using FontMapHandle = std::unique_ptr<PangoFontMap, ReleaseFontMap>;

/// Turns clean text into glyphs with Pango.
class Shaper {
public:
    /// Precondition: `fonts` has at least one family.
    Shaper(const FontSet& fonts, std::string_view language, const Theme::Type& type);
    ~Shaper();
    Shaper(const Shaper&) = delete;
    Shaper& operator=(const Shaper&) = delete;

    [[nodiscard]] ShapedText shape(const std::string& text, const TextStyle& style, Direction direction);

    /// Where lines and characters as readers see them begin, for each character of `text` and its end.
    [[nodiscard]] std::vector<PangoLogAttr> boundaries(const std::string& text) const;

    [[nodiscard]] const std::vector<Font>& fonts() const { return fonts_; }

private:
    /// How the theme sets type, beside its families and sizes.
    struct Manner {
        Figures figures = Figures::lining;
        Emphasis emphasis = Emphasis::bold;
        std::string features;
    };

    /// What Pango needs to know of a style.
    struct Setting {
        TextStyle style;
        DescriptionHandle description;
        AttributesHandle attributes;
        double ascent = 0;
        double descent = 0;
        std::vector<PangoLanguage*> languages{};  ///< for which fonts were looked up
    };

    /// A font of Pango's, held so that its address stays its own.
    struct KnownFont {
        ObjectHandle<PangoFont> font;
        FontIndex index = 0;
    };

    Setting& setting_for(const TextStyle& style);
    void wait_for_lookups() const;
    FontIndex index_of(PangoFont* font);
    void append_run(const std::string& text, const PangoItem& item, Setting& setting, ShapedText& shaped);

    [[nodiscard]] bool in_small_capitals(const TextStyle& style) const;
    [[nodiscard]] std::string features_of(const TextStyle& style) const;

    std::vector<std::string> families_;
    Manner manner_;
    FontMapHandle font_map_;
    ObjectHandle<PangoContext> context_;
    PangoLanguage* language_;
    GlyphsHandle glyphs_;
    std::vector<Setting> settings_;
    std::vector<Font> fonts_;
    std::unordered_map<PangoFont*, KnownFont> font_indices_;  // looked up, never walked: see fonts_
};

}  // namespace fabula

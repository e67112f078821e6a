#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fabula/scene.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"

#include "text/font_set.hpp"
#include "text/handle.hpp"

namespace fabula::typesetting {

enum class Direction { left_to_right, right_to_left };

/// The base direction of a paragraph: that of its first letter (as rule P2 of the Unicode Bidirectional Algorithm), or
/// of the language where it has none.
[[nodiscard]] Direction direction_of(const std::string& text, const std::string& language);

/// A line as shaped, with what it takes to break it.
struct ShapedText {
    TextLine line;
    std::vector<double>
        advance_before;             ///< for each byte and the end: the advances of the clusters that start before it
    bool can_be_sliced = false;     ///< every part would be shaped the same on its own
    std::vector<char32_t> missing;  ///< characters that no font has
};

/// Lets go of a font map, once nobody else holds it, and, first, of its configuration, which Pango 1.50 would keep for
/// ever.
struct ReleaseFontMap {
    void operator()(PangoFontMap* map) const;
};
using FontMapHandle = std::unique_ptr<PangoFontMap, ReleaseFontMap>;

/// Turns clean text into glyphs with Pango.
class Shaper {
public:
    /// Precondition: `fonts` has at least one family.
    Shaper(const FontSet& fonts, std::string_view language, const Theme::Type& type);
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
    };

    /// A font of Pango's, held so that its address stays its own.
    struct KnownFont {
        ObjectHandle<PangoFont> font;
        FontIndex index = 0;
    };

    Setting& setting_for(const TextStyle& style);
    FontIndex index_of(PangoFont* font);
    void append_run(const std::string& text, const PangoItem& item, Setting& setting, ShapedText& shaped);

    [[nodiscard]] bool in_small_capitals(const TextStyle& style) const;
    [[nodiscard]] std::string features_of(const TextStyle& style) const;

    std::vector<std::string> families_;
    Manner manner_;
    FontMapHandle font_map_;  ///< before whatever holds it: the last to go waits for the others
    ObjectHandle<PangoContext> context_;
    PangoLanguage* language_;
    GlyphsHandle glyphs_;
    std::vector<Setting> settings_;
    std::vector<Font> fonts_;
    std::unordered_map<PangoFont*, KnownFont> font_indices_;  // looked up, never walked: see fonts_
};

/// What stands between two places where a line may be broken: its width, and that of the white space after it, which
/// vanishes at the end of a line.
struct Piece {
    double width = 0;
    double space = 0;
};

/// Breaks pieces into as few lines no wider than `width` as can be (a piece wider than that stands alone), and among
/// those into lines as even as can be: the least sum of squares of what is left of each, without a last line of one
/// short piece where that can be helped. Returns for each line the number of the piece after its last. Time linear in
/// the pieces, times those on a line.
///
/// As Knuth and Plass, "Breaking Paragraphs into Lines" (1981), with a cost for labels, whose last line is to be
/// as full as the others.
[[nodiscard]] std::vector<std::size_t> break_lines(const std::vector<Piece>& pieces, double width);

/// The lines of a paragraph, not yet placed.
struct ParagraphLines {
    std::vector<TextLine> lines;
    bool truncated = false;
};

/// Breaks `whole`, the paragraph shaped as one line, into lines: see Measure::wrap.
[[nodiscard]] ParagraphLines break_paragraph(Shaper& shaper, const ShapedText& whole, const TextStyle& style,
                                             Direction direction, double width, std::size_t most_lines);

}  // namespace fabula::typesetting

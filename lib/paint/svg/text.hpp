#pragma once

#include <cstddef>
#include <cstdint>
#include <ft2build.h>
#include <hb.h>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fabula/document.hpp"
#include "fabula/paint.hpp"
#include "fabula/scene.hpp"

#include "paint/output.hpp"
#include "paint/svg/shape.hpp"

// After ft2build.h:
#include FT_FREETYPE_H

namespace fabula::painting {

/// How most of the text of a page is set: said once, for all that says nothing else.
struct SvgBase {
    FontIndex font = 0;
    float size = 0;
    Colour colour;
};

[[nodiscard]] SvgBase base_of(const Document& document, const PrintedPage& page);

using HarfBuzzBufferHandle = std::unique_ptr<hb_buffer_t, Destroy<hb_buffer_destroy>>;
using HarfBuzzFaceHandle = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using HarfBuzzFontHandle = std::unique_ptr<hb_font_t, Destroy<hb_font_destroy>>;
using FreeTypeLibraryHandle = std::unique_ptr<FT_LibraryRec_, Destroy<FT_Done_FreeType>>;
using FreeTypeFaceHandle = std::unique_ptr<FT_FaceRec_, Destroy<FT_Done_Face>>;

/// A font as it lies in its file. Its lengths are in units of its own, of which hb_face_get_upem() make its size.
struct FontFile {
    FreeTypeFaceHandle outlines;
    HarfBuzzFaceHandle face;
    HarfBuzzFontHandle shaping;
    std::string_view generic;  ///< the family of CSS that it belongs to: "serif"
};

/// The fonts of a document, each opened when it is first asked for.
class FontFiles {
public:
    explicit FontFiles(const std::vector<Font>& fonts) : fonts_(fonts), files_(fonts.size()) {}

    /// Null where it cannot be had: then error() says why.
    [[nodiscard]] const FontFile* file(FontIndex index);

    [[nodiscard]] const std::string& error() const noexcept { return error_; }

private:
    const std::vector<Font>& fonts_;
    FreeTypeLibraryHandle library_;
    std::vector<std::unique_ptr<FontFile>> files_;
    std::string error_;
};

/// A part of a run, from a letter after a space, or from the run's first, to the space before the next one, which is
/// the last of it.
struct PlacedWord {
    std::string_view text;
    double x = 0;  ///< of its first glyph, from the line's origin
    std::size_t first_glyph = 0;

    friend bool operator==(const PlacedWord&, const PlacedWord&) = default;
};

/// The words of a run from left to right, of the line with this `text`. Of one from right to left, all of it as one
/// word.
[[nodiscard]] std::vector<PlacedWord> words_of(const GlyphRun& run, std::string_view text);

/// Whether a program that knows nothing but a run's font, size and text, and where each of its words begins, would set
/// it as it stands: the same letters in the same places. That is tried, with HarfBuzz, which programs that show SVG
/// build on; so what is left over has been asked for by features that not all of them know (old-style figures), was
/// moved by hand, or runs from right to left, which no two of them place alike.
[[nodiscard]] bool is_set_plainly(const GlyphRun& run, std::string_view text, const FontFile& font);

/// The shape of a glyph as the `d` of an SVG path, in the font's units, y upwards; empty for a space. Nothing where it
/// is not an outline but a coloured picture.
[[nodiscard]] std::optional<std::string> glyph_path(const FontFile& font, std::uint32_t glyph);

/// A rule of CSS that brings `font`, called `family` there, as far as `text` needs it. Empty where the font forbids to
/// be embedded, or cannot be cut down.
[[nodiscard]] std::string embedded_font(const Font& font, const FontFile& file, std::string_view family,
                                        std::string_view text);

/// Lines of text as elements of SVG. Where every program sets a line as it stands (is_set_plainly) it is text, each
/// word in its place; where not, or where `both` is asked for, it is the shapes of its letters, hidden from who reads
/// by ear, and over them text that is not seen, which can be selected and searched.
class SvgTexts {
public:
    /// `ids` is what ids begin with.
    SvgTexts(const Document& document, const SvgBase& base, const SvgOptions& options, std::string ids,
             SvgColours& colours);

    /// The attributes for an element around all text that says what is true of most.
    [[nodiscard]] std::string base_attributes();

    /// The elements for texts that follow each other. Lines under one another become one text.
    [[nodiscard]] std::string elements(std::span<const Text> texts);

    /// The shapes that were made use of, for a `defs`.
    [[nodiscard]] const std::string& shapes() const noexcept { return shapes_; }

    /// The rules of CSS that bring the fonts which text was set in, where they are to be in the file.
    [[nodiscard]] std::string font_rules();

    /// Why text could not be set; empty where all could.
    [[nodiscard]] const std::string& error() const noexcept { return files_.error(); }

private:
    /// How a piece of text is set.
    struct Style {
        FontIndex font = 0;
        float size = 0;

        friend bool operator==(const Style&, const Style&) = default;
    };

    bool is_text(const Text& text);
    std::string plain(std::span<const Text> lines);
    std::string outlined(const Text& text);
    std::string shapes_of(const Text& text, const GlyphRun& run);
    std::string unseen(const Text& text);
    std::string words(const Text& text, const Style& style, bool begins);
    std::string differences(const Style& style, const Style& from);
    std::string families(FontIndex font);

    /// What an embedded font is called, in this picture alone.
    [[nodiscard]] std::string embedded_family(FontIndex font) const;

    std::string colour(const Text& text);
    /// Of the shape of a glyph: empty where it shows nothing, nothing where it has no outline.
    const std::optional<std::string>& shape_id(FontIndex font, std::uint32_t glyph);

    const Document& document_;
    SvgBase base_;
    SvgOptions options_;
    std::string ids_;
    SvgColours& colours_;
    FontFiles files_;
    std::map<std::pair<FontIndex, std::uint32_t>, std::optional<std::string>> shape_ids_;
    std::string shapes_;
    std::map<FontIndex, std::string> set_in_;  ///< what was set as text in each font
};

}  // namespace fabula::painting

#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "fabula/document.hpp"
#include "fabula/paint.hpp"

#include "paint/font_files.hpp"
#include "paint/svg/base.hpp"
#include "paint/svg/colours.hpp"

namespace fabula {

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

}  // namespace fabula

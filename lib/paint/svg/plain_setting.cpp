#include "paint/svg/plain_setting.hpp"

#include <algorithm>
#include <cmath>

#include "paint/svg/words.hpp"

namespace fabula {
namespace {

/// The text of a run, shaped as it comes.
HarfBuzzBufferHandle shaped(const GlyphRun& run, std::string_view text, const FontFile& font) {
    HarfBuzzBufferHandle buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), run.text_offset,
                       static_cast<int>(run.text_length));
    hb_buffer_guess_segment_properties(buffer.get());
    hb_shape(font.shaping.get(), buffer.get(), nullptr, 0);
    return buffer;
}

}  // namespace

bool is_set_plainly(const GlyphRun& run, std::string_view text, const FontFile& font) {
    constexpr double tolerance = 0.03;  // points: less than a thirtieth of a dot on a screen
    if (run.right_to_left) return false;
    const HarfBuzzBufferHandle buffer = shaped(run, text, font);
    unsigned count = 0;
    const hb_glyph_info_t* const glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    if (count != run.glyphs.size()) return false;

    const double unit = static_cast<double>(run.size) / hb_face_get_upem(font.face.get());
    std::vector<PlacedWord> words = words_of(run, text);
    auto word = words.begin();
    double pen = 0;
    double shift = 0;  // of the word, from where it would be without a place of its own
    for (unsigned i = 0; i < count; ++i) {
        const Glyph& glyph = run.glyphs[i];
        const double x = pen + positions[i].x_offset * unit;
        if (word != words.end() && word->first_glyph == i) {
            if (positions[i].x_offset != 0) return false;  // it would not begin where its first letter does
            shift = static_cast<double>(glyph.x) - x;
            ++word;
        }
        if (glyphs[i].codepoint != glyph.index || std::abs(static_cast<double>(glyph.x) - x - shift) > tolerance ||
            std::abs(static_cast<double>(glyph.y) + positions[i].y_offset * unit) > tolerance)
            return false;
        pen += positions[i].x_advance * unit;
    }
    return true;
}

}  // namespace fabula

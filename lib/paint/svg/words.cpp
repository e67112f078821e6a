#include "paint/svg/words.hpp"

namespace fabula {

std::vector<PlacedWord> words_of(const GlyphRun& run, std::string_view text) {
    const std::string_view whole = text.substr(run.text_offset, run.text_length);
    if (run.glyphs.empty()) return {};
    std::vector<PlacedWord> words{{whole, static_cast<double>(run.glyphs.front().x), 0}};
    if (run.right_to_left) return words;
    std::size_t begin = 0;
    std::size_t byte = 0;
    std::size_t glyph = 0;
    bool after_space = false;
    for (const Cluster& cluster : run.clusters) {
        const bool is_space = whole.substr(byte, cluster.bytes) == " ";
        if (after_space && !is_space && glyph < run.glyphs.size()) {
            words.back().text = whole.substr(begin, byte - begin);
            words.push_back({whole.substr(byte), static_cast<double>(run.glyphs[glyph].x), glyph});
            begin = byte;
        }
        after_space = is_space;
        byte += cluster.bytes;
        glyph += cluster.glyphs;
    }
    return words;
}

}  // namespace fabula

#include "text/slice.hpp"

#include <algorithm>

namespace fabula {

namespace {

/// The clusters of `run` that begin from byte `start` to byte `end` of the line's text, moved left by `shift`.
GlyphRun slice_run(const GlyphRun& run, std::size_t start, std::size_t end, double shift) {
    GlyphRun part{run.font, run.size, run.right_to_left, 0, 0, {}, {}};
    std::size_t byte = run.text_offset;
    std::size_t glyph = 0;
    for (const Cluster& cluster : run.clusters) {
        if (byte >= start && byte < end) {
            if (part.clusters.empty()) part.text_offset = static_cast<std::uint32_t>(byte - start);
            part.text_length += cluster.bytes;
            part.clusters.push_back(cluster);
            for (std::size_t i = glyph; i < glyph + cluster.glyphs; ++i) {
                const Glyph& from = run.glyphs[i];
                part.glyphs.push_back({from.index, static_cast<float>(static_cast<double>(from.x) - shift), from.y});
            }
        }
        byte += cluster.bytes;
        glyph += cluster.glyphs;
    }
    return part;
}

}  // namespace

TextLine slice(const ShapedText& shaped, std::size_t start, std::size_t end) {
    const double left = shaped.advance_before[start];
    TextLine line;
    line.text = shaped.line.text.substr(start, end - start);
    line.width = shaped.advance_before[end] - left;
    line.ascent = shaped.line.ascent;
    line.descent = shaped.line.descent;
    for (const GlyphRun& run : shaped.line.runs) {
        if (run.text_offset >= end || run.text_offset + run.text_length <= start) continue;
        line.runs.push_back(slice_run(run, start, end, left));
    }
    return line;
}

}  // namespace fabula

#include "text/slice.hpp"

#include <utility>

namespace fabula {

TextLine Slicer::slice(std::size_t start, std::size_t end) {
    TextLine line;
    line.text = shaped_.line.text.substr(start, end - start);
    line.width = shaped_.advance_before[end] - shaped_.advance_before[start];
    line.ascent = shaped_.line.ascent;
    line.descent = shaped_.line.descent;
    while (run_ < shaped_.line.runs.size() && byte_ < end) {
        const GlyphRun& run = shaped_.line.runs[run_];
        GlyphRun part = slice_run(run, start, end);
        if (!part.clusters.empty()) line.runs.push_back(std::move(part));
        if (cluster_ < run.clusters.size()) break;
        ++run_;
        cluster_ = glyph_ = 0;
    }
    return line;
}

GlyphRun Slicer::slice_run(const GlyphRun& run, std::size_t start, std::size_t end) {
    const double shift = shaped_.advance_before[start];
    GlyphRun part{run.font, run.size, run.right_to_left, 0, 0, {}, {}};
    for (; cluster_ < run.clusters.size() && byte_ < end; ++cluster_) {
        const Cluster& cluster = run.clusters[cluster_];
        if (byte_ >= start) {
            if (part.clusters.empty()) part.text_offset = static_cast<std::uint32_t>(byte_ - start);
            part.text_length += cluster.bytes;
            part.clusters.push_back(cluster);
            for (std::size_t i = glyph_; i < glyph_ + cluster.glyphs; ++i) {
                const Glyph& from = run.glyphs[i];
                part.glyphs.push_back({from.index, static_cast<float>(static_cast<double>(from.x) - shift), from.y});
            }
        }
        byte_ += cluster.bytes;
        glyph_ += cluster.glyphs;
    }
    return part;
}

}  // namespace fabula

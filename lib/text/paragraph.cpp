#include <algorithm>
#include <compare>
#include <cstddef>
#include <glib.h>
#include <string>
#include <utility>

#include "text/clean_text.hpp"
#include "text/shaper.hpp"

namespace fabula::typesetting {
namespace {

/// Cuts lines out of a shaped text, from its start to its end: linear in the text's length however many they are.
class Slicer {
public:
    /// Precondition: `shaped.can_be_sliced`.
    explicit Slicer(const ShapedText& shaped) : shaped_(shaped) {}

    /// The part from byte `start` to byte `end`, which begin clusters, as a line of its own.
    /// Precondition: `start` is not before the `end` of the last call.
    [[nodiscard]] TextLine slice(std::size_t start, std::size_t end);

private:
    GlyphRun slice_run(const GlyphRun& run, std::size_t start, std::size_t end);

    const ShapedText& shaped_;
    std::size_t run_ = 0;      ///< where the last slice ended
    std::size_t cluster_ = 0;  ///< of the run
    std::size_t glyph_ = 0;    ///< of the run
    std::size_t byte_ = 0;     ///< of the whole text
};

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

/// Fewer lines first, then even ones.
struct Cost {
    std::size_t lines = 0;
    double raggedness = 0;

    friend auto operator<=>(const Cost&, const Cost&) = default;
};

struct Choice {
    Cost cost;
    std::size_t start = 0;  ///< of the line that ends here
};

/// Pieces of no width cannot fill a line: without a bound, many of them would take time with the square of their
/// number.
constexpr std::size_t most_pieces_on_a_line = 500;

double raggedness(double line, double width, bool is_widow) {
    const double left = width - line;
    return left * left + (is_widow ? width * width : 0);
}

}  // namespace

std::vector<std::size_t> break_lines(const std::vector<Piece>& pieces, double width) {
    std::vector<Choice> best(pieces.size() + 1);
    for (std::size_t end = 1; end <= pieces.size(); ++end) {
        double line = -pieces[end - 1].space;
        const std::size_t earliest = end > most_pieces_on_a_line ? end - most_pieces_on_a_line : 0;
        for (std::size_t start = end; start-- > earliest;) {
            line += pieces[start].width + pieces[start].space;
            const bool is_alone = start + 1 == end;
            if (line > width && !is_alone) break;
            const bool is_widow = is_alone && end == pieces.size() && start > 0 && line < width / 4;
            const Cost cost{best[start].cost.lines + 1,
                            best[start].cost.raggedness + raggedness(line, width, is_widow)};
            if (is_alone || cost < best[end].cost) best[end] = {cost, start};
        }
    }
    std::vector<std::size_t> ends;
    for (std::size_t end = pieces.size(); end > 0; end = best[end].start)
        ends.push_back(end);
    std::reverse(ends.begin(), ends.end());
    return ends;
}

namespace {

/// A word wider than this share of the measure is broken inside.
constexpr double widest_word = 1.5;

/// The bytes of a piece, and where the next one starts: behind its white space.
struct Segment {
    std::size_t start = 0;
    std::size_t end = 0;
    std::size_t next = 0;
};

class ParagraphBreaker {
public:
    ParagraphBreaker(Shaper& shaper, const ShapedText& whole, const TextStyle& style, Direction direction, double width)
        : shaper_(shaper), whole_(whole), style_(style), direction_(direction), width_(width) {
        has_soft_hyphens_ = text().find(soft_hyphen) != std::string::npos;
        find_segments();
    }

    /// A line that is shaped on its own may come out a little wider than its part of the whole: then all are broken
    /// again to a measure that is narrower by as much.
    std::vector<TextLine> lines() {
        std::vector<TextLine> lines;
        double measure = width_;
        for (int attempt = 0; attempt < 4; ++attempt) {
            ends_ = break_lines(pieces(), measure);
            lines = make_lines();
            const double excess = widest_excess(lines);
            if (excess <= 0) break;
            measure -= excess;
        }
        return lines;
    }

    /// What of the text from line `first` on fits on one line with an ellipsis.
    TextLine shortened_line(std::size_t first) {
        const std::size_t start = segments_[first == 0 ? 0 : ends_[first - 1]].start;
        std::vector<std::size_t> cuts;
        for (const Segment& segment : segments_) {
            if (segment.end > start && width_between(start, segment.end) <= width_) cuts.push_back(segment.end);
        }
        if (cuts.empty()) cuts = characters_that_fit(start);
        for (; !cuts.empty(); cuts.pop_back()) {
            TextLine line = shaped_line(text().substr(start, cuts.back() - start) + std::string(ellipsis));
            if (line.width <= width_) return line;
        }
        return shaped_line(std::string(ellipsis));
    }

private:
    const std::string& text() const { return whole_.line.text; }

    double width_between(std::size_t start, std::size_t end) const {
        return whole_.advance_before[end] - whole_.advance_before[start];
    }

    std::size_t after(std::size_t byte) const {
        return static_cast<std::size_t>(g_utf8_next_char(text().data() + byte) - text().data());
    }

    void find_segments() {
        const std::vector<PangoLogAttr> boundaries = shaper_.boundaries(text());
        Segment segment;
        std::vector<std::size_t> graphemes;  // where the segment's characters begin, as readers see them
        std::size_t byte = 0;
        for (const PangoLogAttr& boundary : boundaries) {
            const bool at_end = byte == text().size();
            if (byte > segment.start && (boundary.is_line_break || at_end)) {
                segment.next = byte;
                add_segment(segment, graphemes);
                graphemes.clear();
                segment = {byte, byte, byte};
            }
            if (at_end) break;
            if (boundary.is_cursor_position) graphemes.push_back(byte);
            byte = after(byte);
            if (!boundary.is_white) segment.end = byte;
        }
    }

    void add_segment(Segment segment, const std::vector<std::size_t>& graphemes) {
        if (width_between(segment.start, segment.end) > width_ * widest_word) {
            for (std::size_t i = 1; i < graphemes.size(); ++i) {
                const std::size_t end = i + 1 < graphemes.size() ? graphemes[i + 1] : segment.end;
                if (width_between(segment.start, end) <= width_) continue;
                segments_.push_back({segment.start, graphemes[i], graphemes[i]});
                segment.start = graphemes[i];
            }
        }
        segments_.push_back(segment);
    }

    std::vector<Piece> pieces() const {
        std::vector<Piece> pieces;
        pieces.reserve(segments_.size());
        for (const auto& [start, end, next] : segments_) {
            pieces.push_back({width_between(start, end), width_between(end, next)});
        }
        return pieces;
    }

    std::vector<TextLine> make_lines() {
        std::vector<TextLine> lines;
        lines.reserve(ends_.size());
        Slicer slicer(whole_);
        std::size_t first = 0;
        for (const std::size_t end : ends_) {
            lines.push_back(make_line(slicer, segments_[first].start, segments_[end - 1].end));
            first = end;
        }
        return lines;
    }

    TextLine make_line(Slicer& slicer, std::size_t start, std::size_t end) {
        if (whole_.can_be_sliced && !has_soft_hyphens_) return slicer.slice(start, end);
        std::string part = text().substr(start, end - start);
        const bool is_hyphenated = end < text().size() && part.ends_with(soft_hyphen);
        return shaped_line(is_hyphenated ? std::move(part) + '-' : std::move(part));
    }

    TextLine shaped_line(std::string part) {
        return shaper_.shape(without_soft_hyphens(std::move(part)), style_, direction_).line;
    }

    /// By how much the widest line of more than one piece is too wide.
    double widest_excess(const std::vector<TextLine>& lines) const {
        double excess = 0;
        std::size_t first = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (ends_[i] - first > 1) excess = std::max(excess, lines[i].width - width_);
            first = ends_[i];
        }
        return excess;
    }

    std::vector<std::size_t> characters_that_fit(std::size_t start) const {
        std::vector<std::size_t> cuts;
        std::size_t byte = 0;
        for (const PangoLogAttr& boundary : shaper_.boundaries(text())) {
            if (byte > start && boundary.is_cursor_position) {
                if (width_between(start, byte) > width_) break;
                cuts.push_back(byte);
            }
            if (byte < text().size()) byte = after(byte);
        }
        return cuts;
    }

    Shaper& shaper_;
    const ShapedText& whole_;
    const TextStyle& style_;
    Direction direction_;
    double width_;
    bool has_soft_hyphens_ = false;
    std::vector<Segment> segments_;
    std::vector<std::size_t> ends_;  ///< of each line: the number of the segment after its last
};

}  // namespace

ParagraphLines break_paragraph(Shaper& shaper, const ShapedText& whole, const TextStyle& style, Direction direction,
                               double width, std::size_t most_lines) {
    ParagraphBreaker breaker(shaper, whole, style, direction, width);
    ParagraphLines result{breaker.lines(), false};
    if (most_lines > 0 && result.lines.size() > most_lines) {
        result.lines.resize(most_lines);
        result.lines.back() = breaker.shortened_line(most_lines - 1);
        result.truncated = true;
    }
    return result;
}

}  // namespace fabula::typesetting

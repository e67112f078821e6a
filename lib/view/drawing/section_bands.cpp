#include "view/drawing/section_bands.hpp"

#include <algorithm>
#include <limits>
#include <numbers>
#include <optional>
#include <sstream>
#include <utility>

#include "view/drawing/strokes.hpp"
#include "view/drawing/typesetting.hpp"

namespace fabula::drawing {
namespace {

/// Each gets the first row in which it overlaps no other; its heading has room up to the next one there.
void give_rows(std::vector<SectionBand>& bands) {
    std::vector<double> ends;
    for (SectionBand& band : bands) {
        const auto free = std::ranges::find_if(ends, [&](double end) { return end <= band.from; });
        band.row = static_cast<std::size_t>(free - ends.begin());
        if (free == ends.end()) ends.push_back(0);
        ends[band.row] = band.until + band_lead;
    }
    std::vector<double> next(ends.size(), std::numeric_limits<double>::infinity());
    for (auto band = bands.rbegin(); band != bands.rend(); ++band) {
        band->heading_until = next[band->row];
        next[band->row] = band->from;
    }
}

/// The words of a heading as they are set: along the band, or turned, to be read from below, where the band is narrow.
struct Heading {
    Paragraph text;
    bool turned = false;

    [[nodiscard]] double depth(Direction direction) const {
        if (turned) return text.width;
        return direction == Direction::down ? text.width : text.height;
    }
};

/// Whether a line can end within a word of this script: Han, kana, hangul.
bool breaks_anywhere(std::string_view word) {
    constexpr unsigned char first_of_cjk = 0xE3;
    return std::ranges::any_of(word, [](char byte) { return static_cast<unsigned char>(byte) >= first_of_cjk; });
}

/// Sets headings so that no word is broken.
class HeadingSetter {
public:
    HeadingSetter(const HeadingStyle& style, const Context& context) : style_(style), context_(context) {}

    [[nodiscard]] Heading set(const SectionBand& band) const {
        std::string words = context_.story.sections()[band.section].title;
        if (band.continued && !words.empty()) words += " (" + context_.wording.word("continued", "continued") + ")";
        if (style_.direction == Direction::down) return {wrapped(words, style_.size, column)};
        const double room = band.heading_until - band.from;
        const double width = std::min(std::max(band.until - band.from - 10, style_.least_width), room - 7);
        for (const double size : sizes()) {
            if (fits(words, size, width)) return {wrapped(words, size, width)};
        }
        if (band.goes_on) return {};
        for (const double size : sizes()) {
            if (auto text = turned(words, size, room - 4)) return {*std::move(text), true};
        }
        return {};
    }

private:
    static constexpr double column = 88;

    [[nodiscard]] std::vector<double> sizes() const {
        const double smallest = std::min(context_.theme.type.smallest, style_.size);
        return {style_.size, (style_.size + smallest) / 2, smallest};
    }

    [[nodiscard]] TextStyle style(double size) const { return {.size = size, .weight = Weight::bold}; }

    [[nodiscard]] Paragraph wrapped(const std::string& words, double size, double width, std::size_t lines = 0) const {
        return context_.measure.wrap(words, style(size), width, lines);
    }

    /// Whether no word is wider than that.
    [[nodiscard]] bool fits(const std::string& words, double size, double width) const {
        std::istringstream stream(words);
        for (std::string word; stream >> word;) {
            if (!breaks_anywhere(word) && context_.measure.line(word, style(size)).width > width) return false;
        }
        return true;
    }

    /// In as many lines as stand beside each other in `room`: no deeper than need be, and cut short if it is too long.
    [[nodiscard]] std::optional<Paragraph> turned(const std::string& words, double size, double room) const {
        constexpr double deepest = 84;
        for (const double depth : {42.0, 56.0, 70.0, deepest}) {
            if (!fits(words, size, depth) && depth < deepest) continue;
            Paragraph text = wrapped(words, size, depth);
            if (text.width <= depth && text.height <= room) return text;
        }
        const auto lines = static_cast<std::size_t>(room / wrapped(words, size, deepest).leading);
        const bool is_smallest = size <= sizes().back();
        if (lines == 0 || !is_smallest) return std::nullopt;
        return wrapped(words, size, deepest, lines);
    }

    const HeadingStyle& style_;
    const Context& context_;
};

void draw_heading(Group& group, Heading heading, Point at, double depth, Colour colour) {
    constexpr double upwards = -std::numbers::pi / 2;
    for (std::size_t l = 0; l < heading.text.lines.size(); ++l) {
        const double baseline = heading.text.first_baseline + static_cast<double>(l) * heading.text.leading;
        if (heading.turned) {
            Text text{std::move(heading.text.lines[l]), {at.x + baseline - 3, at.y + depth - 4}, colour, upwards};
            group.children.emplace_back(std::move(text));
        } else {
            draw_text(group, std::move(heading.text.lines[l]), {at.x, at.y + baseline}, colour);
        }
    }
}

}  // namespace

std::size_t SectionBands::rows() const {
    std::size_t rows = 1;
    for (const SectionBand& band : bands)
        rows = std::max(rows, band.row + 1);
    return rows;
}

SectionBands arrange_section_bands(std::vector<SectionBand> bands, std::optional<double> end) {
    SectionBands result{std::move(bands), false};
    std::ranges::stable_sort(result.bands, {}, &SectionBand::from);
    for (std::size_t i = 0; i + 1 < result.bands.size(); ++i) {
        result.overlap = result.overlap || result.bands[i].until > result.bands[i + 1].from + 2 * band_lead;
    }
    if (result.overlap) {
        give_rows(result.bands);
        return result;
    }
    for (std::size_t i = 0; i < result.bands.size(); ++i) {
        if (end) result.bands[i].until = i + 1 < result.bands.size() ? result.bands[i + 1].from : *end;
        result.bands[i].heading_until = result.bands[i].until;
        result.bands[i].tinted = i % 2 == 0;
    }
    return result;
}

double heading_depth(const SectionBands& bands, const HeadingStyle& style, const Context& context) {
    double depth = 0;
    for (const SectionBand& band : bands.bands) {
        depth = std::max(depth, HeadingSetter(style, context).set(band).depth(style.direction));
    }
    return depth > 0 ? depth + 4 : 0;
}

void draw_section_bands(Group& parent, const SectionBands& bands, const HeadingStyle& style, const Context& context,
                        const Frame& frame, const BandReach& reach) {
    const double depth = heading_depth(bands, style, context);
    for (const SectionBand& band : bands.bands) {
        const Section& section = context.story.sections()[band.section];
        Group& group = add_group(parent, subjects::Section{section.id}, section.title, section.text);
        group.is_addressed = !band.goes_on;
        const double row = reach.top + 4 + depth * static_cast<double>(band.row);
        if (band.tinted) {
            Path tint = rectangle(frame.box(band.from, band.until, reach.top, reach.bottom));
            tint.fill = context.theme.colours.band;
            group.children.emplace_back(std::move(tint));
        }
        if (bands.overlap) {
            draw_stroke(group, frame, {band.from, row - 2}, {band.until, row - 2},
                        {context.theme.colours.quiet, context.theme.strokes.event, {}, LineCap::butt, LineJoin::round});
        }
        draw_heading(group, HeadingSetter(style, context).set(band), frame.at(band.from + 5, row), depth,
                     band.goes_on ? context.theme.colours.quiet : context.theme.colours.heading);
    }
}

}  // namespace fabula::drawing

#include "view/drawing/section_bands.hpp"

#include <algorithm>

#include "view/drawing/strokes.hpp"
#include "view/drawing/typesetting.hpp"

namespace fabula::drawing {
namespace {

void give_rows(std::vector<SectionBand>& bands) {
    std::vector<double> ends;
    for (SectionBand& band : bands) {
        const auto free = std::ranges::find_if(ends, [&](double end) { return end <= band.from; });
        band.row = static_cast<std::size_t>(free - ends.begin());
        if (free == ends.end()) ends.push_back(0);
        ends[band.row] = band.until + band_lead;
    }
}

Paragraph heading(const SectionBand& band, const HeadingStyle& style, const Context& context) {
    constexpr double column = 88;
    const bool down = style.direction == Direction::down;
    std::string words = context.story.sections()[band.section].title;
    if (band.continued && !words.empty()) words += " (" + context.wording.word("continued", "continued") + ")";
    const double width = down ? column : std::max(band.until - band.from - 10, style.least_width);
    return context.measure.wrap(words, {.size = style.size, .weight = Weight::bold}, width);
}

}  // namespace

std::size_t SectionBands::rows() const {
    std::size_t rows = 1;
    for (const SectionBand& band : bands)
        rows = std::max(rows, band.row + 1);
    return rows;
}

SectionBands arrange_section_bands(std::vector<SectionBand> bands, double end) {
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
        result.bands[i].until = i + 1 < result.bands.size() ? result.bands[i + 1].from : end;
        result.bands[i].tinted = i % 2 == 0;
    }
    return result;
}

double heading_depth(const SectionBands& bands, const HeadingStyle& style, const Context& context) {
    double depth = 0;
    for (const SectionBand& band : bands.bands) {
        const Paragraph text = heading(band, style, context);
        depth = std::max(depth, style.direction == Direction::down ? text.width : text.height);
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
        Paragraph text = heading(band, style, context);
        const Point at = frame.at(band.from + 5, row);
        for (std::size_t l = 0; l < text.lines.size(); ++l) {
            const double baseline = at.y + text.first_baseline + static_cast<double>(l) * text.leading;
            draw_text(group, std::move(text.lines[l]), {at.x, baseline},
                      band.goes_on ? context.theme.colours.quiet : context.theme.colours.heading);
        }
    }
}

}  // namespace fabula::drawing

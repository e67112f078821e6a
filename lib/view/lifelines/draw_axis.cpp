// Sections, the axis and its breaks.
#include <algorithm>
#include <fmt/format.h>

#include "view/drawing/strokes.hpp"
#include "view/drawing/ticks.hpp"
#include "view/lifelines/ages.hpp"
#include "view/lifelines/draw.hpp"

namespace fabula::lifelines {
namespace {

/// A section on the page: its stretch along, and the row of headings it stands in where sections overlap.
struct Band {
    std::size_t section = 0;
    double from = 0;
    double until = 0;
    std::size_t row = 0;
};

struct Bands {
    std::vector<Band> bands;
    bool overlap = false;
};

constexpr double band_lead = 7;  // a band begins a little before its first event

Bands arrange_bands(const Plan& plan, const Context& context) {
    Bands result;
    const TimeScale& scale = plan.placement.scale;
    for (std::size_t s = 0; s < context.story.sections.size(); ++s) {
        if (context.story.sections[s].events.empty()) continue;
        const Extent& extent = context.timetable.sections[s];
        result.bands.push_back(
            {s, scale.at(extent.from.nominal) - band_lead, scale.end_at(extent.until.nominal) + band_lead, 0});
    }
    std::ranges::stable_sort(result.bands, {}, &Band::from);
    for (std::size_t i = 0; i + 1 < result.bands.size(); ++i) {
        result.overlap = result.overlap || result.bands[i].until > result.bands[i + 1].from + 2 * band_lead;
    }
    if (!result.overlap) {
        for (std::size_t i = 0; i + 1 < result.bands.size(); ++i)
            result.bands[i].until = result.bands[i + 1].from;
        if (!result.bands.empty()) result.bands.back().until = plan.placement.length + band_lead;
        return result;
    }
    std::vector<double> ends;
    for (Band& band : result.bands) {
        const auto free = std::ranges::find_if(ends, [&](double end) { return end <= band.from; });
        band.row = static_cast<std::size_t>(free - ends.begin());
        if (free == ends.end()) ends.push_back(0);
        ends[band.row] = band.until + band_lead;
    }
    return result;
}

Paragraph heading(const Plan& plan, const Context& context, const Band& band) {
    constexpr double column = 88;
    const bool down = plan.options.direction == Direction::down;
    const double width = down ? column : std::max(band.until - band.from - 10, plan.measures.heading_room - 8);
    return context.measure.wrap(context.story.sections[band.section].title,
                                {.size = plan.type.heading, .weight = Weight::bold}, width);
}

double heading_depth(const Plan& plan, const Context& context, const Bands& bands) {
    double depth = 0;
    for (const Band& band : bands.bands) {
        const Paragraph text = heading(plan, context, band);
        depth = std::max(depth, plan.options.direction == Direction::down ? text.width : text.height);
    }
    return depth > 0 ? depth + 4 : 0;
}

std::size_t heading_rows(const Bands& bands) {
    std::size_t rows = 0;
    for (const Band& band : bands.bands)
        rows = std::max(rows, band.row + 1);
    return rows;
}

/// Room for the figures of the axis, across.
double axis_depth(const Plan& plan, const Context& context) {
    if (context.timetable.axis == TimeAxis::order && plan.placement.scale.breaks().empty()) return 0;
    return plan.options.direction == Direction::down ? 42 : plan.type.text * 2 + 6;
}

/// Where figures already stand, so that the next keeps its distance.
class Row {
public:
    bool take(double from, double until) {
        const bool free =
            std::ranges::none_of(taken_, [&](const Interval& t) { return from < t.until && t.from < until; });
        if (free) taken_.push_back({from, until});
        return free;
    }

private:
    std::vector<Interval> taken_;
};

std::vector<Tick> ticks_of(const TimeScale& scale, const Context& context) {
    if (scale.knots().empty()) return {};
    return candidate_ticks(context, scale.knots().front().time, scale.knots().back().time);
}

bool in_break(const TimeScale& scale, double along) {
    return std::ranges::any_of(scale.breaks(),
                               [&](const Break& b) { return b.from + 1 < along && along < b.until - 1; });
}

}  // namespace

Strips measure_strips(const Plan& plan, const Context& context) {
    const Bands bands = arrange_bands(plan, context);
    return {axis_depth(plan, context),
            heading_depth(plan, context, bands) * static_cast<double>(std::max<std::size_t>(heading_rows(bands), 1))};
}

void draw_bands(Group& parent, const Plan& plan, const Context& context, const Frame& frame) {
    const Bands bands = arrange_bands(plan, context);
    const Strips strips = measure_strips(plan, context);
    const double depth = heading_depth(plan, context, bands);
    const double top = -(strips.axis + strips.headings + 4);
    const double bottom = plan.placement.breadth + (strips.axis > 0 ? strips.axis : 4);
    for (std::size_t i = 0; i < bands.bands.size(); ++i) {
        const Band& band = bands.bands[i];
        const Section& section = context.story.sections[band.section];
        Group& group = add_group(parent, "section-" + section.id, "section", section.title, section.text);
        const double row = top + 4 + depth * static_cast<double>(band.row);
        if (!bands.overlap && i % 2 == 0) {
            Path tint = rectangle(frame.box(band.from, band.until, top, bottom));
            tint.fill = context.theme.colours.band;
            group.children.emplace_back(std::move(tint));
        }
        if (bands.overlap) {
            draw_stroke(group, frame, {band.from, row - 2}, {band.until, row - 2},
                        {context.theme.colours.quiet, context.theme.strokes.event, {}, LineCap::butt, LineJoin::round});
        }
        Paragraph text = heading(plan, context, band);
        const Point at = frame.at(band.from + 5, row);
        for (std::size_t l = 0; l < text.lines.size(); ++l) {
            const double baseline = at.y + text.first_baseline + static_cast<double>(l) * text.leading;
            draw_text(group, std::move(text.lines[l]), {at.x, baseline}, context.theme.colours.ink);
        }
    }
}

void draw_axis(Group& parent, const Plan& plan, const Context& context, const Frame& frame, double across,
               double outwards) {
    const double depth = axis_depth(plan, context);
    if (depth == 0) return;
    const TimeScale& scale = plan.placement.scale;
    Group& group = add_group(parent, "", "axis");
    const Stroke stroke{
        context.theme.colours.structure, context.theme.strokes.structure, {}, LineCap::butt, LineJoin::round};
    double from = 0;
    for (const Break& gap : scale.breaks()) {
        if (gap.from > from) draw_stroke(group, frame, {from, across}, {gap.from + 5, across}, stroke);
        from = gap.until - 5;
    }
    draw_stroke(group, frame, {from, across}, {scale.length(), across}, stroke);

    Row row;
    const bool down = frame.down();
    const auto centre = [&](const TextLine& text, double along) {
        return frame.at(along, across + outwards * (down ? text.width / 2 + 6 : plan.type.text / 2 + 5));
    };
    for (const Break& gap : scale.breaks()) {
        if (!gap.length) continue;
        TextLine text = context.measure.line(context.wording.duration(*gap.length),
                                             {.size = plan.type.text, .italic = true, .tabular_figures = true});
        const double middle = (gap.from + gap.until) / 2;
        const double half = (down ? plan.type.text : text.width) / 2 + 3;
        row.take(middle - half, middle + half);
        const Point at = centre(text, middle);
        draw_centred(group, std::move(text), at, context.theme.colours.quiet);
    }
    const auto set_figure = [&](double along, const std::string& words, Weight weight) {
        TextLine text =
            context.measure.line(words, {.size = plan.type.text, .weight = weight, .tabular_figures = true});
        const double half = (down ? plan.type.text : text.width) / 2 + 4;
        if (in_break(scale, along) || !row.take(along - half, along + half)) return;
        draw_stroke(group, frame, {along, across}, {along, across + outwards * 3}, stroke);
        const Point at = centre(text, along);
        draw_centred(group, std::move(text), at, context.theme.colours.quiet);
    };
    for (const Tick& tick : ticks_of(scale, context)) {
        set_figure(scale.at(tick.time), tick.text, tick.major ? Weight::bold : Weight::regular);
    }
    if (context.timetable.axis == TimeAxis::age) {
        const std::string age = context.wording.word("age", "age") + " ";
        for (const AgeFigure& figure : age_figures(plan, context, *context.timetable.axis_character)) {
            // Beside the picture, where time runs down, there is no room for two ages.
            set_figure(figure.along, age + (down ? figure.calendar : figure.text), Weight::regular);
        }
    }
}

}  // namespace fabula::lifelines

// Sections, the axis and its breaks.
#include <algorithm>
#include <fmt/format.h>

#include "view/drawing/figure_row.hpp"
#include "view/drawing/section_bands.hpp"
#include "view/drawing/strokes.hpp"
#include "view/drawing/ticks.hpp"
#include "view/lifelines/draw.hpp"

namespace fabula::lifelines {
namespace {

SectionBands arrange_bands(const Plan& plan, const Context& context) {
    std::vector<SectionBand> bands;
    const TimeScale& scale = plan.placement.scale;
    for (std::size_t s = 0; s < context.story.sections.size(); ++s) {
        const Extent& extent = context.timetable.sections[s];
        if (context.story.sections[s].events.empty() || !context.shown.has(extent)) continue;
        bands.push_back({.section = s,
                         .from = scale.at(extent.from.nominal) - band_lead,
                         .until = scale.end_at(extent.until.nominal) + band_lead,
                         .continued = context.shown.is_earlier(extent.from.nominal)});
    }
    // Of those that come from earlier pages and so begin at one place, the first stays the first.
    if (context.shown.continues()) {
        std::ranges::stable_sort(
            bands, {}, [&](const SectionBand& b) { return context.timetable.sections[b.section].from.nominal; });
    }
    return arrange_section_bands(std::move(bands), plan.placement.length + band_lead);
}

/// How headings are set where time runs this way.
HeadingStyle heading_style(const Plan& plan) {
    return {plan.options.direction, plan.type.heading, plan.measures.heading_room - 8};
}

/// Room for the figures of the axis, across.
double axis_depth(const Plan& plan, const Context& context) {
    if (context.timetable.axis == TimeAxis::order && plan.placement.scale.breaks().empty()) return 0;
    return plan.options.direction == Direction::down ? 42 : plan.type.text * 2 + 6;
}

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
    const SectionBands bands = arrange_bands(plan, context);
    const double depth = heading_depth(bands, heading_style(plan), context);
    return {axis_depth(plan, context), depth * static_cast<double>(bands.rows())};
}

void draw_bands(Group& parent, const Plan& plan, const Context& context, const Frame& frame) {
    const Strips strips = measure_strips(plan, context);
    const double top = -(strips.axis + strips.headings + 4);
    const double bottom = plan.placement.breadth + (strips.axis > 0 ? strips.axis : 4);
    draw_section_bands(parent, arrange_bands(plan, context), heading_style(plan), context, frame, {top, bottom});
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

    FigureRow row;
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
        for (const AgeFigure& figure : age_figures(placed_events(plan), context, *context.timetable.axis_character)) {
            // Beside the picture, where time runs down, there is no room for two ages.
            set_figure(figure.along, age + (down ? figure.calendar : figure.text), Weight::regular);
        }
    }
}

}  // namespace fabula::lifelines

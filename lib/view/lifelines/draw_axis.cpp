// The bands of sections, and the axis with its figures and breaks.

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "view/drawing/durations.hpp"
#include "view/drawing/section_bands.hpp"
#include "view/drawing/strokes.hpp"
#include "view/drawing/ticks.hpp"
#include "view/lifelines/draw.hpp"

namespace fabula::lifelines {

namespace {

SectionBands arrange_bands(const Plan& plan, const Context& context) {
    std::vector<SectionBand> bands;
    const TimeScale& scale = plan.placement.scale;
    for (std::size_t s = 0; s < context.story.sections().size(); ++s) {
        const Extent& extent = context.timetable.sections[s];
        if (context.story.sections()[s].events.empty() || !context.shown.has(extent)) continue;
        bands.push_back({.section = s,
                         .from = scale.at(extent.from.nominal) - band_lead,
                         .until = scale.end_at(extent.until.nominal) + band_lead,
                         .continued = context.shown.is_earlier(extent.from.nominal)});
    }
    // Sections that come from earlier pages begin at one place; they keep the order in which they began.
    if (context.shown.continues()) {
        std::ranges::stable_sort(
            bands, {}, [&](const SectionBand& b) { return context.timetable.sections[b.section].from.nominal; });
    }
    return arrange_section_bands(std::move(bands), plan.placement.length + band_lead);
}

HeadingStyle heading_style(const Plan& plan) {
    return {plan.options.direction, plan.type.heading, plan.measures.heading_room - 8};
}

/// The time between two neighbouring events, in words, and the places of both along.
struct Passage {
    double from = 0;
    double until = 0;
    std::string text;
};

bool has_length(const TimeScale& scale, double from, double until) {
    return std::ranges::any_of(scale.breaks(),
                               [&](const Break& b) { return b.length && from <= b.from && b.until <= until; });
}

/// All passages except for those that a break of the axis shows already.
std::vector<Passage> passages_of(const Plan& plan, const Context& context) {
    std::vector<PlacedEvent> events = placed_events(plan);
    std::ranges::stable_sort(events, {}, &PlacedEvent::along);
    std::vector<Passage> passages;
    for (std::size_t i = 1; i < events.size(); ++i) {
        const double from = events[i - 1].along;
        const double until = events[i].along;
        if (has_length(plan.placement.scale, from, until)) continue;
        std::string text = passage_between(context, events[i - 1].event, events[i].event);
        if (!text.empty()) passages.push_back({from, until, std::move(text)});
    }
    return passages;
}

TextStyle passage_style(const Plan& plan) {
    return {.size = plan.type.text, .italic = true, .tabular_figures = true};
}

std::vector<Tick> ticks_of(const Plan& plan, const Context& context) {
    const TimeScale& scale = plan.placement.scale;
    if (scale.knots().empty()) return {};
    return candidate_ticks(context, scale.knots().front().time, scale.knots().back().time, plan.options.weekday);
}

/// The room for the figures of the axis, across.
double axis_depth(const Plan& plan, const Context& context) {
    if (context.timetable.axis == TimeAxis::order && plan.placement.scale.breaks().empty()) return 0;
    if (plan.options.direction != Direction::down) return plan.type.text * 2 + 6;
    double depth = 42;
    const auto make_room = [&](const std::string& text, const TextStyle& style) {
        depth = std::max(depth, context.measure.line(text, style).width + 9);
    };
    std::vector<Tick> ticks = ticks_of(plan, context);
    std::erase_if(ticks, [](const Tick& tick) { return !tick.major; });
    const auto longest = std::ranges::max_element(ticks, {}, [](const Tick& tick) { return tick.text.size(); });
    if (longest != ticks.end())
        make_room(longest->text, {.size = plan.type.text, .weight = Weight::bold, .tabular_figures = true});
    if (!plan.options.elapsed) return depth;
    for (const Passage& passage : passages_of(plan, context))
        make_room(passage.text, passage_style(plan));
    return depth;
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

namespace {

/// Draws the figures of the axis, the most important first: those that find no room are left out.
class AxisPainter {
public:
    AxisPainter(Group& group, const Plan& plan, const Context& context, const Frame& frame, double across,
                double outwards)
        : group_(group), plan_(plan), context_(context), frame_(frame), across_(across), outwards_(outwards) {
        constexpr double air = 3;
        if (!arrange_bands(plan, context).bands.empty()) left_edge_ = air - band_lead;
    }

    void draw() {
        draw_line();
        draw_breaks();
        std::vector<Tick> ticks = ticks_of(plan_, context_);
        std::vector<Tick> first;
        if (plan_.options.elapsed && !ticks.empty()) {
            first = {ticks.front()};
            draw_tick(ticks.front());
            ticks.erase(ticks.begin());
        }
        if (plan_.options.elapsed) draw_passages();
        const auto room = [this](const Tick& tick) { return room_of(tick); };
        for (const Tick& tick : standing_ticks(std::move(ticks), row_, room, first))
            draw_tick(tick);
        if (context_.timetable.axis == TimeAxis::age) draw_ages();
    }

    /// The number of times between events that had no room.
    [[nodiscard]] std::size_t passages_left_out() const { return passages_left_out_; }

private:
    [[nodiscard]] const TimeScale& scale() const { return plan_.placement.scale; }

    [[nodiscard]] Stroke stroke() const {
        return {context_.theme.colours.structure, context_.theme.strokes.structure, {}, LineCap::butt, LineJoin::round};
    }

    [[nodiscard]] double half_along(const TextLine& text) const {
        return (frame_.down() ? plan_.type.text : text.width) / 2;
    }

    void draw_text_at(TextLine text, double along) {
        const double reach = frame_.down() ? text.width / 2 + 6 : plan_.type.text / 2 + 5;
        draw_centred(group_, std::move(text), frame_.at(along, across_ + outwards_ * reach),
                     context_.theme.colours.quiet);
    }

    void draw_line() {
        double from = 0;
        for (const Break& gap : scale().breaks()) {
            if (gap.from > from) draw_stroke(group_, frame_, {from, across_}, {gap.from + 5, across_}, stroke());
            from = gap.until - 5;
        }
        draw_stroke(group_, frame_, {from, across_}, {scale().length(), across_}, stroke());
    }

    void draw_breaks() {
        for (const Break& gap : scale().breaks()) {
            if (!gap.length) continue;
            const std::string words =
                plan_.options.elapsed ? context_.wording.later(*gap.length) : context_.wording.duration(*gap.length);
            TextLine text = context_.measure.line(words, passage_style(plan_));
            const double middle = (gap.from + gap.until) / 2;
            row_.take(middle - half_along(text) - 3, middle + half_along(text) + 3);
            draw_text_at(std::move(text), middle);
        }
    }

    [[nodiscard]] TextLine figure_text(const std::string& words, Weight weight) const {
        return context_.measure.line(words, {.size = plan_.type.text, .weight = weight, .tabular_figures = true});
    }

    [[nodiscard]] Room room_of(const Tick& tick) const {
        const double along = scale().at(tick.time);
        if (in_break(scale(), along)) return std::nullopt;
        const double half = half_along(figure_text(tick.text, weight_of(tick)));
        const double middle = middle_of(along, half);
        return Room({middle - half - 4, middle + half + 4});
    }

    /// The middle of a figure: over its tick, but not left of the first band.
    [[nodiscard]] double middle_of(double along, double half) const { return std::max(along, left_edge_ + half); }

    [[nodiscard]] static Weight weight_of(const Tick& tick) { return tick.major ? Weight::bold : Weight::regular; }

    void set_figure(double along, const std::string& words, Weight weight) {
        TextLine text = figure_text(words, weight);
        const double half = half_along(text);
        const double middle = middle_of(along, half);
        if (in_break(scale(), along) || !row_.take(middle - half - 4, middle + half + 4)) return;
        draw_stroke(group_, frame_, {along, across_}, {along, across_ + outwards_ * 3}, stroke());
        draw_text_at(std::move(text), middle);
    }

    void draw_tick(const Tick& tick) { set_figure(scale().at(tick.time), tick.text, weight_of(tick)); }

    void draw_passages() {
        for (const Passage& passage : passages_of(plan_, context_)) {
            TextLine text = context_.measure.line(passage.text, passage_style(plan_));
            const double half = half_along(text) + 3;
            const double middle = (passage.from + passage.until) / 2;
            const bool has_room = passage.until - passage.from >= 2 * half;
            if (has_room && row_.take(middle - half, middle + half)) {
                draw_text_at(std::move(text), middle);
            } else {
                ++passages_left_out_;
            }
        }
    }

    void draw_ages() {
        const std::string age = context_.wording.word("age", "age") + " ";
        for (const AgeFigure& figure :
             age_figures(placed_events(plan_), context_, *context_.timetable.axis_character)) {
            // Beside the picture, if time runs down, there is no room for two ages.
            set_figure(figure.along, age + (frame_.down() ? figure.calendar : figure.text), Weight::regular);
        }
    }

    Group& group_;
    const Plan& plan_;
    const Context& context_;
    const Frame& frame_;
    double across_;
    double outwards_;
    FigureRow row_;
    double left_edge_ = -std::numeric_limits<double>::infinity();
    std::size_t passages_left_out_ = 0;
};

}  // namespace

void draw_axis(Group& parent, const Plan& plan, const Context& context, const Frame& frame, double across,
               double outwards) {
    if (axis_depth(plan, context) == 0) return;
    AxisPainter(add_part(parent, subjects::Part::axis), plan, context, frame, across, outwards).draw();
}

std::size_t passages_left_out(const Plan& plan, const Context& context) {
    if (!plan.options.elapsed || axis_depth(plan, context) == 0) return 0;
    Group scratch;
    const Frame frame{plan.options.direction, {}};
    AxisPainter painter(scratch, plan, context, frame, 0, 1);
    painter.draw();
    return painter.passages_left_out();
}

}  // namespace fabula::lifelines

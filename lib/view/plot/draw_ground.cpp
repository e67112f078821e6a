// What the curve stands on.
#include <algorithm>

#include "source/number.hpp"
#include "view/drawing/ages.hpp"
#include "view/drawing/figure_row.hpp"
#include "view/drawing/strokes.hpp"
#include "view/drawing/ticks.hpp"
#include "view/plot/draw.hpp"

namespace fabula::plots {
namespace {

Stroke fine(const Context& context) {
    return {context.theme.colours.structure, context.theme.strokes.structure, {}, LineCap::butt, LineJoin::round};
}

BandReach reach(const Plan& plan, const Context& context) {
    const Surroundings round = surroundings(plan, context);
    return {-round.top, plan.height + round.bottom};
}

void draw_acts(Group& parent, const Plan& plan, const Context& context, Point origin) {
    const BandReach across = reach(plan, context);
    for (std::size_t i = 0; i < plan.acts.size(); ++i) {
        const double from = plan.acts[i].from - band_lead;
        const double until = i + 1 < plan.acts.size() ? plan.acts[i + 1].from - band_lead : plan.width + band_lead;
        Group& group = add_group(parent, subjects::Act{i + 1}, plan.acts[i].name);
        if (i % 2 == 0) {
            Path tint = rectangle({origin.x + from, origin.y + across.top, origin.x + until, origin.y + across.bottom});
            tint.fill = context.theme.colours.band;
            group.children.emplace_back(std::move(tint));
        }
        const TextStyle style{.size = plan.type.heading, .weight = Weight::bold};
        TextLine name = cut_line(context.measure, plan.acts[i].name, style, until - from - 8);
        if (name.width > until - from - 6) continue;
        const double baseline = origin.y + across.top + 4 + plan.type.heading;
        draw_text(group, std::move(name), {origin.x + from + 5, baseline}, context.theme.colours.heading);
    }
}

using Stretch = std::pair<double, double>;

/// What is left of a level line beside all texts.
std::vector<Stretch> beside_texts(const Plan& plan, double y, Stretch line) {
    constexpr double air = 2;
    std::vector<Stretch> taken;
    for (const auto* texts : {&plan.titles, &plan.notes}) {
        for (const Inscription& text : *texts) {
            if (text.at.y - air < y && y < text.at.y + text.block.height + air)
                taken.emplace_back(text.at.x - air, text.at.x + text.block.width + air);
        }
    }
    std::ranges::sort(taken);
    std::vector<Stretch> left;
    for (const auto& [from, until] : taken) {
        if (from > line.first) left.emplace_back(line.first, std::min(from, line.second));
        line.first = std::max(line.first, until);
    }
    if (line.second > line.first) left.push_back(line);
    return left;
}

/// Lines at no, half and all tension, with figures at their left end.
void draw_levels(Group& group, const Plan& plan, const Context& context, Point origin) {
    const double first = plan.moments.front().x - band_lead;
    for (const double tension : {0.0, 5.0, 10.0}) {
        const double y = plan.y(tension);
        Stroke stroke = fine(context);
        if (tension > 0) stroke.dash = {0.5, 3};
        for (const auto& [from, until] : beside_texts(plan, y, {first, plan.width + band_lead}))
            draw_stroke(group, {Direction::right, origin}, {from, y}, {until, y}, stroke);
        TextLine figure = context.measure.line(number(tension, 0), {.size = plan.type.text, .tabular_figures = true});
        const Point middle{origin.x + first - 4 - figure.width / 2, origin.y + y};
        draw_centred(group, std::move(figure), middle, context.theme.colours.quiet);
    }
    TextLine word =
        context.measure.line(context.wording.word("tension", "tension"), {.size = plan.type.text, .italic = true});
    const Point at{origin.x + first - 4 - word.width, origin.y - 1.1 * plan.type.text};
    draw_text(group, std::move(word), at, context.theme.colours.quiet);
}

void draw_missing(Group& parent, const Plan& plan, const Context& context, Point origin) {
    if (plan.missing.empty()) return;
    Group& group = add_part(parent, subjects::Part::missing_beats);
    for (const Inscription& note : plan.notes) {
        const double x = plan.missing[note.moment].x;
        Stroke stroke = fine(context);
        stroke.colour = context.theme.colours.quiet;
        stroke.dash = {0.001, 2.4};
        stroke.cap = LineCap::round;
        draw_stroke(group, {Direction::right, origin}, {x, note.at.y}, {x, note.at.y + note.block.height}, stroke);
        draw_block(group, note.block, {origin.x + note.at.x, origin.y + note.at.y});
    }
}

/// Puts figures under the axis; those that come first stand where there is no room for all.
class FigurePainter {
public:
    FigurePainter(Group& group, const Plan& plan, const Context& context, Point origin)
        : group_(group), plan_(plan), context_(context), origin_(origin) {}

    void draw() {
        const Timetable& timetable = context_.timetable;
        if (timetable.axis == TimeAxis::age) return draw_ages();
        if (timetable.axis == TimeAxis::clock) {
            for (const Moment& moment : plan_.moments)
                draw_figure(moment.x, number(time_of(moment), 0), Weight::regular);
            return;
        }
        const auto ticks = candidate_ticks(context_, time_of(plan_.moments.front()), time_of(plan_.moments.back()));
        const auto room = [this](const Tick& tick) {
            const double half = half_width(figure_text(tick.text, weight_of(tick)));
            return Room({x_of(tick.time) - half, x_of(tick.time) + half});
        };
        for (const Tick& tick : standing_ticks(ticks, row_, room))
            draw_figure(x_of(tick.time), tick.text, weight_of(tick));
    }

private:
    [[nodiscard]] double time_of(const Moment& moment) const {
        return context_.timetable.events[moment.event].start.nominal;
    }

    [[nodiscard]] double x_of(double time) const {
        const auto after =
            std::ranges::lower_bound(plan_.moments, time, {}, [&](const Moment& m) { return time_of(m); });
        if (after == plan_.moments.begin()) return plan_.moments.front().x;
        if (after == plan_.moments.end()) return plan_.moments.back().x;
        const Moment& before = *(after - 1);
        const double share = (time - time_of(before)) / (time_of(*after) - time_of(before));
        return before.x + share * (after->x - before.x);
    }

    [[nodiscard]] static Weight weight_of(const Tick& tick) { return tick.major ? Weight::bold : Weight::regular; }

    [[nodiscard]] TextLine figure_text(const std::string& text, Weight weight) const {
        return context_.measure.line(text, {.size = plan_.type.text, .weight = weight});
    }

    [[nodiscard]] static double half_width(const TextLine& line) { return line.width / 2 + 3; }

    void draw_figure(double x, const std::string& text, Weight weight) {
        TextLine line = figure_text(text, weight);
        const double half = half_width(line);
        if (!row_.take(x - half, x + half)) return;
        draw_stroke(group_, {Direction::right, origin_}, {x, plan_.height}, {x, plan_.height + 3}, fine(context_));
        draw_centred(group_, std::move(line), {origin_.x + x, origin_.y + plan_.height + 1.3 * plan_.type.text},
                     context_.theme.colours.quiet);
    }

    void draw_ages() {
        std::vector<PlacedEvent> events;
        for (const Moment& moment : plan_.moments)
            events.push_back({moment.event, moment.x});
        const std::string age = context_.wording.word("age", "age") + " ";
        for (const AgeFigure& figure : age_figures(events, context_, *context_.timetable.axis_character))
            draw_figure(figure.along, age + figure.calendar, Weight::regular);
    }

    Group& group_;
    const Plan& plan_;
    const Context& context_;
    Point origin_;
    FigureRow row_;
};

}  // namespace

void draw_ground(Group& parent, const Plan& plan, const Context& context, Point origin) {
    if (plan.acts.empty()) {
        draw_section_bands(add_part(parent, subjects::Part::sections), plan.sections, heading_style(plan), context,
                           {Direction::right, origin}, reach(plan, context));
    } else {
        draw_acts(add_part(parent, subjects::Part::acts), plan, context, origin);
    }
    Group& group = add_part(parent, subjects::Part::axis);
    draw_levels(group, plan, context, origin);
    if (plan.timed && !plan.follows) FigurePainter(group, plan, context, origin).draw();
    draw_missing(parent, plan, context, origin);
}

}  // namespace fabula::plots

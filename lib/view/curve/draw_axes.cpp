// What the two axes are: sections, as told and as it happened, figures of time.
#include <algorithm>
#include <fmt/format.h>

#include "source/number.hpp"
#include "view/curve/draw.hpp"
#include "view/drawing/ages.hpp"
#include "view/drawing/figure_row.hpp"
#include "view/drawing/strokes.hpp"
#include "view/drawing/ticks.hpp"

namespace fabula::curves {
namespace {

constexpr double axis_at = -12;  // across, from the first column

Stroke fine(const Context& context) {
    return {context.theme.colours.structure, context.theme.strokes.structure, {}, LineCap::butt, LineJoin::round};
}

/// Puts figures beside the axis of the story; those that come first stand where there is no room for all.
class AxisPainter {
public:
    AxisPainter(Group& group, const Plan& plan, const Context& context, Point origin)
        : group_(group), plan_(plan), context_(context), origin_(origin) {}

    void draw() {
        switch (context_.timetable.axis) {
            case TimeAxis::order:
                return;
            case TimeAxis::age:
                return draw_ages();
            case TimeAxis::clock:
                return draw_clock();
            case TimeAxis::elapsed:
            case TimeAxis::calendar:
                return draw_ticks(candidate_ticks(context_, plan_.times.front(), plan_.times.back()));
        }
    }

private:
    void draw_figure(double y, const std::string& text, Weight weight) {
        const auto [from, until] = room_at(y);
        if (!row_.take(from, until)) return;
        draw_stroke(group_, {Direction::right, origin_}, {axis_at - 3, y}, {axis_at, y}, fine(context_));
        TextLine line = context_.measure.line(text, {.size = plan_.type.text, .weight = weight});
        const Point middle{origin_.x + axis_at - 6 - line.width / 2, origin_.y + y};
        draw_centred(group_, std::move(line), middle, context_.theme.colours.quiet);
    }

    void draw_ages() {
        std::vector<PlacedEvent> events;
        for (std::size_t place = 0; place < plan_.telling.events.size(); ++place)
            events.push_back({plan_.telling.events[place].event, plan_.y(place)});
        std::ranges::stable_sort(events, {}, &PlacedEvent::along);
        const std::string age = context_.wording.word("age", "age") + " ";
        for (const AgeFigure& figure : age_figures(events, context_, *context_.timetable.axis_character))
            draw_figure(figure.along, age + figure.calendar, Weight::regular);
    }

    void draw_clock() {
        for (std::size_t rank = 0; rank < plan_.times.size(); ++rank)
            draw_figure(plan_.rows[rank], number(plan_.times[rank], 0), Weight::regular);
    }

    void draw_ticks(const std::vector<Tick>& ticks) {
        const auto room = [this](const Tick& tick) { return Room(room_at(plan_.y_at(tick.time))); };
        for (const Tick& tick : standing_ticks(ticks, row_, room))
            draw_figure(plan_.y_at(tick.time), tick.text, tick.major ? Weight::bold : Weight::regular);
    }

    [[nodiscard]] std::pair<double, double> room_at(double y) const {
        const double half = 0.6 * plan_.type.text;
        return {y - half, y + half};
    }

    Group& group_;
    const Plan& plan_;
    const Context& context_;
    Point origin_;
    FigureRow row_;
};

/// An arrow along one of the axes, points of the plan.
void draw_arrow(Group& group, Point from, Point to, const Context& context, Point origin) {
    Path path = line({origin.x + from.x, origin.y + from.y}, {origin.x + to.x, origin.y + to.y});
    constexpr double head = 2.2;
    const bool right = to.x > from.x;
    const Point tip{origin.x + to.x, origin.y + to.y};
    path.move_to(right ? Point{tip.x - head, tip.y - head} : Point{tip.x - head, tip.y - head});
    path.line_to(tip);
    path.line_to(right ? Point{tip.x - head, tip.y + head} : Point{tip.x + head, tip.y - head});
    path.stroke = fine(context);
    path.stroke->colour = context.theme.colours.quiet;
    group.children.emplace_back(std::move(path));
}

/// "as told" with an arrow to the right, "as it happened" with one downwards.
void name_axes(Group& group, const Plan& plan, const Context& context, Point origin) {
    const double y = -4.4 * plan.type.text;
    TextLine told = as_told(plan, context);
    const double told_width = told.width;
    const double baseline = origin.y + y + told.ascent * 0.36;
    draw_text(group, std::move(told), {origin.x - 2.5, baseline}, context.theme.colours.quiet);
    draw_arrow(group, {told_width + 3, y}, {told_width + 19, y}, context, origin);
    TextLine happened = as_it_happened(plan, context);
    const double width = happened.width;
    draw_text(group, std::move(happened), {origin.x + axis_at - width - 3, baseline}, context.theme.colours.quiet);
    draw_arrow(group, {axis_at, y - 3}, {axis_at, y + 9}, context, origin);
}

}  // namespace

void draw_axes(Group& parent, const Plan& plan, const Context& context, Point origin) {
    const Surroundings round = surroundings(plan, context);
    draw_section_bands(add_part(parent, subjects::Part::sections), section_bands(plan, context), heading_style(plan),
                       context, {Direction::right, origin}, {-round.top, plan.height() + round.bottom});
    Group& group = add_part(parent, subjects::Part::axis);
    name_axes(group, plan, context, origin);
    AxisPainter(group, plan, context, origin).draw();
}

}  // namespace fabula::curves

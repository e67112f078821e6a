// From the plan to groups of the scene: the two axes, the curve with bars for uncertain times, marks and texts, rows of
// places, and what the legend explains.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "source/number.hpp"
#include "view/curve/curve.hpp"
#include "view/drawing/durations.hpp"
#include "view/drawing/event_labels.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/strokes.hpp"
#include "view/drawing/ticks.hpp"

namespace fabula::curves {
namespace {

constexpr double axis_at = -12;  // across, from the first column

Stroke fine(const Context& context) {
    return {context.theme.colours.structure, context.theme.strokes.structure, {}, LineCap::butt, LineJoin::round};
}

/// Puts figures beside the axis of the story. Where there is no room for all, the first to come stay.
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
    path.move_to({tip.x - head, tip.y - head});
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

namespace {

/// Which of the anachronies a place belongs to; nothing where it is in order.
std::vector<std::optional<std::size_t>> anachrony_of(const Plan& plan) {
    std::vector<std::optional<std::size_t>> of(plan.telling.events.size());
    for (std::size_t a = 0; a < plan.telling.anachronies.size(); ++a) {
        for (std::size_t place = plan.telling.anachronies[a].first; place <= plan.telling.anachronies[a].last; ++place)
            of[place] = a;
    }
    return of;
}

/// Of flashbacks and flash-forwards, where texture and colour say nothing else.
CurveStyle out_of_order_style(Anachrony::Kind kind, const Theme& theme) {
    const bool is_back = kind == Anachrony::Kind::flashback;
    const auto& colours = theme.colours.lives;
    const std::size_t colour = is_back ? 0 : 1;
    return {is_back ? LinePattern::dashed : LinePattern::dotted, theme.strokes.life,
            colour < colours.size() ? colours[colour] : theme.colours.life};
}

class CurvePainter {
public:
    CurvePainter(const Plan& plan, const Context& context) : plan_(plan), context_(context), of_(anachrony_of(plan)) {}

    /// How the way to a place is drawn.
    [[nodiscard]] CurveStyle style_of(std::size_t place) const {
        const Theme& theme = context_.theme;
        if (!plan_.categories.empty()) {
            const std::size_t category = plan_.category_of[place];
            if (category == SIZE_MAX) return {LinePattern::solid, theme.strokes.event, theme.colours.life};
            const Category& kind = plan_.categories[category];
            return {kind.pattern, theme.strokes.life, kind.colour};
        }
        const auto& here = of_[place];
        if (here != of_[place - 1])  // a leap out of order, or back
            return {LinePattern::solid, theme.strokes.event, theme.colours.quiet};
        if (!here) return {LinePattern::solid, theme.strokes.life * 1.1, theme.colours.ink};
        return out_of_order_style(plan_.telling.anachronies[*here].kind, theme);
    }

private:
    const Plan& plan_;
    const Context& context_;
    std::vector<std::optional<std::size_t>> of_;
};

bool are_alike(const CurveStyle& a, const CurveStyle& b) {
    return a.pattern == b.pattern && a.width == b.width && a.colour == b.colour;
}

constexpr double bar_reach = 2.2;  // of a bar from its middle line

/// A soft bar, about a middle line.
void draw_bar(Group& group, const Box& line, const Context& context) {
    Path bar = rectangle({line.left - bar_reach, line.top - bar_reach, line.right + bar_reach, line.bottom + bar_reach},
                         bar_reach);
    bar.fill = context.theme.colours.band;  // with an edge: it may lie on a band of that colour
    bar.stroke =
        Stroke{context.theme.colours.structure, context.theme.strokes.structure, {}, LineCap::butt, LineJoin::round};
    add_path(group, std::move(bar));
}

/// From where to where an event may stand by its own statements; nothing where that says no more than its mark.
std::optional<std::pair<double, double>> uncertainty(std::size_t place, const Plan& plan, const Context& context) {
    const EventTime& time = context.timetable.events[plan.telling.events[place].event];
    if (time.certainty != Certainty::stated) return std::nullopt;
    const double from = std::min(plan.y_at(time.stated.earliest), plan.y(place));
    const double until = std::max(plan.y_at(time.stated.latest), plan.y(place));
    if (until - from < 2 * context.theme.marks.event) return std::nullopt;
    return std::pair{from, until};
}

/// A stretch down the page.
struct Stretch {
    double from = 0;
    double until = 0;
};

/// What is left of a bar at `x` without the parts under text, which would be hard to read on it.
std::vector<Stretch> beside_text(double x, Stretch bar, const Plan& plan) {
    constexpr double clear = bar_reach + 1;
    constexpr double shortest = 1;
    std::vector<Stretch> taken;
    for (const auto* inscriptions : {&plan.titles, &plan.notes}) {
        for (const Inscription& text : *inscriptions) {
            if (text.box.left < x + clear && x - clear < text.box.right)
                taken.push_back({text.box.top - bar_reach, text.box.bottom + bar_reach});
        }
    }
    std::ranges::sort(taken, {}, &Stretch::from);
    std::vector<Stretch> left;
    for (const Stretch& text : taken) {
        if (text.from - bar.from > shortest) left.push_back({bar.from, std::min(text.from, bar.until)});
        bar.from = std::max(bar.from, text.until);
        if (bar.from >= bar.until) return left;
    }
    left.push_back(bar);
    return left;
}

void draw_uncertainty(Group& parent, const Plan& plan, const Context& context, Point origin) {
    Group& group = add_part(parent, subjects::Part::uncertainty);
    for (std::size_t place = 0; place < plan.telling.events.size(); ++place) {
        const auto bar = uncertainty(place, plan, context);
        if (!bar) continue;
        const double x = origin.x + plan.x(place);
        for (const Stretch& part : beside_text(plan.x(place), {bar->first, bar->second}, plan))
            draw_bar(group, {x, origin.y + part.from, x, origin.y + part.until}, context);
    }
}

bool has_uncertainty(const Plan& plan, const Context& context) {
    for (std::size_t place = 0; place < plan.telling.events.size(); ++place) {
        if (uncertainty(place, plan, context)) return true;
    }
    return false;
}

/// Whether a numbered mark would reach into those told before and after.
bool is_crowded(const Plan& plan, std::size_t place, const Theme& theme) {
    const double reach = 2.2 * milestone_radius(theme, plan.type.text);
    const auto is_near = [&](std::size_t other) {
        return std::abs(plan.x(other) - plan.x(place)) < reach && std::abs(plan.y(other) - plan.y(place)) < reach;
    };
    return (place > 0 && is_near(place - 1)) || (place + 1 < plan.telling.events.size() && is_near(place + 1));
}

void draw_mark_of(Group& group, std::size_t place, Point at, const Plan& plan, const Context& context) {
    const Event& event = context.story.events()[plan.telling.events[place].event];
    group.mark = at;
    MarkShape shape = mark_shape(event, context.theme);
    if (shape == MarkShape::milestone && is_crowded(plan, place, context.theme)) shape = MarkShape::dot;
    if (shape == MarkShape::milestone) {
        const auto& number = event.milestone->number;
        draw_milestone(group, context.story.milestones()[event.milestone->kind.index],
                       number ? std::optional(number->value) : std::nullopt, at, context.theme.colours.ink,
                       plan.type.text, context.theme, context.measure);
        return;
    }
    if (shape == MarkShape::death) {
        Path bar = rectangle({at.x - 1.2, at.y - 4, at.x + 1.2, at.y + 4});
        bar.fill = context.theme.colours.ink;
        group.children.emplace_back(std::move(bar));
        return;
    }
    if (shape == MarkShape::dot) {  // small, so that the curve stands out, and smaller where columns are narrow
        Path dot = circle(at, std::min(0.75 * context.theme.marks.event, 0.3 * plan.step));
        dot.fill = context.theme.colours.ink;
        group.children.emplace_back(std::move(dot));
        return;
    }
    draw_mark(group, shape, at, context.theme.colours.ink, context.theme);
}

void draw_inscription(Group& group, const Inscription& inscription, Point origin, Colour colour) {
    const Box& box = inscription.box;
    const Point middle{origin.x + (box.left + box.right) / 2, origin.y + (box.top + box.bottom) / 2};
    draw_centred(group, inscription.text, middle, colour);
}

/// From the mark to a title that stands over or under it.
void draw_leader(Group& group, const Inscription& title, Point mark, Point origin, const Context& context) {
    constexpr double clear = 2;
    const double top = origin.y + title.box.top;
    const double bottom = origin.y + title.box.bottom;
    const bool up = bottom < mark.y;
    const double reach = context.theme.marks.event + clear;
    draw_stroke(group, {Direction::right, {}}, {mark.x, up ? mark.y - reach : mark.y + reach},
                {mark.x, up ? bottom + 1 : top - 1},
                {context.theme.colours.structure, context.theme.strokes.structure, {}, LineCap::butt, LineJoin::round});
}

}  // namespace

void draw_telling(Group& parent, const Plan& plan, const Context& context, Point origin) {
    draw_uncertainty(parent, plan, context, origin);
    Group& group = add_part(parent, subjects::Part::curve);
    std::vector<Point> points = plan.points();
    for (Point& point : points)
        point = {origin.x + point.x, origin.y + point.y};
    const Path whole = monotone_curve(points);
    const CurvePainter painter(plan, context);
    for (std::size_t place = 1; place < points.size();) {
        const CurveStyle style = painter.style_of(place);
        Path part;
        part.move_to(points[place - 1]);
        for (; place < points.size() && are_alike(painter.style_of(place), style); ++place)
            part.steps.push_back(whole.steps[place]);
        drawing::draw_curve(group, std::move(part), style, context.theme);
    }
}

void explain(Legend& legend, const Plan& plan, const Context& context) {
    const Theme& theme = context.theme;
    const auto explain_style = [&](std::string words, const CurveStyle& style) {
        legend.explain(std::move(words), [&context, style](Group& group, Point at) {
            const double half = Legend::sample_width / 2;
            drawing::draw_curve(group, line({at.x - half, at.y}, {at.x + half, at.y}), style, context.theme);
        });
    };
    for (const Category& kind : plan.categories)
        explain_style(kind.name, {kind.pattern, theme.strokes.life, kind.colour});
    if (plan.categories.empty() && !plan.telling.anachronies.empty()) {
        explain_style(context.wording.word("in-order", "told in order"),
                      {LinePattern::solid, theme.strokes.life * 1.1, theme.colours.ink});
        for (const auto kind : {Anachrony::Kind::flashback, Anachrony::Kind::flash_forward}) {
            if (std::ranges::none_of(plan.telling.anachronies, [&](const Anachrony& a) { return a.kind == kind; }))
                continue;
            const bool is_back = kind == Anachrony::Kind::flashback;
            explain_style(
                context.wording.word(is_back ? "flashback" : "flash-forward", is_back ? "flashback" : "flash-forward"),
                out_of_order_style(kind, theme));
        }
    }
    if (has_uncertainty(plan, context)) {
        legend.explain(context.wording.word("uncertain", "when it may have been"), [&context](Group& group, Point at) {
            draw_bar(group, {at.x - Legend::sample_width / 3, at.y, at.x + Legend::sample_width / 3, at.y}, context);
        });
    }
    std::vector<EventIndex> events;
    for (const Told& told : plan.telling.events)
        events.push_back(told.event);
    legend.explain_events(events,
                          {.deaths = any_life_ends(events, context.story), .places_in_time = true, .sections = true});
}

void draw_events(Group& parent, const Plan& plan, const Context& context, Point origin) {
    Group& notes = add_part(parent, subjects::Part::anachronies);
    for (const Inscription& note : plan.notes)
        draw_inscription(notes, note, origin, context.theme.colours.quiet);
    std::vector<const Inscription*> titles(plan.telling.events.size(), nullptr);
    for (const Inscription& title : plan.titles)
        titles[title.of] = &title;
    for (std::size_t place = 0; place < plan.telling.events.size(); ++place) {
        const Event& event = context.story.events()[plan.telling.events[place].event];
        Group& group = add_group(parent, subject_of(event), name_of(event, context.story, context.wording), event.text);
        group.link = event.url;
        const Point at = plan.at(place);
        if (titles[place] != nullptr && titles[place]->led)
            draw_leader(group, *titles[place], {origin.x + at.x, origin.y + at.y}, origin, context);
        draw_mark_of(group, place, {origin.x + at.x, origin.y + at.y}, plan, context);
        if (titles[place] != nullptr) draw_inscription(group, *titles[place], origin, context.theme.colours.ink);
    }
}

void draw_places(Group& parent, const Plan& plan, const Context& context, Point origin) {
    if (plan.place_rows.empty()) return;
    Group& group = add_part(parent, subjects::Part::places);
    const Frame frame{Direction::right, origin};
    double y = plan.height() + 3.2 * plan.type.text;
    for (const PlaceRow& row : plan.place_rows) {
        const Place& place = context.story.places()[row.place];
        Group& line = add_group(group, subjects::Place{place.id}, place.name, place.text);
        TextLine name = row.name;
        const Point at{origin.x - 12 - name.width, origin.y + y + name.ascent * 0.36};
        draw_text(line, std::move(name), at, context.theme.colours.quiet);
        for (const auto& [first, last] : row.runs) {
            const double reach = std::min(plan.step / 2, context.theme.marks.event + 1);
            Path bar = rectangle(frame.box(plan.x(first) - reach, plan.x(last) + reach, y - 1.6, y + 1.6), 1.6);
            bar.fill = context.theme.colours.life;
            add_path(line, std::move(bar));
        }
        y += place_row_height(plan);
    }
}

}  // namespace fabula::curves

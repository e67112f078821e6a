// From the plan to groups of the scene: what the curve stands on, the curves, marks and titles, and what the legend
// explains.
#include <algorithm>
#include <cmath>

#include "source/number.hpp"
#include "view/drawing/durations.hpp"
#include "view/drawing/event_labels.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/strokes.hpp"
#include "view/drawing/ticks.hpp"
#include "view/plot/plot.hpp"

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

/// What is left of a level line without the parts that run through texts.
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

/// Puts figures under the axis. Where there is no room for all, the first to come stay.
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

namespace {

void draw_line_through(Group& group, std::vector<Point> points, double width, Colour colour, Point origin) {
    for (Point& point : points)
        point = {origin.x + point.x, origin.y + point.y};
    if (points.size() < 2) return;
    Path curve = monotone_curve(points);
    curve.stroke = Stroke{colour, width, {}, LineCap::round, LineJoin::round};
    group.children.emplace_back(std::move(curve));
}

void draw_dot(Group& group, Point at, double radius, Colour colour) {
    Path dot = circle(at, radius);
    dot.fill = colour;
    add_path(group, std::move(dot));
}

void draw_strip(Group& parent, const Plan& plan, const Strip& strip, const Context& context, Point origin) {
    const Thread& thread = context.story.threads()[strip.thread];
    Group& group = add_group(parent, subjects::Thread{thread.id}, thread.name, thread.text);
    const double bottom = strip.top + strip_height;
    const double first = plan.moments.front().x - band_lead;
    draw_stroke(group, {Direction::right, origin}, {first, bottom}, {plan.width + band_lead, bottom},
                {context.theme.colours.structure, context.theme.strokes.structure, {}, LineCap::butt, LineJoin::round});
    std::vector<Point> points;
    for (const std::size_t moment : strip.moments) {
        const double share = *plan.moments[moment].tension / most_tension;
        points.push_back({plan.moments[moment].x, bottom - share * strip_height});
    }
    draw_line_through(group, points, 0.7 * context.theme.strokes.life, context.theme.colours.life, origin);
    for (const Point& point : points)
        draw_dot(group, {origin.x + point.x, origin.y + point.y}, 1.7, context.theme.colours.ink);
    TextLine name = context.measure.line(thread.name, {.size = plan.type.text, .italic = true});
    draw_text(group, std::move(name), {origin.x + first + 1, origin.y + strip.top - 3}, context.theme.colours.ink);
}

bool is_turning_point(const Plan& plan, std::size_t moment) {
    return !plan.beats_of(moment).empty();
}

void draw_mark_of(Group& group, const Plan& plan, std::size_t moment, const Context& context, Point origin) {
    const Event& event = context.story.events()[plan.moments[moment].event];
    const Colour ink = context.theme.colours.ink;
    if (!plan.moments[moment].tension) {  // not on the curve: a tick on the axis
        const double x = plan.moments[moment].x;
        const double height = is_turning_point(plan, moment) ? 5 : 3;
        draw_stroke(group, {Direction::right, origin}, {x, plan.height}, {x, plan.height - height},
                    {context.theme.colours.quiet, context.theme.strokes.event, {}, LineCap::butt, LineJoin::round});
        return;
    }
    const Point place = plan.at(moment);
    const Point at{origin.x + place.x, origin.y + place.y};
    group.mark = at;
    const MarkShape shape = mark_shape(event, context.theme);
    if (is_turning_point(plan, moment)) {
        drawing::draw_ground(group, at, context.theme);
        draw_mark(group, MarkShape::diamond, at, ink, context.theme);
    } else if (shape == MarkShape::milestone) {
        const auto& number = event.milestone->number;
        draw_milestone(group, context.story.milestones()[event.milestone->kind.index],
                       number ? std::optional(number->value) : std::nullopt, at, ink, plan.type.text, context.theme,
                       context.measure);
    } else if (shape == MarkShape::death) {
        Path bar = rectangle({at.x - 1.2, at.y - 4, at.x + 1.2, at.y + 4});
        bar.fill = ink;
        group.children.emplace_back(std::move(bar));
    } else if (shape == MarkShape::dot) {
        draw_dot(group, at, 0.7 * context.theme.marks.event, ink);
    } else {
        draw_mark(group, shape, at, ink, context.theme);
    }
}

void draw_title(Group& group, const Plan& plan, const Inscription& title, const Context& context, Point origin) {
    const auto& tension = plan.moments[title.moment].tension;
    const Point from{plan.moments[title.moment].x, tension ? plan.y(*tension) : plan.height};
    if (title.led) {
        const bool above = title.at.y < from.y;
        const double end = above ? title.at.y + title.block.height + 1 : title.at.y - 1;
        draw_stroke(
            group, {Direction::right, origin}, {from.x, from.y + (above ? -5 : 5)}, {from.x, end},
            {context.theme.colours.structure, context.theme.strokes.structure, {}, LineCap::butt, LineJoin::round});
    }
    // Centred above or below its event; beside it, flush with the edge next to it.
    const double middle = title.at.x + title.block.width / 2;
    for (const Block::Line& line : title.block.lines) {
        double x = title.at.x;
        if (std::abs(middle - from.x) < 2) x = middle - line.text.width / 2;
        if (title.at.x + title.block.width < from.x || title.block.right_to_left)
            x = title.at.x + title.block.width - line.text.width;
        draw_text(group, line.text, {origin.x + x, origin.y + title.at.y + line.baseline}, line.colour);
    }
}

}  // namespace

void draw_curves(Group& parent, const Plan& plan, const Context& context, Point origin) {
    Group& group = add_part(parent, subjects::Part::curve);
    draw_line_through(group, plan.points(), context.theme.strokes.life, context.theme.colours.ink, origin);
    if (plan.strips.empty()) return;
    Group& threads = add_part(parent, subjects::Part::threads);
    for (const Strip& strip : plan.strips)
        draw_strip(threads, plan, strip, context, origin);
}

void draw_events(Group& parent, const Plan& plan, const Context& context, Point origin) {
    std::vector<const Inscription*> titles(plan.moments.size(), nullptr);
    for (const Inscription& title : plan.titles)
        titles[title.moment] = &title;
    for (std::size_t moment = 0; moment < plan.moments.size(); ++moment) {
        const Event& event = context.story.events()[plan.moments[moment].event];
        Group& group = add_group(parent, subject_of(event), name_of(event, context.story, context.wording), event.text);
        group.link = event.url;
        draw_mark_of(group, plan, moment, context, origin);
        if (titles[moment] != nullptr) draw_title(group, plan, *titles[moment], context, origin);
    }
}

void explain(Legend& legend, const Plan& plan, const Context& context) {
    if (!plan.beats.empty()) {
        legend.explain(context.wording.word("turning-point", "turning point"), [&context](Group& group, Point at) {
            draw_mark(group, MarkShape::diamond, at, context.theme.colours.ink, context.theme);
        });
    }
    std::vector<EventIndex> events;
    bool without = false;
    for (std::size_t moment = 0; moment < plan.moments.size(); ++moment) {
        without = without || !plan.moments[moment].tension;
        if (plan.moments[moment].tension && !is_turning_point(plan, moment))
            events.push_back(plan.moments[moment].event);
    }
    if (without) {
        legend.explain(context.wording.word("no-tension", "nothing is said of its tension"), [&context](Group& group,
                                                                                                        Point at) {
            const Frame frame{Direction::right, at};
            draw_stroke(group, frame, {0, 1.5}, {0, -1.5},
                        {context.theme.colours.quiet, context.theme.strokes.event, {}, LineCap::butt, LineJoin::round});
        });
    }
    legend.explain_events(events, {.places_in_time = plan.timed, .sections = true});
}

}  // namespace fabula::plots

// The curves, the marks on them, and their titles.
#include <algorithm>

#include "view/drawing/event_labels.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/monotone.hpp"
#include "view/drawing/strokes.hpp"
#include "view/plot/draw.hpp"

namespace fabula::plots {
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
    // To the middle over and under its event, flush to it at its side.
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
    legend.explain_milestones(events);
    legend.explain_truths(events);
    legend.explain_modes(events);
}

}  // namespace fabula::plots

// The marks of events, of mentions, of milestones, and of lines that continue on another page.
#include "view/drawing/marks.hpp"

#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "view/drawing/strokes.hpp"
#include "view/drawing/typesetting.hpp"

namespace fabula::drawing {
namespace {

Path outlined(Path shape, Colour fill, Colour edge, double width) {
    shape.fill = fill;
    shape.stroke = Stroke{edge, width, {}, LineCap::butt, LineJoin::round};
    return shape;
}

constexpr double quarter = 0.5523;  // where the control points of a quarter circle are, as one cubic

Path half_disc(Point at, double radius) {
    const double k = quarter * radius;
    Path path;
    path.move_to({at.x, at.y - radius});
    path.cubic_to({at.x - k, at.y - radius}, {at.x - radius, at.y - k}, {at.x - radius, at.y});
    path.cubic_to({at.x - radius, at.y + k}, {at.x - k, at.y + radius}, {at.x, at.y + radius});
    path.close();
    return path;
}

Path lower_half_disc(Point at, double radius) {
    const double k = quarter * radius;
    Path path;
    path.move_to({at.x - radius, at.y});
    path.cubic_to({at.x - radius, at.y + k}, {at.x - k, at.y + radius}, {at.x, at.y + radius});
    path.cubic_to({at.x + k, at.y + radius}, {at.x + radius, at.y + k}, {at.x + radius, at.y});
    path.close();
    return path;
}

Path drop(Point at, double radius) {
    const double tip = radius * 1.75;
    Path path;
    path.move_to({at.x, at.y - tip});
    path.cubic_to({at.x + radius * 0.35, at.y - radius * 1.15}, {at.x + radius, at.y - radius * 0.62},
                  {at.x + radius, at.y});
    path.cubic_to({at.x + radius, at.y + radius * 0.56}, {at.x + radius * 0.56, at.y + radius}, {at.x, at.y + radius});
    path.cubic_to({at.x - radius * 0.56, at.y + radius}, {at.x - radius, at.y + radius * 0.56}, {at.x - radius, at.y});
    path.cubic_to({at.x - radius, at.y - radius * 0.62}, {at.x - radius * 0.35, at.y - radius * 1.15},
                  {at.x, at.y - tip});
    return path.close();
}

Path diamond(Point at, double radius) {
    const double reach = radius * 1.25;
    Path path;
    path.move_to({at.x, at.y - reach})
        .line_to({at.x + reach, at.y})
        .line_to({at.x, at.y + reach})
        .line_to({at.x - reach, at.y});
    return path.close();
}

Path milestone_shape(std::string_view mark, Point at, double radius) {
    if (mark == "drop") return drop(at, radius);
    if (mark == "diamond") return diamond(at, radius);
    if (mark == "square") return rectangle({at.x - radius, at.y - radius, at.x + radius, at.y + radius}, 1);
    return circle(at, radius);
}

}  // namespace

double milestone_radius(const Theme& theme, double text_size) {
    return text_size * theme.marks.milestone;
}

double milestone_top(const MilestoneKind& kind, const Theme& theme, double text_size) {
    Path shape = milestone_shape(kind.mark, {}, milestone_radius(theme, text_size));
    shape.fill = theme.colours.ink;
    return -ink_box(Node(std::move(shape))).top + 0.5;
}

MarkShape mark_shape(Mode mode, const Theme& theme) {
    switch (mode) {
        case Mode::present:
            return MarkShape::dot;
        case Mode::flashback:
            return theme.marks.flashback;
        case Mode::dream:
            return theme.marks.dream;
        case Mode::vision:
            return theme.marks.vision;
    }
    return MarkShape::dot;
}

MarkShape mark_shape(Truth truth, const Theme& theme) {
    switch (truth) {
        case Truth::fact:
            return MarkShape::dot;
        case Truth::rumour:
            return theme.marks.rumour;
        case Truth::hope:
            return theme.marks.hope;
        case Truth::memory:
            return theme.marks.memory;
        case Truth::dream:
            return theme.marks.dream;
        case Truth::lie:
            return theme.marks.lie;
    }
    return MarkShape::dot;
}

MarkShape mark_shape(const Event& event, const Theme& theme) {
    if (!event.deaths.empty() && is_real(event.mode)) return MarkShape::death;
    if (event.milestone) return MarkShape::milestone;
    return event.truth == Truth::fact ? mark_shape(event.mode, theme) : mark_shape(event.truth, theme);
}

void draw_ground(Group& group, Point at, const Theme& theme) {
    Path ground = circle(at, theme.marks.event + 0.8);
    ground.fill = theme.colours.paper;
    add_path(group, std::move(ground));
}

namespace {

/// Strokes and gaps of marks are designed for dots of this radius, and grow with it.
constexpr double usual_radius = 2.7;

void draw_disc(Group& group, Path disc, Colour colour) {
    disc.fill = colour;
    group.children.emplace_back(std::move(disc));
}

/// A ring on paper, with what is in it.
void draw_ring(Group& group, MarkShape shape, Point at, Colour colour, const Theme& theme) {
    const double unit = theme.marks.event / usual_radius;
    const double radius = theme.marks.event - 0.2 * unit;
    const double width = 1.1 * unit;
    Path ring = outlined(circle(at, radius), theme.colours.paper, colour, width);
    if (shape == MarkShape::dotted_ring) ring.stroke->dash = {1.3 * unit, 1.3 * unit};
    group.children.emplace_back(std::move(ring));
    if (shape == MarkShape::half_ring) draw_disc(group, half_disc(at, radius), colour);
    if (shape == MarkShape::bowl) draw_disc(group, lower_half_disc(at, radius), colour);
    if (shape != MarkShape::crossed_ring) return;
    const double reach = theme.marks.event + 0.9 * unit;
    Path stroke = line({at.x - reach, at.y + reach}, {at.x + reach, at.y - reach});
    stroke.stroke = Stroke{colour, width, {}, LineCap::butt, LineJoin::round};
    group.children.emplace_back(std::move(stroke));
}

}  // namespace

void draw_mark(Group& group, MarkShape shape, Point at, Colour colour, const Theme& theme) {
    if (!group.mark) group.mark = at;
    const Colour paper = theme.colours.paper;
    const double radius = theme.marks.event;
    const double unit = radius / usual_radius;
    const double ring = 1.1 * unit;
    switch (shape) {
        case MarkShape::dot:
        case MarkShape::milestone:
        case MarkShape::death: {
            Path disc = circle(at, radius);
            disc.fill = colour;
            add_path(group, std::move(disc));
            return;
        }
        case MarkShape::ring:
        case MarkShape::dotted_ring:
        case MarkShape::half_ring:
        case MarkShape::bowl:
        case MarkShape::crossed_ring:
            draw_ring(group, shape, at, colour, theme);
            return;
        case MarkShape::ringed_dot:
            group.children.emplace_back(outlined(circle(at, radius + 0.3 * unit), paper, colour, ring * 0.8));
            draw_disc(group, circle(at, radius * 0.5), colour);
            return;
        case MarkShape::diamond:
            group.children.emplace_back(outlined(diamond(at, radius), paper, colour, ring));
            return;
    }
}

void draw_mention(Group& group, Point at, Colour colour, const Theme& theme) {
    group.children.emplace_back(outlined(circle(at, theme.marks.event * 0.6), theme.colours.paper, colour, 0.8));
}

void draw_continuation(Group& group, const Frame& frame, Point end, double sign, Colour colour, const Theme& theme) {
    constexpr double half = 2.6;
    constexpr double length = 2.8;
    const double tip = end.x + sign * (continuation_room - 1);
    Path head;
    head.move_to(frame.at(tip - sign * length, end.y - half));
    head.line_to(frame.at(tip, end.y)).line_to(frame.at(tip - sign * length, end.y + half));
    head.stroke = Stroke{colour, theme.strokes.event, {}, LineCap::round, LineJoin::round};
    add_part(group, subjects::Part::continued).children.emplace_back(std::move(head));
}

void draw_milestone(Group& group, const MilestoneKind& kind, std::optional<int> number, Point at, Colour colour,
                    double text_size, const Theme& theme, Measure& measure) {
    if (!group.mark) group.mark = at;
    const double radius = milestone_radius(theme, text_size);
    group.children.emplace_back(outlined(milestone_shape(kind.mark, at, radius), colour, theme.colours.paper, 0.9));
    if (!number) return;
    TextLine figure =
        measure.line(fmt::to_string(*number), {.size = text_size, .weight = Weight::bold, .tabular_figures = true});
    draw_centred(group, std::move(figure), at, theme.colours.paper);
}

}  // namespace fabula::drawing

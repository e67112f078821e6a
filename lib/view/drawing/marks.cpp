#include "view/drawing/marks.hpp"

#include <fmt/format.h>

#include "view/drawing/strokes.hpp"

namespace fabula::drawing {
namespace {

Path outlined(Path shape, Colour fill, Colour edge, double width) {
    shape.fill = fill;
    shape.stroke = Stroke{edge, width, {}, LineCap::butt, LineJoin::round};
    return shape;
}

Path half_disc(Point at, double radius) {
    constexpr double k = 0.5523;  // of a quarter circle drawn as one cubic
    Path path;
    path.move_to({at.x, at.y - radius});
    path.cubic_to({at.x - k * radius, at.y - radius}, {at.x - radius, at.y - k * radius}, {at.x - radius, at.y});
    path.cubic_to({at.x - radius, at.y + k * radius}, {at.x - k * radius, at.y + radius}, {at.x, at.y + radius});
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

MarkShape mark_shape(Mode mode) {
    switch (mode) {
        case Mode::present:
            return MarkShape::dot;
        case Mode::flashback:
            return MarkShape::ringed_dot;
        case Mode::dream:
            return MarkShape::half_ring;
        case Mode::vision:
            return MarkShape::diamond;
    }
    return MarkShape::dot;
}

}  // namespace

MarkShape mark_shape(const Event& event) {
    if (!event.deaths.empty() && is_real(event.mode)) return MarkShape::death;
    if (event.milestone) return MarkShape::milestone;
    switch (event.truth) {
        case Truth::fact:
            return mark_shape(event.mode);
        case Truth::rumour:
            return MarkShape::dotted_ring;
        case Truth::hope:
            return MarkShape::ring;
        case Truth::memory:
            return MarkShape::half_ring;
        case Truth::dream:
            return MarkShape::half_ring;
        case Truth::lie:
            return MarkShape::crossed_ring;
    }
    return MarkShape::dot;
}

void draw_ground(Group& group, Point at, const Theme& theme) {
    Path ground = circle(at, dot_radius + 0.8);
    ground.fill = theme.colours.paper;
    add_path(group, std::move(ground));
}

void draw_mark(Group& group, MarkShape shape, Point at, Colour colour, const Theme& theme) {
    const Colour paper = theme.colours.paper;
    const double ring = 1.1;
    switch (shape) {
        case MarkShape::dot:
        case MarkShape::milestone:
        case MarkShape::death: {
            Path disc = circle(at, dot_radius);
            disc.fill = colour;
            add_path(group, std::move(disc));
            return;
        }
        case MarkShape::dotted_ring: {
            Path path = outlined(circle(at, dot_radius - 0.2), paper, colour, ring);
            path.stroke->dash = {1.3, 1.3};
            group.children.emplace_back(std::move(path));
            return;
        }
        case MarkShape::ring:
            group.children.emplace_back(outlined(circle(at, dot_radius - 0.2), paper, colour, ring));
            return;
        case MarkShape::half_ring: {
            group.children.emplace_back(outlined(circle(at, dot_radius - 0.2), paper, colour, ring));
            Path half = half_disc(at, dot_radius - 0.2);
            half.fill = colour;
            group.children.emplace_back(std::move(half));
            return;
        }
        case MarkShape::ringed_dot: {
            group.children.emplace_back(outlined(circle(at, dot_radius + 0.3), paper, colour, ring * 0.8));
            Path disc = circle(at, dot_radius * 0.5);
            disc.fill = colour;
            group.children.emplace_back(std::move(disc));
            return;
        }
        case MarkShape::diamond:
            group.children.emplace_back(outlined(diamond(at, dot_radius), paper, colour, ring));
            return;
        case MarkShape::crossed_ring: {
            group.children.emplace_back(outlined(circle(at, dot_radius - 0.2), paper, colour, ring));
            Path stroke = line({at.x - 3.6, at.y + 3.6}, {at.x + 3.6, at.y - 3.6});
            stroke.stroke = Stroke{colour, ring, {}, LineCap::butt, LineJoin::round};
            group.children.emplace_back(std::move(stroke));
            return;
        }
    }
}

void draw_mention(Group& group, Point at, Colour colour, const Theme& theme) {
    group.children.emplace_back(outlined(circle(at, dot_radius * 0.6), theme.colours.paper, colour, 0.8));
}

void draw_continuation(Group& group, const Frame& frame, Point end, double sign, Colour colour, const Theme& theme) {
    constexpr double half = 2.6;
    constexpr double length = 2.8;
    const double tip = end.x + sign * (continuation_room - 1);
    Path head;
    head.move_to(frame.at(tip - sign * length, end.y - half));
    head.line_to(frame.at(tip, end.y)).line_to(frame.at(tip - sign * length, end.y + half));
    head.stroke = Stroke{colour, theme.strokes.event, {}, LineCap::round, LineJoin::round};
    add_group(group, "", "continued").children.emplace_back(std::move(head));
}

void draw_milestone(Group& group, const MilestoneKind& kind, std::optional<int> number, Point at, Colour colour,
                    double text_size, const Context& context) {
    const double radius = milestone_radius(text_size);
    group.children.emplace_back(
        outlined(milestone_shape(kind.mark, at, radius), colour, context.theme.colours.paper, 0.9));
    if (!number) return;
    TextLine figure = context.measure.line(fmt::to_string(*number),
                                           {.size = text_size, .weight = Weight::bold, .tabular_figures = true});
    draw_centred(group, std::move(figure), at, context.theme.colours.paper);
}

}  // namespace fabula::drawing

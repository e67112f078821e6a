// Arcs: strokes, marks where they end, heads, breaks between phases, names of kinds.
#include <algorithm>
#include <array>
#include <cmath>

#include "view/arcs/draw.hpp"
#include "view/drawing/strokes.hpp"

namespace fabula::arc_diagram {
namespace {

constexpr double smallest_mark = 1.2;

/// A closed shape about the place on the line where an arc ends.
Path mark_path(EndMark mark, const Frame& frame, Point at, double size, double outwards) {
    const double half = size / 2;
    const Point centre{at.x, at.y + outwards * half};
    const Point middle = frame.at(centre.x, centre.y);
    switch (mark) {
        case EndMark::none:
            return {};
        case EndMark::disc:
        case EndMark::ring:
            return circle(middle, half);
        case EndMark::square:
            return rectangle(
                {middle.x - half * 0.9, middle.y - half * 0.9, middle.x + half * 0.9, middle.y + half * 0.9});
        case EndMark::diamond: {
            const double reach = half * 1.2;
            Path path;
            path.move_to({middle.x, middle.y - reach}).line_to({middle.x + reach, middle.y});
            path.line_to({middle.x, middle.y + reach}).line_to({middle.x - reach, middle.y}).close();
            return path;
        }
        case EndMark::bar:
            return rectangle(frame.box(at.x - half * 1.2, at.x + half * 1.2, centre.y - 0.6, centre.y + 0.6));
    }
    return {};
}

Colour colour_of(const Kind& kind, const Theme& theme) {
    return kind.style.colour.value_or(theme.colours.relationship);
}

void draw_mark(Group& group, const HalfEllipse& shape, double share, const TieStyle& style, const Frame& frame,
               const Context& context) {
    const double size = std::min(style.mark_size, 3.6);
    if (style.kind.mark == EndMark::none || size < smallest_mark) return;
    Path path = mark_path(style.kind.mark, frame, shape.at(share), size, shape.rise > 0 ? 1 : -1);
    const Colour colour = colour_of(style.kind, context.theme);
    const bool open = style.kind.mark == EndMark::ring;
    path.fill = open ? context.theme.colours.paper : colour;
    if (open) path.stroke = Stroke{colour, std::min(0.8, size / 4), {}, LineCap::butt, LineJoin::round};
    add_path(group, std::move(path));
}

/// A head whose tip stands on the line.
void draw_head(Group& group, const HalfEllipse& shape, double size, const Frame& frame, Colour colour) {
    const Point tip = shape.at(1);
    const double out = shape.rise > 0 ? 1 : -1;
    const double length = std::min(5.2, std::max(1.45 * size, 2.4));
    const double half = length * 0.42;
    Path head;
    head.move_to(frame.at(tip.x, tip.y)).line_to(frame.at(tip.x - half, tip.y + out * length));
    head.line_to(frame.at(tip.x + half, tip.y + out * length)).close();
    head.fill = colour;
    add_path(group, std::move(head));
}

/// Two short strokes across an arc, on paper.
void draw_break(Group& group, const HalfEllipse& shape, double share, const CurveStyle& curve, const Frame& frame,
                const Context& context) {
    const double length = std::numbers::pi * std::max(shape.radius(), 4.0);  // about the length of the arc
    const double apart = 1.6 / length;
    Path gap = shape.path(frame, std::max(share - apart, 0.0), std::min(share + apart, 1.0));
    gap.stroke = Stroke{context.theme.colours.paper, 2.2 * curve.width + 1.2, {}, LineCap::butt, LineJoin::round};
    group.children.emplace_back(std::move(gap));
    for (const double side : {-apart, apart}) {
        const Point from = shape.at(share + side - apart / 2);
        const Point to = shape.at(share + side + apart / 2);
        const Point a = frame.at(from.x, from.y);
        const Point b = frame.at(to.x, to.y);
        const double norm = std::max(std::hypot(b.x - a.x, b.y - a.y), 1e-9);
        const double half = 2.4 + curve.width / 2;
        const Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
        const Point across{-(b.y - a.y) / norm * half + (b.x - a.x) / norm * 0.8,
                           (b.x - a.x) / norm * half + (b.y - a.y) / norm * 0.8};
        Path stroke = line({middle.x - across.x, middle.y - across.y}, {middle.x + across.x, middle.y + across.y});
        stroke.stroke = Stroke{curve.colour, context.theme.strokes.event, {}, LineCap::butt, LineJoin::round};
        group.children.emplace_back(std::move(stroke));
    }
}

/// Where an arc in phases is broken: evenly, or, where its name stands in the way, evenly before that.
std::vector<double> breaks(const TieStyle& style) {
    constexpr std::size_t most = 12;
    const std::size_t count = std::min(style.phases, most);
    std::vector<double> shares;
    for (std::size_t k = 1; k < count; ++k)
        shares.push_back(static_cast<double>(k) / static_cast<double>(count));
    const auto in_name = [&](double share) { return style.name->from < share && share < style.name->until; };
    if (style.name == nullptr || std::ranges::none_of(shares, in_name)) return shares;
    for (double& share : shares)
        share *= style.name->from;
    return shares;
}

}  // namespace

void draw_tie(Group& group, const HalfEllipse& shape, const TieStyle& style, const Frame& frame,
              const Context& context) {
    const Theme& theme = context.theme;
    const double base_width = style.kind.style.width > 0 ? style.kind.style.width : theme.strokes.relationship;
    const double width = base_width * style.weight;
    const Colour colour = colour_of(style.kind, theme);
    const CurveStyle curve{style.kind.style.pattern, width, colour};
    if (style.name == nullptr) {
        draw_curve(group, shape.path(frame, 0, 1), curve, context.theme);
    } else {
        draw_curve(group, shape.path(frame, 0, style.name->from), curve, context.theme);
        draw_curve(group, shape.path(frame, style.name->until, 1), curve, context.theme);
        draw_centred(group, style.name->text, frame.at(style.name->centre.x, style.name->centre.y),
                     theme.colours.quiet);
    }
    for (const double share : breaks(style))
        draw_break(group, shape, share, curve, frame, context);
    draw_mark(group, shape, 0, style, frame, context);
    if (style.directed) {
        draw_head(group, shape, style.mark_size, frame, colour);
    } else {
        draw_mark(group, shape, 1, style, frame, context);
    }
}

void draw_ties(Group& parent, const Plan& plan, const Graph& graph, const Context& context, const Frame& frame) {
    std::vector<const KindName*> names(graph.ties.size(), nullptr);
    for (const KindName& name : plan.kind_names)
        names[name.tie] = &name;
    Group* group = nullptr;
    for (std::size_t t = 0; t < graph.ties.size(); ++t) {
        const Tie& tie = graph.ties[t];
        // Further pairs of one relationship belong to the group of the first.
        const bool is_first = !std::holds_alternative<std::monostate>(tie.subject);
        if (group == nullptr || is_first) group = &add_group(parent, tie.subject, tie.title, tie.text);
        draw_tie(*group, plan.shapes[t],
                 {graph.kinds[tie.kind], tie.weight, tie.phases, tie.directed, 0.95 * plan.port_gap, names[t]}, frame,
                 context);
    }
}

}  // namespace fabula::arc_diagram

// From the plan to groups of the scene: arcs with marks, heads, breaks and the names of kinds; nodes with a bar for
// their arcs to stand on, and their names; what the legend explains.
#include <algorithm>
#include <array>
#include <cmath>

#include "view/arcs/arcs.hpp"
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

/// Where an arc in phases is broken: evenly, or evenly before its name where that stands in the way.
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

namespace {

/// The bar on the line that the arcs of a node stand on.
void draw_bar(Group& group, const Plan& plan, std::size_t node, std::size_t side, Colour colour, const Frame& frame,
              const Theme& theme) {
    const Ports& ports = plan.ports[side][node];
    if (ports.count == 0) return;
    const double end = std::min(1.8, 0.5 + plan.port_gap / 2);
    const double inner = plan.base[side];
    const double outer = inner - plan.outwards(side) * theme.strokes.life;
    Path bar = rectangle(frame.box(ports.from - end, ports.until + end, inner, outer));
    bar.fill = colour;
    add_path(group, std::move(bar));
}

/// The name in the middle between both sides, or on the side without arcs.
void draw_name(Group& group, const Plan& plan, std::size_t node, const Frame& frame) {
    const Block& name = plan.names[node];
    const bool down = plan.direction == Direction::down;
    constexpr double distance = 6;
    const double inwards = -plan.outwards(0);
    // Of the block's middle, across.
    double across = 0;
    if (!plan.both_sides) across = inwards * (distance + (down ? name.width : name.height) / 2);
    const Point middle = frame.at(plan.centre[node], across);
    for (const Block::Line& line : name.lines) {
        if (down) {
            draw_centred(group, line.text, middle, line.colour);
        } else {
            draw_text(group, line.text, {middle.x - line.text.width / 2, middle.y - name.height / 2 + line.baseline},
                      line.colour);
        }
    }
}

/// From a name to the bars on both sides of it, where it is shorter than others.
void draw_leaders(Group& group, const Plan& plan, std::size_t node, const Frame& frame, const Theme& theme) {
    if (!plan.both_sides || plan.direction != Direction::down) return;
    constexpr double shortest = 6;
    for (std::size_t side = 0; side < arcs::sides; ++side) {
        if (plan.ports[side][node].count == 0) continue;
        const double out = plan.outwards(side);
        const double from = out * (plan.names[node].width / 2 + 3);
        const double until = plan.base[side] - out * (theme.strokes.life + 1.5);
        if (std::abs(until - from) < shortest || (until - from) * out < 0) continue;
        draw_stroke(group, frame, {plan.centre[node], from}, {plan.centre[node], until},
                    {theme.colours.structure, theme.strokes.structure, {}, LineCap::butt, LineJoin::round});
    }
}

/// A small arc of a kind, on its side.
void explain_kind(Legend& legend, Direction direction, const Kind& kind, const Context& context) {
    legend.explain(kind.name, [&kind, &context, direction](Group& group, Point at) {
        const bool down = direction == Direction::down;
        // Over and under the line, or right and left of it, as in the picture.
        const double out = (kind.side == 0) == down ? 1 : -1;
        const double half = down ? 6 : Legend::sample_width / 2 - 2;
        draw_tie(group, {-half, half, -3.5 * out, 7 * out}, {.kind = kind}, {direction, at}, context);
    });
}

const Kind plain;

void explain_breaks(Legend& legend, std::string words, const Context& context) {
    legend.explain(std::move(words), [&context](Group& group, Point at) {
        const double half = Legend::sample_width / 2;
        draw_tie(group, {-half, half, 3.5, -7}, {.kind = plain, .phases = 2}, {Direction::right, at}, context);
    });
}

void explain_widths(Legend& legend, std::string words, const Context& context) {
    legend.explain(std::move(words), [&context](Group& group, Point at) {
        const double half = Legend::sample_width / 2;
        const Frame frame{Direction::right, at};
        draw_tie(group, {-half, -1, 3.5, -7}, {.kind = plain, .weight = 0.7}, frame, context);
        draw_tie(group, {1, half, 3.5, -7}, {.kind = plain, .weight = 2.4}, frame, context);
    });
}

void explain_strokes(Legend& legend, const Plan& plan, const Graph& graph, const Context& context) {
    const Wording& wording = context.wording;
    if (plan.options.sections) {
        const auto ends = [](const Tie& tie) { return std::ranges::find(tie.ends_in, true) != tie.ends_in.end(); };
        if (std::ranges::any_of(graph.ties, ends))
            explain_breaks(legend, wording.word("ends-here", "ends in this section"), context);
    } else if (std::ranges::any_of(graph.ties, [](const Tie& tie) { return tie.phases > 1; })) {
        explain_breaks(legend, wording.word("taken-up-again", "broken off and taken up again"), context);
    }
    const auto differs = [&](const Tie& tie) { return tie.weight != graph.ties.front().weight; };
    if (std::ranges::none_of(graph.ties, differs)) return;
    const bool meetings = plan.options.of == Of::meetings;
    explain_widths(legend,
                   meetings ? wording.word("wider-scenes", "the wider, the more scenes they share")
                            : wording.word("wider-stronger", "the wider, the stronger"),
                   context);
}

}  // namespace

void draw_nodes(Group& parent, const Plan& plan, const Graph& graph, const Context& context, const Frame& frame) {
    for (std::size_t n = 0; n < graph.nodes.size(); ++n) {
        const Node& node = graph.nodes[n];
        Group& group = add_group(parent, node.subject, node.name);
        draw_leaders(group, plan, n, frame, context.theme);
        for (std::size_t side = 0; side < arcs::sides; ++side)
            draw_bar(group, plan, n, side, node.colour, frame, context.theme);
        draw_name(group, plan, n, frame);
    }
}

namespace {

/// The nodes that are events.
std::vector<EventIndex> events_of(const Graph& graph) {
    std::vector<EventIndex> events;
    for (const Node& node : graph.nodes) {
        if (std::holds_alternative<subjects::Event>(node.subject)) events.push_back(node.index);
    }
    return events;
}

}  // namespace

void explain(Legend& legend, const Plan& plan, const Graph& graph, const Context& context) {
    std::vector<std::size_t> named(graph.kinds.size(), 0);
    for (const KindName& name : plan.kind_names)
        ++named[graph.ties[name.tie].kind];
    for (std::size_t k = 0; k < graph.kinds.size(); ++k) {
        if (!graph.kinds[k].name.empty() && named[k] < graph.kinds[k].arcs)
            explain_kind(legend, plan.direction, graph.kinds[k], context);
    }
    explain_strokes(legend, plan, graph, context);
    legend.explain_set_aside(events_of(graph), {.cast = true});
}

}  // namespace fabula::arc_diagram

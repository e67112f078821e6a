// Nodes: a bar where the arcs of each stand, and its name. What the legend explains.
#include <algorithm>
#include <cmath>

#include "view/arcs/draw.hpp"
#include "view/drawing/strokes.hpp"

namespace fabula::arc_diagram {
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

void explain(Legend& legend, const Plan& plan, const Graph& graph, const Context& context) {
    std::vector<std::size_t> named(graph.kinds.size(), 0);
    for (const KindName& name : plan.kind_names)
        ++named[graph.ties[name.tie].kind];
    for (std::size_t k = 0; k < graph.kinds.size(); ++k) {
        if (!graph.kinds[k].name.empty() && named[k] < graph.kinds[k].arcs)
            explain_kind(legend, plan.direction, graph.kinds[k], context);
    }
    explain_strokes(legend, plan, graph, context);
}

}  // namespace fabula::arc_diagram

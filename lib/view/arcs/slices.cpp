// The form with a diagram for each section, side by side: lay_out_slices, draw_slices.
#include <algorithm>

#include "view/arcs/arcs.hpp"
#include "view/drawing/strokes.hpp"

namespace fabula::arc_diagram {
namespace {

constexpr double slice_name_distance = 8;
constexpr double slice_air = 8;  // beside the arcs of a slice

/// Rows in type of this size, with a gap between ports as wide as the height allows.
Plan rows(const Graph& graph, const Options& options, double text, double usual_height, double most_height,
          const Context& context) {
    Plan plan;
    plan.options = options;
    plan.direction = Direction::down;
    plan.type = typography(context.theme, text);
    plan.both_sides = std::ranges::any_of(graph.kinds, [](const Kind& kind) { return kind.side == 1; });
    for (const Node& node : graph.nodes) {
        TextLine name = cut_line(context.measure, node.name, {.size = text}, 24 * text);
        Block block{.lines = {}, .width = name.width, .height = plan.type.leading * text};
        block.lines.push_back({std::move(name), text, context.theme.colours.ink});
        plan.name_depth = std::max(plan.name_depth, block.width);
        plan.names.push_back(std::move(block));
    }
    constexpr double highest_row = 34;
    const double usual_pitch = std::min(usual_height / static_cast<double>(graph.nodes.size()), highest_row);
    const std::vector<std::size_t> most = count_ports(graph, 0);
    const std::vector<std::size_t> other = count_ports(graph, 1);
    for (const double gap : {3.4, 2.8, 2.2, 1.7, 1.2, 0.8, 0.5, 0.3, 0.15}) {
        plan.port_gap = gap;
        plan.centre.clear();
        plan.length = 0;
        for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
            const double ports = gap * static_cast<double>(std::max(most[node], other[node])) + 0.5 * text;
            const double pitch = std::max({1.5 * text, usual_pitch, ports});
            plan.centre.push_back(plan.length + pitch / 2);
            plan.length += pitch;
        }
        if (plan.length <= most_height) break;
    }
    return plan;
}

Slices in_type(const Graph& graph, const Options& options, double text, const Page& room, const Context& context) {
    constexpr double widest_slice = 220;
    constexpr double narrowest_slice = 34;
    constexpr double usual_width = 960;
    constexpr double usual_height = 300;
    const auto count = static_cast<double>(context.story.sections().size());
    Slices result;
    const double most = room.grows() ? std::max(usual_height, 2.2 * text * static_cast<double>(graph.nodes.size()))
                                     : room.height - 5 * text;
    result.plan = rows(graph, options, text, std::min(usual_height, most), most, context);
    const double width = (room.grows() ? usual_width : room.width) - result.plan.name_depth - slice_name_distance;
    const double each = std::clamp(width / count, narrowest_slice, widest_slice);
    shape_arcs(result.plan, graph, each - 2 * slice_air);
    result.width = result.plan.depth[0] + result.plan.depth[1] + 2 * slice_air;
    if (!room.grows()) result.width = std::max(result.width, each);
    double widest_heading = 0;
    for (SectionIndex section = 0; section < context.story.sections().size(); ++section) {
        const TextStyle style{.size = result.plan.type.heading * 0.9, .weight = Weight::bold};
        Paragraph heading =
            context.measure.wrap(context.story.sections()[section].title, style, std::max(result.width - 8, 64.0), 4);
        result.heading_height = std::max(result.heading_height, heading.height + 8);
        widest_heading = std::max(widest_heading, heading.width);
        result.slices.push_back({section, 0, std::move(heading)});
    }
    result.width = std::max(result.width, widest_heading + 8);
    for (Slice& slice : result.slices)
        slice.axis = static_cast<double>(slice.section) * result.width;
    return result;
}

/// How far the left edge of a slice is from its axis.
double left_of_axis(const Slices& slices) {
    const double spare = slices.width - slices.plan.depth[0] - slices.plan.depth[1];
    return slices.plan.depth[1] + spare / 2;
}

void draw_ground(Group& group, const Slices& slices, const Slice& slice, Point origin, const Context& context) {
    const double left = origin.x + slice.axis - left_of_axis(slices);
    if (slice.section % 2 == 0) {
        Path tint = rectangle(
            {left, origin.y - slices.heading_height, left + slices.width, origin.y + slices.plan.length + slice_air});
        tint.fill = context.theme.colours.band;
        group.children.emplace_back(std::move(tint));
    }
    for (std::size_t l = 0; l < slice.heading.lines.size(); ++l) {
        const double baseline = origin.y - slices.heading_height + 4 + slice.heading.first_baseline +
                                static_cast<double>(l) * slice.heading.leading;
        draw_text(group, slice.heading.lines[l], {left + 4, baseline}, context.theme.colours.heading);
    }
    Path axis = line({origin.x + slice.axis, origin.y}, {origin.x + slice.axis, origin.y + slices.plan.length});
    axis.stroke =
        Stroke{context.theme.colours.structure, context.theme.strokes.structure, {}, LineCap::butt, LineJoin::round};
    group.children.emplace_back(std::move(axis));
}

void draw_names(Group& parent, const Slices& slices, const Graph& graph, const Context& context, Point origin) {
    const double right = origin.x - left_of_axis(slices) - slice_name_distance;
    const double end = origin.x + slices.slices.back().axis - left_of_axis(slices) + slices.width;
    for (std::size_t n = 0; n < graph.nodes.size(); ++n) {
        Group& group = add_group(parent, graph.nodes[n].subject, graph.nodes[n].name);
        const double y = origin.y + slices.plan.centre[n];
        Path row = line({right + 4, y}, {end, y});
        row.stroke = Stroke{context.theme.colours.structure,
                            0.5 * context.theme.strokes.structure,
                            {0.001, 2.4},
                            LineCap::round,
                            LineJoin::round};
        group.children.emplace_back(std::move(row));
        const Block& name = slices.plan.names[n];
        draw_centred(group, name.lines.front().text, {right - name.width / 2, y}, context.theme.colours.ink);
    }
}

void draw_slice(Group& parent, const Slices& slices, const Slice& slice, const Graph& graph, const Context& context,
                Point origin) {
    const Section& section = context.story.sections()[slice.section];
    Group& group = add_group(parent, subjects::Section{section.id}, section.title);
    const Frame frame{Direction::down, {origin.x + slice.axis, origin.y}};
    std::vector<bool> joined(graph.nodes.size(), false);
    for (std::size_t t = 0; t < graph.ties.size(); ++t) {
        const Tie& tie = graph.ties[t];
        const double weight = tie.weight_in[slice.section];
        if (weight <= 0) continue;
        joined[tie.a] = joined[tie.b] = true;
        const std::size_t phases = tie.ends_in[slice.section] ? 2 : 1;
        draw_tie(group, slices.plan.shapes[t],
                 {graph.kinds[tie.kind], weight, phases, tie.directed, 0.95 * slices.plan.port_gap}, frame, context);
    }
    for (std::size_t n = 0; n < graph.nodes.size(); ++n) {
        if (!joined[n]) continue;
        Path dot = circle(frame.at(slices.plan.centre[n], 0), 1.6);
        dot.fill = graph.nodes[n].colour;
        group.children.emplace_back(std::move(dot));
    }
}

}  // namespace

Slices lay_out_slices(const Graph& graph, const Options& options, const Page& room, const Context& context) {
    const double smallest = context.theme.type.smallest;
    constexpr double step = 0.5;
    for (double text = context.theme.type.text; text > smallest; text -= step) {
        Slices slices = in_type(graph, options, text, room, context);
        const Page size = size_of(slices);
        if (room.grows() || (size.width <= room.width && size.height <= room.height)) return slices;
    }
    return in_type(graph, options, smallest, room, context);
}

Page size_of(const Slices& slices) {
    return {slices.plan.name_depth + slice_name_distance + slices.width * static_cast<double>(slices.slices.size()),
            slices.heading_height + slices.plan.length + slice_air};
}

void draw_slices(Group& parent, const Slices& slices, const Graph& graph, const Context& context, Point at) {
    const Point origin{at.x + slices.plan.name_depth + slice_name_distance + left_of_axis(slices),
                       at.y + slices.heading_height};
    Group& sections = add_part(parent, subjects::Part::sections);
    // The tints of all sections come first: rows run over them, arcs over those.
    for (const Slice& slice : slices.slices)
        draw_ground(sections, slices, slice, origin, context);
    draw_names(add_part(parent, subjects::Part::nodes), slices, graph, context, origin);
    for (const Slice& slice : slices.slices)
        draw_slice(parent, slices, slice, graph, context, origin);
}

}  // namespace fabula::arc_diagram

// From the graph to a Plan: lay_out. The line is as long as the names and the arcs that end at each node ask for; arcs
// are half ellipses of one shape, as deep as the room allows and no deeper than half circles.
#include "view/arcs/layout.hpp"

#include <algorithm>
#include <cmath>

#include "view/arcs/kind_names.hpp"
#include "view/arcs/ports.hpp"

namespace fabula::arc_diagram {
namespace {

constexpr double widest_port_gap = 3.6;
constexpr double name_distance = 6;  // of names from the line that arcs stand on

bool is_on_both_sides(const Graph& graph) {
    return std::ranges::any_of(graph.kinds, [](const Kind& kind) { return kind.side == 1; });
}

/// A name on one line where the line of nodes runs down, else on up to three.
Block name_block(const Node& node, const Plan& plan, const Context& context) {
    const bool down = plan.direction == Direction::down;
    const double size = plan.type.text;
    const double width = down ? 24 * size : 9 * size;
    Paragraph text = context.measure.wrap(node.name, {.size = size}, width, down ? 1 : 3);
    Block block{{}, text.width, text.height, text.right_to_left};
    for (std::size_t l = 0; l < text.lines.size(); ++l) {
        const double baseline = text.first_baseline + static_cast<double>(l) * text.leading;
        block.lines.push_back({std::move(text.lines[l]), baseline, context.theme.colours.ink});
    }
    return block;
}

void set_names(Plan& plan, const Graph& graph, const Context& context) {
    const bool down = plan.direction == Direction::down;
    for (const Node& node : graph.nodes) {
        plan.names.push_back(name_block(node, plan, context));
        plan.name_depth = std::max(plan.name_depth, down ? plan.names.back().width : plan.names.back().height);
    }
    if (!plan.both_sides) return;
    for (std::size_t side = 0; side < arcs::sides; ++side)
        plan.base[side] = plan.outwards(side) * (plan.name_depth / 2 + name_distance);
}

/// The least stretch of the line that a node takes for its name.
double name_pitch(const Plan& plan, std::size_t node) {
    return plan.direction == Direction::down ? 1.36 * plan.type.text : plan.names[node].width + 1.4 * plan.type.text;
}

std::vector<std::size_t> most_ports(const Graph& graph) {
    std::vector<std::size_t> most = count_ports(graph, 0);
    const std::vector<std::size_t> under = count_ports(graph, 1);
    for (std::size_t node = 0; node < most.size(); ++node)
        most[node] = std::max(most[node], under[node]);
    return most;
}

/// How long a heading is along the line.
double heading_length(SectionIndex section, const Plan& plan, const Context& context) {
    constexpr double column = 88;  // as section bands set them
    if (plan.direction == Direction::right) return 5.5 * plan.type.heading;
    const TextStyle style{.size = plan.type.heading, .weight = Weight::bold};
    return context.measure.wrap(context.story.sections()[section].title, style, column).height + 8;
}

std::optional<SectionIndex> section_of(std::size_t node, const Graph& graph, const Context& context) {
    return graph.by_section ? context.story.events()[graph.nodes[node].index].section : std::nullopt;
}

/// Places the nodes, with a band for each run of nodes of one section; in a line that runs across, only for runs that
/// have room for a heading.
void place_nodes(Plan& plan, const Graph& graph, const Context& context) {
    const std::vector<std::size_t> most = most_ports(graph);
    const bool down = plan.direction == Direction::down;
    std::vector<bool> seen(context.story.sections().size(), false);
    std::vector<SectionBand> bands;
    std::optional<SectionIndex> running;
    double along = 0;
    double heading_until = 0;
    plan.centre.clear();
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        const auto section = section_of(node, graph, context);
        if (section && section != running) {
            if (down) along = std::max(along, heading_until);
            bands.push_back({.section = *section, .from = along, .until = along, .goes_on = seen[*section]});
            seen[*section] = true;
            heading_until = along + heading_length(*section, plan, context);
        }
        running = section;
        const double pitch =
            std::max(name_pitch(plan, node), plan.port_gap * static_cast<double>(most[node]) + 0.5 * plan.type.text);
        plan.centre.push_back(along + pitch / 2);
        along += pitch;
    }
    plan.length = down ? std::max(along, heading_until) : along;
    if (!down) {
        for (std::size_t i = bands.size(); i-- > 1;) {
            const double until = i + 1 < bands.size() ? bands[i + 1].from : plan.length;
            if (until - bands[i].from < heading_length(bands[i].section, plan, context))
                bands.erase(bands.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
    plan.sections = bands.empty() ? SectionBands{} : arrange_section_bands(std::move(bands), plan.length);
}

/// A plan in type of this size with nodes at their places, arcs not yet as deep as they will be.
Plan draft(const Graph& graph, const Options& options, Direction direction, double text, double port_gap,
           const Context& context) {
    Plan plan;
    plan.options = options;
    plan.type = typography(context.theme, text);
    plan.direction = direction;
    plan.both_sides = is_on_both_sides(graph);
    plan.port_gap = port_gap;
    set_names(plan, graph, context);
    place_nodes(plan, graph, context);
    return plan;
}

/// The draft with the widest gap between ports at which the line is no longer than `most`, or not longer by half than
/// its names ask for.
Plan draft_within(const Graph& graph, const Options& options, Direction direction, double text, double most,
                  const Context& context) {
    const double least = draft(graph, options, direction, text, 0, context).length;
    constexpr double narrower = 0.85;
    constexpr double narrowest = 0.12;
    double gap = widest_port_gap;
    Plan plan = draft(graph, options, direction, text, gap, context);
    while (plan.length > std::max(most, 1.05 * least) && gap > narrowest) {
        gap *= narrower;
        plan = draft(graph, options, direction, text, gap, context);
    }
    return plan;
}

/// Spreads the nodes over the length that there is.
void stretch(Plan& plan, double length) {
    constexpr double most = 2.3;
    const double factor = std::clamp(length / plan.length, 1.0, most);
    for (double& centre : plan.centre)
        centre *= factor;
    for (SectionBand& band : plan.sections.bands) {
        band.from *= factor;
        band.until *= factor;
    }
    plan.length *= factor;
}

/// What the picture takes across besides its arcs.
double depth_without_arcs(const Plan& plan, const Context& context) {
    return plan.name_depth + 2 * name_distance + heading_depth(plan.sections, heading_style(plan), context) + 12;
}

Plan grown(const Graph& graph, const Options& options, const Context& context) {
    constexpr double widest = 640;
    constexpr double deepest_across = 420;
    constexpr double deepest_down = 520;
    constexpr double shortest = 420;
    const double text = context.theme.type.text;
    const bool across = options.direction != Course::down &&
                        (options.direction == Course::right ||
                         draft(graph, options, Direction::right, text, 1.5, context).length <= widest);
    const Direction direction = across ? Direction::right : Direction::down;
    const double names = draft(graph, options, direction, text, 0, context).length;
    Plan plan = draft_within(graph, options, direction, text, std::max(1.6 * names, shortest), context);
    stretch(plan, shortest);
    shape_arcs(plan, graph, across ? deepest_across : deepest_down);
    return plan;
}

struct Room {
    double along = 0;
    double across = 0;
};

Room room_for(const Plan& plan, const Page& page) {
    return plan.direction == Direction::down ? Room{page.height, page.width} : Room{page.width, page.height};
}

/// The plan for a page of fixed size in type of this size; nothing where that is too large.
std::optional<Plan> fitted(const Graph& graph, const Options& options, Direction direction, double text,
                           const Page& page, const Context& context) {
    constexpr double flattest = 0.3;
    const double most = direction == Direction::down ? page.height : page.width;
    Plan plan = draft_within(graph, options, direction, text, most, context);
    const Room room = room_for(plan, page);
    if (plan.length > room.along) return std::nullopt;
    stretch(plan, room.along);
    const double left = room.across - depth_without_arcs(plan, context);
    if (left < 20) return std::nullopt;
    shape_arcs(plan, graph, left);
    if (plan.aspect < flattest && text > context.theme.type.smallest) return std::nullopt;
    return plan;
}

Plan within(const Graph& graph, const Options& options, const Page& page, const Context& context) {
    constexpr double step = 0.5;
    const double smallest = context.theme.type.smallest;
    std::vector<Direction> directions{Direction::right, Direction::down};
    if (options.direction == Course::right) directions = {Direction::right};
    if (options.direction == Course::down) directions = {Direction::down};
    for (double text = context.theme.type.text; text > smallest - step; text -= step) {
        for (const Direction direction : directions) {
            auto plan = fitted(graph, options, direction, std::max(text, smallest), page, context);
            if (plan) return *std::move(plan);
        }
    }
    Plan plan = draft_within(graph, options, directions.back(), smallest, 0, context);
    shape_arcs(plan, graph, std::max(20.0, room_for(plan, page).across - depth_without_arcs(plan, context)));
    return plan;
}

}  // namespace

HeadingStyle heading_style(const Plan& plan) {
    return {plan.direction, plan.type.heading, 5 * plan.type.heading};
}

Box extent(const Plan& plan) {
    constexpr double air = 3;
    Box box{0, 0, plan.length, 0};
    for (std::size_t side = 0; side < arcs::sides; ++side) {
        const double reach = plan.base[side] + plan.outwards(side) * (plan.depth[side] + air);
        box.top = std::min(box.top, reach);
        box.bottom = std::max(box.bottom, reach);
    }
    if (!plan.both_sides) {
        const double names = -plan.outwards(0) * (plan.name_depth + name_distance);
        box.top = std::min(box.top, names);
        box.bottom = std::max(box.bottom, names);
    }
    const double half_line = plan.type.text * 0.6;
    for (const KindName& name : plan.kind_names) {
        const double half = plan.direction == Direction::down ? name.text.width / 2 : half_line;
        box.top = std::min(box.top, name.centre.y - half);
        box.bottom = std::max(box.bottom, name.centre.y + half);
    }
    return box;
}

Plan lay_out(const Graph& graph, const Options& options, const Page& room, const Context& context) {
    Plan plan = room.grows() ? grown(graph, options, context) : within(graph, options, room, context);
    if (options.kinds) name_kinds(plan, graph, room, context);
    return plan;
}

}  // namespace fabula::arc_diagram

// From the graph to a Plan: lay_out. The line is as long as the names and the arcs that end at each node ask for. Arcs
// are half ellipses of one shape, as deep as the room allows and no deeper than half circles. Names of kinds stand in
// the arcs that have room for one.
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "view/arcs/arcs.hpp"
#include "view/drawing/label_placement.hpp"

namespace fabula::arc_diagram {

double HalfEllipse::radius() const {
    return std::abs(until - from) / 2;
}

Point HalfEllipse::at(double share) const {
    const double angle = std::numbers::pi * share;
    return {centre() - (until - from) / 2 * std::cos(angle), base + rise * std::sin(angle)};
}

Path HalfEllipse::path(const Frame& frame, double share_from, double share_until) const {
    // A cubic for no more than an eighth of a turn is off by less than a hundred-thousandth of the radius.
    const int pieces = std::max(1, static_cast<int>(std::ceil((share_until - share_from) * 4 - 1e-9)));
    const double step = (share_until - share_from) / pieces;
    const double handle = 4.0 / 3 * std::tan(std::numbers::pi * step / 4);
    const double half = (until - from) / 2;
    const auto tangent = [&](double share) {
        const double angle = std::numbers::pi * share;
        return Point{half * std::sin(angle) * handle, rise * std::cos(angle) * handle};
    };
    Path path;
    Point here = at(share_from);
    path.move_to(frame.at(here.x, here.y));
    for (int piece = 0; piece < pieces; ++piece) {
        const double start = share_from + step * piece;
        const Point there = at(start + step);
        const Point out = tangent(start);
        const Point in = tangent(start + step);
        path.cubic_to(frame.at(here.x + out.x, here.y + out.y), frame.at(there.x - in.x, there.y - in.y),
                      frame.at(there.x, there.y));
        here = there;
    }
    return path;
}

bool HalfEllipse::passes(const Box& box) const {
    // Only the part of the box on the ellipse's side of the base counts. Distances are measured in its radii.
    const double near = rise > 0 ? std::max(box.top - base, 0.0) : std::max(base - box.bottom, 0.0);
    const double far = rise > 0 ? box.bottom - base : base - box.top;
    if (far <= 0 || radius() <= 0 || rise == 0) return false;
    const double left = box.left - centre();
    const double right = box.right - centre();
    const double nearest = left <= 0 && 0 <= right ? 0 : std::min(std::abs(left), std::abs(right));
    const double farthest = std::max(std::abs(left), std::abs(right));
    const double depth = std::abs(rise);
    const double least = std::hypot(nearest / radius(), near / depth);
    const double most = std::hypot(farthest / radius(), far / depth);
    return least < 1 && most > 1;
}

namespace {

/// An arc at one of its nodes. Sorted, they stand from left to right.
struct End {
    bool to_the_right = false;
    std::ptrdiff_t reach = 0;  ///< left: how far; right: minus how far
    std::ptrdiff_t tie = 0;    ///< of several between two nodes, nested: left ascends, right descends
    auto operator<=>(const End&) const = default;
};

std::vector<std::vector<End>> ends_by_node(const Graph& graph, std::size_t side) {
    std::vector<std::vector<End>> ends(graph.nodes.size());
    for (std::size_t t = 0; t < graph.ties.size(); ++t) {
        const Tie& tie = graph.ties[t];
        if (graph.kinds[tie.kind].side != side) continue;
        const auto number = static_cast<std::ptrdiff_t>(t);
        const auto [left, right] = std::minmax(tie.a, tie.b);
        const auto reach = static_cast<std::ptrdiff_t>(right - left);
        ends[left].push_back({true, -reach, -number});
        ends[right].push_back({false, reach, number});
    }
    for (auto& of_node : ends)
        std::ranges::sort(of_node);
    return ends;
}

/// Gives every arc a place of its own at both its nodes, about their centres, so that arcs from one node do not cross:
/// arcs to the left end left of arcs to the right, and on each side the shorter arcs end further out. Fills in
/// Plan::ports and the ends of Plan::shapes.
void give_ports(Plan& plan, const Graph& graph) {
    plan.shapes.assign(graph.ties.size(), {});
    for (std::size_t side = 0; side < arcs::sides; ++side) {
        const auto ends = ends_by_node(graph, side);
        plan.ports[side].assign(graph.nodes.size(), {});
        for (std::size_t node = 0; node < ends.size(); ++node) {
            const auto count = ends[node].size();
            const double first = plan.centre[node] - plan.port_gap * (static_cast<double>(count) - 1) / 2;
            for (std::size_t i = 0; i < count; ++i) {
                const auto tie = static_cast<std::size_t>(std::abs(ends[node][i].tie));
                HalfEllipse& shape = plan.shapes[tie];
                const double along = first + plan.port_gap * static_cast<double>(i);
                (graph.ties[tie].a == node ? shape.from : shape.until) = along;
            }
            if (count > 0)
                plan.ports[side][node] = {first, first + plan.port_gap * (static_cast<double>(count) - 1), count};
        }
    }
}

}  // namespace

std::vector<std::size_t> count_ports(const Graph& graph, std::size_t side) {
    std::vector<std::size_t> count(graph.nodes.size(), 0);
    for (const Tie& tie : graph.ties) {
        if (graph.kinds[tie.kind].side != side) continue;
        ++count[tie.a];
        ++count[tie.b];
    }
    return count;
}

void shape_arcs(Plan& plan, const Graph& graph, double most_depth) {
    give_ports(plan, graph);
    double radius[arcs::sides] = {};
    for (std::size_t tie = 0; tie < graph.ties.size(); ++tie) {
        const std::size_t side = graph.kinds[graph.ties[tie].kind].side;
        radius[side] = std::max(radius[side], plan.shapes[tie].radius());
    }
    plan.aspect = std::min(1.0, most_depth / std::max(radius[0] + radius[1], 1.0));
    for (std::size_t tie = 0; tie < graph.ties.size(); ++tie) {
        const std::size_t side = graph.kinds[graph.ties[tie].kind].side;
        HalfEllipse& shape = plan.shapes[tie];
        shape.base = plan.base[side];
        shape.rise = plan.outwards(side) * plan.aspect * shape.radius();
    }
    for (std::size_t side = 0; side < arcs::sides; ++side)
        plan.depth[side] = plan.aspect * radius[side];
}

namespace {

/// How far from its highest point, as a share of its way, an arc leaves the name that stands there.
double half_gap(const HalfEllipse& shape, double along, double across) {
    const double by_along = along / shape.radius();
    const double by_across = 1 - across / std::abs(shape.rise);
    // It leaves the box through whichever side comes first.
    const double angle = std::min(by_along < 1 ? std::asin(by_along) : std::numbers::pi / 2,
                                  by_across > 0 ? std::acos(std::min(by_across, 1.0)) : std::numbers::pi / 2);
    return angle / std::numbers::pi;
}

class Namer {
public:
    Namer(Plan& plan, const Graph& graph, const Page& room, const Context& context)
        : plan_(plan), graph_(graph), context_(context), placement_(bounds(room), {}) {}

    void name(std::size_t tie) {
        const std::string& kind = graph_.kinds[graph_.ties[tie].kind].name;
        const HalfEllipse& shape = plan_.shapes[tie];
        if (kind.empty() || shape.radius() <= 0) return;
        const bool down = plan_.direction == Direction::down;
        TextLine text = context_.measure.line(kind, {.size = plan_.type.text, .italic = true});
        const Point centre{shape.centre(), shape.base + shape.rise};
        constexpr double air = 2.2;
        const double width = text.width / 2 + air;
        const double height = plan_.type.text * 0.6;
        const double along = down ? height : width;
        const double across = down ? width : height;
        constexpr double most_of_arc = 0.8;  // of its length, for its name
        if (along > most_of_arc * shape.radius() || (down && std::abs(shape.rise) < across + 4)) return;
        const Box box{centre.x - along, centre.y - across, centre.x + along, centre.y + across};
        if (meets_another(box, tie) || !placement_.place({&box, 1})) return;
        const double gap = half_gap(shape, along, across);
        plan_.kind_names.push_back({tie, std::move(text), centre, 0.5 - gap, 0.5 + gap});
    }

private:
    /// Where names may stand: as deep as the page has room for, and anywhere along, as none is longer than its arc.
    [[nodiscard]] Box bounds(const Page& page) const {
        constexpr double anywhere = std::numeric_limits<double>::infinity();
        if (page.grows()) return {-anywhere, -anywhere, anywhere, anywhere};
        const Box picture = extent(plan_);
        const bool down = plan_.direction == Direction::down;
        const double spare = std::max(0.0, (down ? page.width : page.height) - picture.height()) / 2;
        return {-anywhere, picture.top - spare, anywhere, picture.bottom + spare};
    }

    [[nodiscard]] bool meets_another(const Box& box, std::size_t tie) const {
        for (std::size_t other = 0; other < plan_.shapes.size(); ++other) {
            if (other != tie && plan_.shapes[other].passes(box)) return true;
        }
        return false;
    }

    Plan& plan_;
    const Graph& graph_;
    const Context& context_;
    LabelPlacement placement_;
};

/// Sets the name of its kind into the highest place of every arc where it touches no other arc and no other name, and
/// does not leave the room. Long arcs come first. A picture with very many arcs gets no names.
void name_kinds(Plan& plan, const Graph& graph, const Page& room, const Context& context) {
    constexpr std::size_t most_arcs = 400;
    if (graph.ties.size() > most_arcs) return;
    Namer namer(plan, graph, room, context);
    for (const std::size_t tie :
         by_importance(graph.ties.size(), [&](std::size_t tie) { return plan.shapes[tie].radius(); }))
        namer.name(tie);
}

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
    Block block;
    append_paragraph(block, context.measure.wrap(node.name, {.size = size}, width, down ? 1 : 3),
                     context.theme.colours.ink);
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

/// A plan in type of this size with its nodes in place, but without arcs.
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

/// The draft with the widest gap between ports at which the line is no longer than `most`, or hardly longer than its
/// names ask for.
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

// One pass: make_graph. Sides are given to kinds so that both have about as many arcs, and then changed where that
// saves crossings.
#include "view/arcs/graph.hpp"

#include <algorithm>
#include <numeric>

#include "view/arcs/ties.hpp"

namespace fabula::arc_diagram {
namespace {

Graph ties_of(const Options& options, const Context& context) {
    switch (options.of) {
        case Of::characters:
            return relationships_of(context);
        case Of::meetings:
            return meetings_of(context);
        case Of::events:
            return links_of(context);
    }
    return {};
}

/// Numbers the nodes anew, in this order; those that it leaves out go.
void renumber(Graph& graph, const std::vector<std::size_t>& order) {
    std::vector<std::size_t> place(graph.nodes.size(), graph.nodes.size());
    std::vector<Node> nodes;
    for (const std::size_t node : order) {
        place[node] = nodes.size();
        nodes.push_back(graph.nodes[node]);
    }
    graph.nodes = std::move(nodes);
    for (Tie& tie : graph.ties) {
        tie.a = place[tie.a];
        tie.b = place[tie.b];
    }
}

void take_out_unrelated(Graph& graph) {
    std::vector<bool> related(graph.nodes.size(), false);
    for (const Tie& tie : graph.ties)
        related[tie.a] = related[tie.b] = true;
    std::vector<std::size_t> left;
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        if (related[node]) {
            left.push_back(node);
        } else {
            graph.unrelated.push_back(graph.nodes[node].id);
        }
    }
    renumber(graph, left);
}

/// The kinds with most arcs first, each to the side that has fewer so far.
void give_sides(Graph& graph) {
    for (const Tie& tie : graph.ties)
        ++graph.kinds[tie.kind].arcs;
    std::vector<std::size_t> kinds(graph.kinds.size());
    std::iota(kinds.begin(), kinds.end(), std::size_t{0});
    std::ranges::stable_sort(kinds, std::greater{}, [&](std::size_t kind) { return graph.kinds[kind].arcs; });
    std::size_t arcs[arcs::sides] = {};
    for (const std::size_t kind : kinds) {
        const std::size_t side = arcs[0] <= arcs[1] ? 0 : 1;
        graph.kinds[kind].side = side;
        arcs[side] += graph.kinds[kind].arcs;
    }
}

arcs::Diagram diagram_of(const Graph& graph) {
    arcs::Diagram diagram{graph.nodes.size(), {}};
    for (const Tie& tie : graph.ties)
        diagram.arcs.push_back({tie.a, tie.b, graph.kinds[tie.kind].side});
    return diagram;
}

/// Moves kinds to the other side, one at a time, as long as that saves crossings in this order; says whether any moved.
bool improve_sides(Graph& graph, const arcs::Order& order) {
    constexpr std::size_t most_kinds = 60;  // as many as a reader could ever tell apart
    bool moved = false;
    if (graph.kinds.size() > most_kinds) return moved;
    arcs::Cost cost = arcs::cost_of(diagram_of(graph), order);
    for (Kind& kind : graph.kinds) {
        kind.side = 1 - kind.side;
        const arcs::Cost other = arcs::cost_of(diagram_of(graph), order);
        if (other < cost) {
            cost = other;
            moved = true;
        } else {
            kind.side = 1 - kind.side;
        }
    }
    return moved;
}

void order_by_crossings(Graph& graph) {
    arcs::Arrangement best = arcs::arrange(diagram_of(graph));
    constexpr int rounds = 3;
    for (int round = 0; round < rounds && improve_sides(graph, best.order); ++round)
        best = arcs::arrange(diagram_of(graph));
    renumber(graph, best.order);
    graph.optimal = best.optimal;
}

/// By event: its place in the telling; those not told come last.
std::vector<double> told_places(const Story& story) {
    std::vector<double> place(story.events().size(), static_cast<double>(story.told().size()));
    for (std::size_t i = 0; i < story.told().size(); ++i)
        place[story.told()[i]] = static_cast<double>(i);
    return place;
}

std::vector<double> times(const Timetable& timetable) {
    std::vector<double> times;
    for (const EventTime& event : timetable.events)
        times.push_back(event.start.nominal);
    return times;
}

/// By character: the first of the events in which it takes part.
std::vector<double> first_of(const std::vector<double>& by_event, const Story& story) {
    std::vector<double> first(story.characters().size(), std::numeric_limits<double>::infinity());
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        for (const Reference& who : story.events()[e].who)
            first[who.index] = std::min(first[who.index], by_event[e]);
    }
    return first;
}

void order_by(const std::vector<double>& keys, Graph& graph) {
    std::vector<std::size_t> order(graph.nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t node) { return keys[graph.nodes[node].index]; });
    improve_sides(graph, order);
    renumber(graph, order);
}

void put_in_order(Graph& graph, const Options& options, const Context& context) {
    Sequence sequence = options.order;
    if (sequence == Sequence::automatic) sequence = options.of == Of::events ? Sequence::time : Sequence::crossings;
    const auto keys = [&](const std::vector<double>& by_event) {
        return options.of == Of::events ? by_event : first_of(by_event, context.story);
    };
    graph.by_section = options.of == Of::events && sequence != Sequence::crossings;
    switch (sequence) {
        case Sequence::automatic:
        case Sequence::crossings:
            return order_by_crossings(graph);
        case Sequence::time:
            return order_by(keys(times(context.timetable)), graph);
        case Sequence::told:
            return order_by(keys(told_places(context.story)), graph);
        case Sequence::file:
            return order_by(
                std::vector<double>(std::max(context.story.events().size(), context.story.characters().size())), graph);
    }
}

/// Kinds on one side get marks in turn, so that what has the same pattern on both sides is told apart as well.
void give_marks(Graph& graph) {
    constexpr EndMark marks[] = {EndMark::none,   EndMark::disc,    EndMark::ring,
                                 EndMark::square, EndMark::diamond, EndMark::bar};
    if (graph.kinds.size() < 2) return;
    std::size_t next[arcs::sides] = {0, 3};
    for (Kind& kind : graph.kinds)
        kind.mark = marks[next[kind.side]++ % std::size(marks)];
}

}  // namespace

Graph make_graph(const Options& options, const Context& context) {
    Graph graph = ties_of(options, context);
    take_out_unrelated(graph);
    if (graph.empty()) return graph;
    give_sides(graph);
    put_in_order(graph, options, context);
    // One side alone is the one over the line.
    if (std::ranges::all_of(graph.kinds, [](const Kind& kind) { return kind.side == 1; })) {
        for (Kind& kind : graph.kinds)
            kind.side = 0;
    }
    give_marks(graph);
    graph.cost = arcs::cost_of(diagram_of(graph), [&] {
        arcs::Order order(graph.nodes.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        return order;
    }());
    return graph;
}

}  // namespace fabula::arc_diagram

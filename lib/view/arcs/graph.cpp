// From the story to a Graph: make_graph. First the ties: what joins whom, of which kind, in which sections. Then the
// order of the nodes and the sides of the kinds: both sides get about as many arcs, and kinds change sides where that
// saves crossings.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "view/arcs/arcs.hpp"
#include "view/drawing/event_labels.hpp"
#include "view/drawing/styles.hpp"

namespace fabula::arc_diagram {
namespace {

using Pair = std::pair<std::size_t, std::size_t>;

std::vector<Node> all_characters(const Context& context) {
    const Story& story = context.story;
    std::vector<CharacterIndex> all;
    for (CharacterIndex c = 0; c < story.characters().size(); ++c)
        all.push_back(c);
    const std::vector<Colour> colours = colours_of(all, context.ranking, context.theme);
    std::vector<Node> nodes;
    for (const CharacterIndex c : all)
        nodes.push_back({.index = c,
                         .subject = subjects::Character{story.characters()[c].id},
                         .id = story.characters()[c].id,
                         .name = story.characters()[c].name,
                         .colour = colours[c]});
    return nodes;
}

/// The kinds of a graph by their names.
class KindTable {
public:
    explicit KindTable(Graph& graph) : graph_(graph) {}

    /// The kind called so, made where it is the first of its name.
    std::size_t called(std::string_view name, const KindStyle& style) {
        const auto [row, is_new] = rows_.try_emplace(std::string(name), graph_.kinds.size());
        if (is_new) graph_.kinds.push_back({.name = std::string(name), .style = style});
        return row->second;
    }

private:
    Graph& graph_;
    std::map<std::string, std::size_t> rows_;
};

/// Each with each, or each with the next where there are many.
std::vector<Pair> pairs_of(const std::vector<Reference>& between) {
    constexpr std::size_t most_with_all = 6;
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < between.size(); ++i) {
        const std::size_t end = between.size() <= most_with_all ? between.size() : std::min(i + 2, between.size());
        for (std::size_t j = i + 1; j < end; ++j) {
            if (between[i].index != between[j].index) pairs.emplace_back(between[i].index, between[j].index);
        }
    }
    return pairs;
}

/// From the first to the last of a section's events.
std::optional<std::pair<double, double>> time_of(const Section& section, const Timetable& timetable) {
    std::optional<std::pair<double, double>> time;
    for (const EventIndex e : section.events) {
        const EventTime& event = timetable.events[e];
        if (!time) time = {event.start.nominal, event.end.nominal};
        time->first = std::min(time->first, event.start.nominal);
        time->second = std::max(time->second, event.end.nominal);
    }
    return time;
}

/// Fills in, by section, whether a relationship is in force and whether the story ends it there.
void find_sections(Tie& tie, const Relationship& relationship, const std::vector<Extent>& extents,
                   const Context& context) {
    for (const Section& section : context.story.sections()) {
        const auto time = time_of(section, context.timetable);
        bool holds = false;
        bool ends = false;
        for (std::size_t phase = 0; phase < extents.size() && time; ++phase) {
            const double from = extents[phase].from.nominal;
            const double until = extents[phase].until.nominal;
            const bool reaches = until > time->first || (until == from && until >= time->first);
            if (from > time->second || !reaches) continue;
            holds = true;
            ends = ends || (until <= time->second && !relationship.phases[phase].until.empty());
        }
        tie.weight_in.push_back(holds ? tie.weight : 0);
        tie.ends_in.push_back(ends);
    }
}

/// Strengths go from 0 to 10; 1 is usual.
double weight_of(double strength) {
    return 0.7 + 0.3 * strength;
}

/// By pair: in how many scenes of each section, and of the whole story, both take part.
void count_meetings(const Context& context, std::map<Pair, std::vector<double>>& counts, std::size_t& crowds) {
    constexpr std::size_t crowd = 40;
    for (const Event& event : context.story.events()) {
        if (!is_real(event.mode)) continue;
        if (event.who.size() > crowd) {
            ++crowds;
            continue;
        }
        for (std::size_t i = 0; i < event.who.size(); ++i) {
            for (std::size_t j = i + 1; j < event.who.size(); ++j) {
                const auto [a, b] = std::minmax(event.who[i].index, event.who[j].index);
                std::vector<double>& count = counts[{a, b}];
                count.resize(context.story.sections().size() + 1, 0);
                ++count.back();
                if (event.section) ++count[*event.section];
            }
        }
    }
}

void add_link(Graph& graph, KindTable& kinds, Pair events, std::string_view kind, std::string_view text,
              const Context& context) {
    const auto [from, to] = events;
    if (from == to) return;
    Tie tie{.a = from, .b = to, .kind = kinds.called(kind, context.kinds.link(kind)), .directed = true};
    tie.subject = subjects::Link{graph.ties.size() + 1, std::string(kind)};
    tie.title = fmt::format("{}: {} \u2192 {}", kind, graph.nodes[from].name, graph.nodes[to].name);
    tie.text = text;
    const auto& sections = context.story.sections();
    for (SectionIndex section = 0; section < sections.size(); ++section)
        tie.weight_in.push_back(context.story.events()[to].section == section ? 1 : 0);
    tie.ends_in.assign(sections.size(), false);
    graph.ties.push_back(std::move(tie));
}

/// All pairs of characters in a relationship; where it is between more than a few, each with the next.
Graph relationships_of(const Context& context) {
    const Story& story = context.story;
    Graph graph{.nodes = all_characters(context)};
    KindTable kinds(graph);
    for (std::size_t r = 0; r < story.relationships().size(); ++r) {
        const Relationship& relationship = story.relationships()[r];
        const std::size_t kind = kinds.called(relationship.kind, context.kinds.relationship(relationship.kind));
        Subject subject = subjects::Relationship{r + 1, 0, relationship.kind};
        for (const auto& [a, b] : pairs_of(relationship.between)) {
            Tie tie{.a = a, .b = b, .kind = kind, .directed = relationship.directed};
            tie.weight = weight_of(relationship.strength);
            tie.phases = relationship.phases.size();
            tie.subject = std::exchange(subject, {});
            tie.title = fmt::format("{} {} {}", relationship.kind, graph.nodes[a].name, graph.nodes[b].name);
            tie.text = relationship.text;
            find_sections(tie, relationship, context.timetable.relationships[r], context);
            graph.ties.push_back(std::move(tie));
        }
    }
    return graph;
}

/// All pairs of characters that share scenes.
Graph meetings_of(const Context& context) {
    Graph graph{.nodes = all_characters(context)};
    graph.kinds.push_back({});
    std::map<Pair, std::vector<double>> counts;
    count_meetings(context, counts, graph.crowds_left_out);
    double most = 1;
    for (const auto& [pair, count] : counts)
        most = std::max(most, count.back());
    // Those who share most get wide strokes; those who meet once still get a line.
    const auto weight = [&](double scenes) { return scenes > 0 ? 0.5 + 3.5 * scenes / most : 0; };
    for (const auto& [pair, count] : counts) {
        Tie tie{.a = pair.first, .b = pair.second, .kind = 0, .weight = weight(count.back())};
        tie.subject = subjects::Meeting{graph.ties.size() + 1};
        tie.title =
            fmt::format("{}, {}: {}", graph.nodes[pair.first].name, graph.nodes[pair.second].name, count.back());
        for (SectionIndex section = 0; section + 1 < count.size(); ++section)
            tie.weight_in.push_back(weight(count[section]));
        tie.ends_in.assign(context.story.sections().size(), false);
        graph.ties.push_back(std::move(tie));
    }
    return graph;
}

/// All pairs of events joined by a link, or by what one reveals.
Graph links_of(const Context& context) {
    const Story& story = context.story;
    Graph graph;
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        const Event& event = story.events()[e];
        graph.nodes.push_back({.index = e,
                               .subject = subject_of(event),
                               .id = event.id,
                               .name = name_of(event, story, context.wording),
                               .colour = context.theme.colours.life});
    }
    KindTable kinds(graph);
    for (const Link& link : story.links())
        add_link(graph, kinds, {link.from.index, link.to.index}, link.kind, link.text, context);
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        for (const Reference& revealed : story.events()[e].reveals)
            add_link(graph, kinds, {revealed.index, e}, "reveal", {}, context);
    }
    return graph;
}

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

/// Renumbers the nodes in this order, without those that it leaves out.
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

/// Gives each kind to the side with fewer arcs so far, the kinds with most arcs first.
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

/// Gives the kinds of each side marks in turn. The sides begin with different ones, which tells kinds of one pattern
/// apart.
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
    // Where all arcs are on one side, it is the one over the line.
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

// From the story to ties: what joins whom, of which kind, in which sections. Nodes are all that the story has, in the
// order of the file; sides and marks of kinds are given later.
#include "view/arcs/ties.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <utility>

#include "view/drawing/colours.hpp"
#include "view/drawing/event_labels.hpp"

namespace fabula::arc_diagram {
namespace {

using Pair = std::pair<std::size_t, std::size_t>;

std::vector<Node> all_characters(const Context& context) {
    const Story& story = context.story;
    std::vector<CharacterIndex> all;
    for (CharacterIndex c = 0; c < story.characters().size(); ++c)
        all.push_back(c);
    const std::vector<Colour> colours = colours_of(all, story, context.theme);
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

/// Each with each, or each with the next.
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

/// Fills in by section whether a relationship is in force, and whether it ends as the story says.
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

}  // namespace

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

Graph meetings_of(const Context& context) {
    Graph graph{.nodes = all_characters(context)};
    graph.kinds.push_back({});
    std::map<Pair, std::vector<double>> counts;
    count_meetings(context, counts, graph.crowds_left_out);
    double most = 1;
    for (const auto& [pair, count] : counts)
        most = std::max(most, count.back());
    // Wide strokes for those who share most; who meets once still has a line.
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

}  // namespace fabula::arc_diagram

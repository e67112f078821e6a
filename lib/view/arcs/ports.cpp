#include "view/arcs/ports.hpp"

#include <algorithm>

namespace fabula::arc_diagram {
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

}  // namespace fabula::arc_diagram

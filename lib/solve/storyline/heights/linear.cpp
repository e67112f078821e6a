// Heights by their dual, a flow: prove_linear_heights.
//
// The program has only differences of heights, so its dual is a flow of least cost, and the heights are the potentials
// of its nodes; they are whole numbers where distances are (Gansner, Koutsofios, North and Vo 1993, "A technique for
// drawing directed graphs", place the nodes of a layer like this). The network simplex of LEMON solves it: Király and
// Kovács 2012, "Efficient implementations of minimum-cost flow algorithms". It counts pivots, not time, and chooses by
// number alone.
#include <algorithm>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

#include "solve/storyline/heights/programs.hpp"

namespace fabula::storyline {
namespace {

using FlowGraph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<FlowGraph, std::int64_t>;

constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();

struct Network {
    explicit Network(std::size_t nodes) {
        graph.reserveNode(static_cast<int>(nodes));
        for (std::size_t i = 0; i < nodes; ++i)
            graph.addNode();
    }

    FlowGraph::Arc add(std::size_t from, std::size_t to, std::int64_t capacity, std::int64_t cost) {
        const FlowGraph::Arc arc = graph.addArc(node(from), node(to));
        capacities[arc] = capacity;
        costs[arc] = cost;
        return arc;
    }

    FlowGraph::Node node(std::size_t number) const { return graph.nodeFromId(static_cast<int>(number)); }

    FlowGraph graph;
    FlowGraph::ArcMap<std::int64_t> capacities{graph};
    FlowGraph::ArcMap<std::int64_t> costs{graph};
};

/// Lines that stay together make ties that say the same: they share their arcs.
struct SharedTie {
    std::vector<std::size_t> ties;
    std::int64_t weight = 0;
    FlowGraph::Arc forth, back;
};

std::vector<SharedTie> shared_ties(const std::vector<Tie>& ties) {
    std::vector<std::size_t> numbers(ties.size());
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    const auto what = [&](std::size_t i) { return std::tie(ties[i].a, ties[i].b, ties[i].offset); };
    std::ranges::stable_sort(numbers, [&](std::size_t i, std::size_t j) { return what(i) < what(j); });
    std::vector<SharedTie> shared;
    for (const std::size_t i : numbers) {
        if (shared.empty() || what(shared.back().ties.front()) != what(i)) shared.emplace_back();
        shared.back().ties.push_back(i);
        shared.back().weight += ties[i].weight;
    }
    return shared;
}

}  // namespace

std::optional<ProvedHeights> prove_linear_heights(const HeightProgram& program) {
    if (program.nodes == 0) return ProvedHeights{};
    Network network(program.nodes);
    std::vector<FlowGraph::Arc> arcs;
    for (const auto& [above, below, least] : program.separations)
        arcs.push_back(network.add(above, below, unlimited, -least));
    std::vector<SharedTie> shared = shared_ties(program.ties);
    for (SharedTie& tie : shared) {
        const auto& [a, b, weight, offset] = program.ties[tie.ties.front()];
        tie.forth = network.add(a, b, tie.weight, -offset);
        tie.back = network.add(b, a, tie.weight, offset);
    }

    Simplex simplex(network.graph);
    simplex.upperMap(network.capacities).costMap(network.costs);
    if (simplex.run() != Simplex::OPTIMAL) return std::nullopt;  // a cycle that earns without limit: a contradiction

    ProvedHeights proved;
    for (std::size_t i = 0; i < program.nodes; ++i)
        proved.heights.push_back(-simplex.potential(network.node(i)));
    for (const FlowGraph::Arc& arc : arcs)
        proved.separation_flows.push_back(simplex.flow(arc));
    proved.tie_flows.resize(program.ties.size());
    for (const SharedTie& tie : shared) {
        std::int64_t rest = simplex.flow(tie.forth) - simplex.flow(tie.back);
        for (const std::size_t i : tie.ties) {
            const std::int64_t weight = program.ties[i].weight;
            proved.tie_flows[i] = std::clamp(rest, -weight, weight);
            rest -= proved.tie_flows[i];
        }
    }
    return proved;
}

// Fewer bends at the same cost: straighten.
//
// The flow that proves the least cost says which heights share it (complementary slackness): those where every
// separation with a flow is tight, every tie with room for more flow is straight, and every other tie falls the way its
// flow runs. That is a program of the same kind, and on it any costs may be put without giving up the first ones. The
// fewest bends are not a matter of linear programs; costs that are high for ties that are nearly straight come close
// (Candès, Wakin and Boyd 2008, "Enhancing sparsity by reweighted l1 minimization").

namespace {

/// The program whose every solution costs as little as the heights proved.
HeightProgram equally_good(const HeightProgram& program, const ProvedHeights& proved) {
    HeightProgram good = program;
    for (std::size_t i = 0; i < program.separations.size(); ++i) {
        const auto& [above, below, least] = program.separations[i];
        if (proved.separation_flows[i] > 0) good.separations.push_back({below, above, -least});
    }
    for (std::size_t i = 0; i < program.ties.size(); ++i) {
        const auto& [a, b, weight, offset] = program.ties[i];
        if (weight == 0) continue;
        const std::int64_t flow = proved.tie_flows[i];
        if (flow > -weight) good.separations.push_back({b, a, -offset});
        if (flow < weight) good.separations.push_back({a, b, offset});
    }
    return good;
}

/// A weight for each tie: the higher, the nearer it is to being straight.
void weigh(std::vector<Tie>& ties, const Heights& heights, std::int64_t nearly) {
    constexpr std::int64_t most = 1 << 16;
    for (Tie& tie : ties) {
        if (tie.weight > 0) tie.weight = std::max<std::int64_t>(1, most * nearly / (nearly + bend_of(tie, heights)));
    }
}

/// The middle one of the bends that there are.
std::int64_t usual_bend(const HeightProgram& program, const Heights& heights) {
    std::vector<std::int64_t> bends;
    for (const Tie& tie : program.ties) {
        if (tie.weight > 0 && bend_of(tie, heights) > 0) bends.push_back(bend_of(tie, heights));
    }
    if (bends.empty()) return 0;
    const auto middle = bends.begin() + static_cast<std::ptrdiff_t>(bends.size() / 2);
    std::ranges::nth_element(bends, middle);
    return *middle;
}

}  // namespace

Heights straighten(const HeightProgram& program, const ProvedHeights& proved, std::size_t rounds) {
    std::optional<RigidBlocks> good = make_rigid_blocks(equally_good(program, proved));
    Heights best = proved.heights;
    std::size_t fewest = count_bends(program, best);
    std::int64_t nearly = usual_bend(program, best);
    Heights current = best;
    for (std::size_t round = 0; round < rounds && fewest > 0 && good; ++round) {
        HeightProgram weighed = good->program;
        weigh(weighed.ties, heights_of_blocks(*good, current), nearly);
        const std::optional<ProvedHeights> found = prove_linear_heights(weighed);
        if (!found) break;
        current = heights_of_nodes(*good, found->heights);
        if (const std::size_t bends = count_bends(program, current); bends < fewest) {
            fewest = bends;
            best = current;
        }
        nearly = std::max<std::int64_t>(1, nearly / 2);
    }
    return best;
}

}  // namespace fabula::storyline

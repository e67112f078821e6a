// One function: always_tight. The separations that are tight for some heights make a directed graph; what is on one of
// its cycles cannot be loosened, and everything else can (Kosaraju's strong components, by two searches).
#include "solve/storyline/heights/tight_cycles.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace fabula::storyline {
namespace {

using Arc = std::pair<std::size_t, std::size_t>;

class SearchedGraph {
public:
    SearchedGraph(std::size_t nodes, std::vector<Arc> arcs) : arcs_(std::move(arcs)), begin_(nodes + 1, 0) {
        std::ranges::sort(arcs_);
        for (const auto& [from, to] : arcs_)
            ++begin_[from + 1];
        for (std::size_t node = 0; node < nodes; ++node)
            begin_[node + 1] += begin_[node];
        next_ = begin_;
    }

    /// Visits what can be reached from `start` and was not visited before; `left` is called with each node, the last
    /// one last.
    void visit(std::size_t start, std::vector<bool>& visited, const std::function<void(std::size_t)>& left) {
        if (visited[start]) return;
        visited[start] = true;
        std::vector<std::size_t> path{start};
        while (!path.empty()) {
            const std::size_t node = path.back();
            if (next_[node] == begin_[node + 1]) {
                left(node);
                path.pop_back();
            } else if (const std::size_t to = arcs_[next_[node]++].second; !visited[to]) {
                visited[to] = true;
                path.push_back(to);
            }
        }
    }

private:
    std::vector<Arc> arcs_;
    std::vector<std::size_t> begin_, next_;
};

}  // namespace

std::vector<bool> always_tight(const HeightProgram& program, const Heights& heights) {
    std::vector<Arc> down, up;
    for (const auto& [above, below, least] : program.separations) {
        if (heights[below] - heights[above] != least) continue;
        down.emplace_back(above, below);
        up.emplace_back(below, above);
    }
    SearchedGraph downwards(program.nodes, std::move(down));
    SearchedGraph upwards(program.nodes, std::move(up));
    std::vector<bool> visited(program.nodes, false);
    std::vector<std::size_t> leaving;
    for (std::size_t node = 0; node < program.nodes; ++node)
        downwards.visit(node, visited, [&](std::size_t left) { leaving.push_back(left); });

    std::ranges::reverse(leaving);
    visited.assign(program.nodes, false);
    std::vector<std::size_t> component(program.nodes);
    for (const std::size_t start : leaving)
        upwards.visit(start, visited, [&](std::size_t left) { component[left] = start; });

    std::vector<bool> tight;
    for (const auto& [above, below, least] : program.separations)
        tight.push_back(heights[below] - heights[above] == least && component[above] == component[below]);
    return tight;
}

}  // namespace fabula::storyline

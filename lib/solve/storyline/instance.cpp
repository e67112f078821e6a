// The search's own form of a problem: make_instance, and what is asked of one layer.
#include "solve/storyline/instance.hpp"

#include <algorithm>
#include <numeric>

#include "solve/storyline/problem.hpp"

namespace fabula::storyline {
namespace {

/// Adds the sets of a step to its layer as nodes, outer ones first. `slot_of` is by line.
void add_nodes(Layer& layer, const Step& step, const std::vector<std::size_t>& slot_of) {
    layer.nodes.push_back({0, 0, step.present.size()});
    std::vector<std::size_t> outer_first(step.sets.size());
    std::iota(outer_first.begin(), outer_first.end(), std::size_t{0});
    std::ranges::stable_sort(outer_first, std::greater{}, [&](std::size_t set) { return step.sets[set].size(); });
    for (const std::size_t set : outer_first) {
        const Lines& lines = step.sets[set];
        if (lines.size() < 2) break;
        const std::size_t parent = layer.slots[slot_of[lines.front()]].home;
        if (layer.nodes[parent].size == lines.size()) continue;
        layer.nodes.push_back({parent, layer.nodes[parent].depth + 1, lines.size()});
        for (const Line line : lines)
            layer.slots[slot_of[line]].home = layer.nodes.size() - 1;
    }
}

void join(Layer& earlier, Layer& later, const std::vector<std::size_t>& slot_of_later) {
    for (std::size_t s = 0; s < earlier.slots.size(); ++s) {
        const std::size_t next = slot_of_later[earlier.slots[s].line];
        earlier.slots[s].next = next;
        if (next != nowhere) later.slots[next].previous = s;
    }
}

}  // namespace

Instance make_instance(const Problem& problem, const std::vector<std::int64_t>& weights) {
    Instance instance{problem.lines, std::vector<Layer>(problem.steps.size())};
    std::vector<std::size_t> slot_of(problem.lines, nowhere);
    for (std::size_t t = 0; t < problem.steps.size(); ++t) {
        const Step& step = problem.steps[t];
        Layer& layer = instance.layers[t];
        for (const Line line : step.present) {
            slot_of[line] = layer.slots.size();
            layer.slots.push_back({line, weights[line]});
        }
        add_nodes(layer, step, slot_of);
        if (t > 0) join(instance.layers[t - 1], layer, slot_of);
        for (const Line line : step.present)
            slot_of[line] = nowhere;
    }
    return instance;
}

Arrangement first_arrangement(const Instance& instance) {
    Arrangement arrangement;
    for (const Layer& layer : instance.layers) {
        // A slot's key: for each set it is in, from the outermost, the first slot of that set; then itself.
        std::vector<std::size_t> first(layer.nodes.size(), nowhere);
        for (std::size_t s = 0; s < layer.slots.size(); ++s) {
            for (std::size_t node = layer.slots[s].home; node != 0; node = layer.nodes[node].parent)
                first[node] = std::min(first[node], s);
        }
        std::vector<std::vector<std::size_t>> keys(layer.slots.size());
        for (std::size_t s = 0; s < layer.slots.size(); ++s) {
            keys[s].push_back(s);
            for (std::size_t node = layer.slots[s].home; node != 0; node = layer.nodes[node].parent)
                keys[s].push_back(first[node]);
            std::ranges::reverse(keys[s]);
        }
        std::vector<std::size_t> order(layer.slots.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(order, {}, [&](std::size_t s) -> const std::vector<std::size_t>& { return keys[s]; });
        arrangement.push_back(std::move(order));
    }
    return arrangement;
}

std::int64_t count_crossings(const Instance& instance, std::size_t t, const std::vector<std::size_t>& earlier,
                             const std::vector<std::size_t>& later) {
    const Layer& layer = instance.layers[t];
    std::vector<std::size_t> place(instance.layers[t + 1].slots.size());
    for (std::size_t i = 0; i < place.size(); ++i)
        place[later[i]] = i;
    std::vector<std::size_t> row;
    std::vector<std::int64_t> weights;
    for (const std::size_t slot : earlier) {
        if (layer.slots[slot].next == nowhere) continue;
        row.push_back(place[layer.slots[slot].next]);
        weights.push_back(layer.slots[slot].weight);
    }
    return count_inversions(row, weights);
}

std::int64_t count_crossings(const Instance& instance, const Arrangement& arrangement, std::size_t t) {
    return count_crossings(instance, t, arrangement[t], arrangement[t + 1]);
}

std::int64_t count_crossings(const Instance& instance, const Arrangement& arrangement) {
    std::int64_t crossings = 0;
    for (std::size_t t = 0; t + 1 < instance.layers.size(); ++t)
        crossings += count_crossings(instance, arrangement, t);
    return crossings;
}

Orders orders_of(const Instance& instance, const Arrangement& arrangement) {
    Orders orders;
    for (std::size_t t = 0; t < arrangement.size(); ++t) {
        Lines order;
        for (const std::size_t slot : arrangement[t])
            order.push_back(instance.layers[t].slots[slot].line);
        orders.push_back(std::move(order));
    }
    return orders;
}

std::size_t meet(const Layer& layer, std::size_t a, std::size_t b) {
    while (a != b) {
        std::size_t& deeper = layer.nodes[a].depth < layer.nodes[b].depth ? b : a;
        deeper = layer.nodes[deeper].parent;
    }
    return a;
}

bool lies_in(const Layer& layer, std::size_t node, std::size_t ancestor) {
    while (layer.nodes[node].depth > layer.nodes[ancestor].depth)
        node = layer.nodes[node].parent;
    return node == ancestor;
}

std::size_t child_holding(const Layer& layer, std::size_t node, std::size_t slot) {
    std::size_t inner = layer.slots[slot].home;
    if (inner == node) return slot;
    while (layer.nodes[inner].parent != node)
        inner = layer.nodes[inner].parent;
    return inner + layer.slots.size();
}

}  // namespace fabula::storyline

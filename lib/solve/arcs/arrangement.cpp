// What an order costs: arcs are swept by their left ends; a Fenwick tree counts those open by where they end.
#include "solve/arcs/arrangement.hpp"

#include <algorithm>
#include <numeric>
#include <random>

namespace fabula::arcs {
namespace {

/// Counts numbers below a bound (Fenwick 1994).
class Counter {
public:
    explicit Counter(std::size_t bound) : sums_(bound + 1, 0) {}

    void add(std::size_t number) {
        for (std::size_t i = number + 1; i < sums_.size(); i += i & (~i + 1))
            ++sums_[i];
    }

    [[nodiscard]] std::int64_t below(std::size_t number) const {
        std::int64_t sum = 0;
        for (std::size_t i = number; i > 0; i -= i & (~i + 1))
            sum += sums_[i];
        return sum;
    }

private:
    std::vector<std::int64_t> sums_;
};

struct Stretch {
    std::size_t left = 0;
    std::size_t right = 0;
};

/// Pairs of stretches that overlap and of which neither holds the other. Stretches that share an end do not cross.
std::int64_t count_crossings(std::vector<Stretch> stretches, std::size_t places) {
    std::ranges::sort(stretches, {}, &Stretch::left);
    Counter ends(places);
    std::int64_t crossings = 0;
    for (std::size_t i = 0; i < stretches.size();) {
        // Those that begin at one place are counted against those before, not against each other.
        std::size_t after = i;
        while (after < stretches.size() && stretches[after].left == stretches[i].left) {
            crossings += ends.below(stretches[after].right) - ends.below(stretches[after].left + 1);
            ++after;
        }
        for (; i < after; ++i)
            ends.add(stretches[i].right);
    }
    return crossings;
}

}  // namespace

std::vector<std::size_t> places(const Order& order) {
    std::vector<std::size_t> places(order.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        places[order[place]] = place;
    return places;
}

Cost cost_of(const Diagram& diagram, const Order& order) {
    const std::vector<std::size_t> place = places(order);
    std::vector<Stretch> stretches[sides];
    Cost cost;
    for (const Arc& arc : diagram.arcs) {
        const auto [left, right] = std::minmax(place[arc.a], place[arc.b]);
        stretches[arc.side].push_back({left, right});
        cost.length += static_cast<std::int64_t>(right - left);
    }
    for (std::vector<Stretch>& side : stretches)
        cost.crossings += count_crossings(std::move(side), diagram.nodes);
    return cost;
}

// One pass: arrange. Connected parts are ordered each for itself: side by side they neither cross nor lengthen one
// another.

namespace {

/// How much sifting a part may cost, in comparisons of which a hundred million take about a second: more for large
/// ones, of which a round alone costs more.
std::int64_t work_of(const Diagram& diagram) {
    constexpr std::int64_t least = 40'000'000;
    constexpr std::int64_t most = 150'000'000;
    constexpr std::int64_t rounds = 60;
    return std::clamp(rounds * static_cast<std::int64_t>(diagram.nodes * diagram.arcs.size()), least, most);
}

/// A connected part: its nodes as the diagram numbers them, and itself, numbered from 0.
struct Part {
    std::vector<Node> nodes;
    Diagram diagram;
};

/// For every node the first of those that it is connected with.
std::vector<Node> find_roots(const Diagram& diagram) {
    std::vector<Node> parent(diagram.nodes);
    std::iota(parent.begin(), parent.end(), Node{0});
    const auto root = [&](Node node) {
        while (parent[node] != node)
            node = parent[node] = parent[parent[node]];
        return node;
    };
    for (const Arc& arc : diagram.arcs) {
        const Node a = root(arc.a);
        const Node b = root(arc.b);
        parent[std::max(a, b)] = std::min(a, b);
    }
    for (Node node = 0; node < diagram.nodes; ++node)
        parent[node] = root(node);
    return parent;
}

/// The largest first; of equals the one with the first node.
std::vector<Part> parts_of(const Diagram& diagram) {
    const std::vector<Node> root = find_roots(diagram);
    std::vector<Part> parts(diagram.nodes);
    std::vector<Node> number(diagram.nodes);
    for (Node node = 0; node < diagram.nodes; ++node) {
        number[node] = parts[root[node]].nodes.size();
        parts[root[node]].nodes.push_back(node);
    }
    for (const Arc& arc : diagram.arcs)
        parts[root[arc.a]].diagram.arcs.push_back({number[arc.a], number[arc.b], arc.side});
    std::erase_if(parts, [](const Part& part) { return part.nodes.empty(); });
    for (Part& part : parts)
        part.diagram.nodes = part.nodes.size();
    std::ranges::stable_sort(parts, std::greater{}, [](const Part& part) { return part.nodes.size(); });
    return parts;
}

/// The rotation of an order that has the shortest arcs: turning the circle changes no crossing. O(n + m).
void rotate_to_shortest(const Diagram& diagram, Order& order) {
    const std::size_t count = order.size();
    const std::vector<std::size_t> place = places(order);
    // Where the line is cut after place k, an arc over places i < j is as long as j - i, or, cut between, the rest.
    std::vector<std::int64_t> change(count + 1, 0);
    for (const Arc& arc : diagram.arcs) {
        const auto [left, right] = std::minmax(place[arc.a], place[arc.b]);
        const auto longer = static_cast<std::int64_t>(count) - 2 * static_cast<std::int64_t>(right - left);
        change[left] += longer;
        change[right] -= longer;
    }
    std::int64_t length = 0;
    std::int64_t least = 0;
    std::size_t start = 0;
    for (std::size_t cut = 0; cut + 1 < count; ++cut) {
        length += change[cut];
        if (length >= least) continue;
        least = length;
        start = cut + 1;
    }
    std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(start), order.end());
}

void improve(const Diagram& diagram, Order& order, std::int64_t& work) {
    sift(diagram, order, work);
    rotate_to_shortest(diagram, order);
    sift(diagram, order, work);
}

/// Nodes in turn, each beside those that it knows: breadth first from the one with most arcs.
Order breadth_first(const Diagram& diagram) {
    std::vector<std::vector<Node>> neighbours(diagram.nodes);
    for (const Arc& arc : diagram.arcs) {
        neighbours[arc.a].push_back(arc.b);
        neighbours[arc.b].push_back(arc.a);
    }
    const auto degree = [&](Node node) { return neighbours[node].size(); };
    std::vector<Node> by_degree(diagram.nodes);
    std::iota(by_degree.begin(), by_degree.end(), Node{0});
    Order order{*std::ranges::max_element(by_degree, {}, degree)};
    std::vector<bool> seen(diagram.nodes, false);
    seen[order.front()] = true;
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const Node other : neighbours[order[i]]) {
            if (!seen[other]) order.push_back(other);
            seen[other] = true;
        }
    }
    return order;
}

/// Turns a stretch of an order round, or puts it elsewhere.
Order shaken(const Order& order, std::mt19937_64& random) {
    Order shaken = order;
    std::size_t cuts[3];
    for (std::size_t& cut : cuts)
        cut = random() % (order.size() + 1);
    std::ranges::sort(cuts);
    const auto at = [&](std::size_t cut) { return shaken.begin() + static_cast<std::ptrdiff_t>(cut); };
    if (random() % 2 == 0) {
        std::reverse(at(cuts[0]), at(cuts[1]));
    } else {
        std::rotate(at(cuts[0]), at(cuts[1]), at(cuts[2]));
    }
    return shaken;
}

/// The best of sifting from the order of the file, from breadth first and from shaken orders.
Order search(const Diagram& diagram) {
    std::int64_t work = work_of(diagram);
    Order best(diagram.nodes);
    std::iota(best.begin(), best.end(), Node{0});
    improve(diagram, best, work);
    Cost least = cost_of(diagram, best);
    const auto consider = [&](Order order) {
        improve(diagram, order, work);
        const Cost cost = cost_of(diagram, order);
        if (cost >= least) return false;
        best = std::move(order);
        least = cost;
        return true;
    };
    consider(breadth_first(diagram));
    std::mt19937_64 random(1);
    constexpr int patience = 60;
    for (int vain = 0; vain < patience && work > 0;)
        vain = consider(shaken(best, random)) ? 0 : vain + 1;
    return best;
}

/// Of an order and the same backwards, which cost the same, the one that begins more like the file.
void face_like_file(Order& order) {
    if (order.front() > order.back()) std::ranges::reverse(order);
}

}  // namespace

Arrangement arrange(const Diagram& diagram) {
    Arrangement arrangement;
    arrangement.optimal = true;
    for (const Part& part : parts_of(diagram)) {
        Order order{0};
        if (part.nodes.size() > 1) order = search(part.diagram);
        if (part.nodes.size() <= most_exact_nodes) {
            make_optimal(part.diagram, order);
        } else {
            arrangement.optimal = false;
        }
        face_like_file(order);
        for (const Node node : order)
            arrangement.order.push_back(part.nodes[node]);
    }
    arrangement.cost = cost_of(diagram, arrangement.order);
    return arrangement;
}

}  // namespace fabula::arcs

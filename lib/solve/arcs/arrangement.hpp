#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

/// Arc diagrams as a problem of their own: nodes on a line, arcs over it and under it, and which order of the nodes
/// makes the fewest arcs cross. Knows nothing of stories or of points.
namespace fabula::arcs {

using Node = std::size_t;

inline constexpr std::size_t sides = 2;

/// A half circle between two nodes, on one side of the line (0 or 1).
struct Arc {
    Node a = 0;
    Node b = 0;
    std::size_t side = 0;

    friend bool operator==(const Arc&, const Arc&) = default;
};

struct Diagram {
    std::size_t nodes = 0;
    std::vector<Arc> arcs;  ///< of no node with itself; of two nodes there may be several

    friend bool operator==(const Diagram&, const Diagram&) = default;
};

/// All nodes from left to right.
using Order = std::vector<Node>;

/// What an order costs: first its crossings (pairs of arcs on one side whose ends alternate), then the sum of the
/// distances, in places, of the ends of all arcs.
struct Cost {
    std::int64_t crossings = 0;
    std::int64_t length = 0;

    friend auto operator<=>(const Cost&, const Cost&) = default;
};

/// The place of every node in an order.
[[nodiscard]] std::vector<std::size_t> places(const Order& order);

/// O(m log n) for m arcs and n nodes. Precondition: `order` holds every node once.
[[nodiscard]] Cost cost_of(const Diagram& diagram, const Order& order);

/// An order of the nodes, and whether there is certainly no cheaper one.
struct Arrangement {
    Order order;
    Cost cost;
    bool optimal = false;
};

/// The order with the fewest crossings, and of those with the shortest arcs: the best there is where no connected part
/// has more than most_exact_nodes nodes, otherwise the best of several
/// runs of sifting, bounded by work and not by the clock, so that the answer is the same on every machine. Connected
/// parts stand side by side, those with most nodes first. The same diagram gives the same order; a diagram of 300 nodes
/// and 2,000 arcs takes well under a second.
[[nodiscard]] Arrangement arrange(const Diagram& diagram);

/// So many nodes are ordered exactly.
inline constexpr std::size_t most_exact_nodes = 12;

/// Makes `order` a cheapest one, where it is not: first fewest crossings, then shortest arcs. Precondition: at most
/// most_exact_nodes nodes. The better the order given, the sooner done.
void make_optimal(const Diagram& diagram, Order& order);

/// Moves every node in turn to the place that makes the order cheapest, until a round brings nothing or `work` (about
/// that many comparisons) is spent, of which what is used is taken off. Whether arcs cross on a line is whether chords
/// cross in a circle, so this is circular sifting (Baur and Brandes 2004), with the length of the arcs as tie-break.
/// One round is O(n m). The cost never rises.
void sift(const Diagram& diagram, Order& order, std::int64_t& work);

}  // namespace fabula::arcs

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

}  // namespace fabula::arcs

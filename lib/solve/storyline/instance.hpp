#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "solve/storyline/problem.hpp"

namespace fabula::storyline {

inline constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

/// One line in one step.
struct Slot {
    Line line = 0;
    std::int64_t weight = 1;         ///< how many lines it stands for
    std::size_t home = 0;            ///< the innermost set it is in, a number of Layer::nodes
    std::size_t previous = nowhere;  ///< the line's slot in the step before
    std::size_t next = nowhere;      ///< and in the one after
};

/// A set of lines that stand together; node 0 is the whole step.
struct Node {
    std::size_t parent = 0;
    std::size_t depth = 0;  ///< 0 for the whole step
    std::size_t size = 0;   ///< slots in it, at any depth
};

/// One step, its sets as a tree.
struct Layer {
    std::vector<Slot> slots;
    std::vector<Node> nodes;  ///< parents before children
};

/// A problem as the search sees it: sets of one line, of all lines and equal ones are gone, each slot knows its
/// neighbours in time.
struct Instance {
    std::size_t lines = 0;
    std::vector<Layer> layers;
};

/// For each layer its slots from top to bottom.
using Arrangement = std::vector<std::vector<std::size_t>>;

/// Builds the instance of a problem whose line l counts as weights[l] lines. O(sets * log sets + lines) a step.
[[nodiscard]] Instance make_instance(const Problem& problem, const std::vector<std::int64_t>& weights);

/// An arrangement that keeps all sets together: the slots as they come, each set where its first one stands.
[[nodiscard]] Arrangement first_arrangement(const Instance& instance);

/// The weighted crossings of an arrangement.
[[nodiscard]] std::int64_t count_crossings(const Instance& instance, const Arrangement& arrangement);

/// The weighted crossings between layers t and t + 1.
[[nodiscard]] std::int64_t count_crossings(const Instance& instance, const Arrangement& arrangement, std::size_t t);

/// The same for any two orders of layers t and t + 1.
[[nodiscard]] std::int64_t count_crossings(const Instance& instance, std::size_t t,
                                           const std::vector<std::size_t>& earlier,
                                           const std::vector<std::size_t>& later);

/// The arrangement as lines.
[[nodiscard]] Orders orders_of(const Instance& instance, const Arrangement& arrangement);

/// The innermost node that holds both `a` and `b`.
[[nodiscard]] std::size_t meet(const Layer& layer, std::size_t a, std::size_t b);

/// Whether `node` is `ancestor` or lies in it.
[[nodiscard]] bool lies_in(const Layer& layer, std::size_t node, std::size_t ancestor);

/// The child of `node` that holds a slot: nodes as their number + slots.size(), the slot itself where it is at home
/// there.
[[nodiscard]] std::size_t child_holding(const Layer& layer, std::size_t node, std::size_t slot);

}  // namespace fabula::storyline

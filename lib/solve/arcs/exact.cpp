// Branch and bound over orders from left to right. Of any four nodes w, x, y, z in this order only the arcs w-y and x-z
// can cross, so an order costs a sum over all sets of four. A set of which three have their places is known. Where two
// have, its cost hangs on which of the others comes first; summed over all such sets, that is a cost for each order of
// two nodes to come, of which the lesser bounds (as in one-sided crossing minimisation, Jünger and Mutzel 1997). Where
// one has, or none, it hangs on which of the others stands between them; that bound is the same whatever the order of
// those placed, as is the least length of what is to come (dynamic programming over sets, Held and Karp 1962).
#include <algorithm>
#include <array>
#include <limits>

#include "solve/arcs/arrangement.hpp"

namespace fabula::arcs {
namespace {

using Set = std::uint32_t;
using Counts = std::array<std::int64_t, most_exact_nodes>;
using Matrix = std::array<Counts, most_exact_nodes>;

bool has(Set set, Node node) {
    return (set >> node & 1U) != 0;
}

/// A beginning of an order.
struct Beginning {
    Order placed;
    Set set = 0;
    Cost sum;                             ///< sets of four with three of them placed, and cuts
    std::array<Counts, sides> reached{};  ///< by node: arcs to it from those placed
    Matrix before{};                      ///< [c][d]: what sets of these and two placed cost where c comes before d
    Cost bound;                           ///< of every order that begins so
};

class Search {
public:
    Search(const Diagram& diagram, Order& best) : diagram_(diagram), count_(diagram.nodes), best_(best) {
        for (const Arc& arc : diagram.arcs) {
            ++between_[arc.side][arc.a][arc.b];
            ++between_[arc.side][arc.b][arc.a];
        }
        best_cost_ = cost_of(diagram, best);
        find_least_to_come();
    }

    void run() { extend({}); }

private:
    /// What two pairs cost that cross.
    [[nodiscard]] std::int64_t pairing(Node a, Node b, Node c, Node d) const {
        std::int64_t cost = 0;
        for (const Matrix& side : between_)
            cost += side[a][b] * side[c][d];
        return cost;
    }

    /// The least that sets of one placed and three of `rest`, and of four of `rest`, cost.
    [[nodiscard]] std::int64_t least_of_sets(const Order& rest, const std::array<Counts, sides>& reached) const {
        const auto with_middle = [&](Node middle, Node x, Node y) {
            std::int64_t cost = 0;
            for (std::size_t side = 0; side < sides; ++side)
                cost += reached[side][middle] * between_[side][x][y];
            return cost;
        };
        std::int64_t least = 0;
        for (std::size_t i = 0; i < rest.size(); ++i)
            for (std::size_t j = i + 1; j < rest.size(); ++j)
                for (std::size_t k = j + 1; k < rest.size(); ++k) {
                    const Node a = rest[i];
                    const Node b = rest[j];
                    const Node c = rest[k];
                    least += std::min({with_middle(a, b, c), with_middle(b, a, c), with_middle(c, a, b)});
                    for (std::size_t l = k + 1; l < rest.size(); ++l)
                        least +=
                            std::min({pairing(a, b, c, rest[l]), pairing(a, c, b, rest[l]), pairing(a, rest[l], b, c)});
                }
        return least;
    }

    [[nodiscard]] Order rest_of(Set set) const {
        Order rest;
        for (Node node = 0; node < count_; ++node)
            if (!has(set, node)) rest.push_back(node);
        return rest;
    }

    [[nodiscard]] std::array<Counts, sides> reached_from(Set set) const {
        std::array<Counts, sides> reached{};
        for (std::size_t side = 0; side < sides; ++side)
            for (Node placed = 0; placed < count_; ++placed)
                for (Node node = 0; node < count_; ++node)
                    if (has(set, placed)) reached[side][node] += between_[side][placed][node];
        return reached;
    }

    /// Arcs between a set and the rest.
    [[nodiscard]] std::int64_t cut(Set set) const {
        return std::ranges::count_if(diagram_.arcs, [&](const Arc& arc) { return has(set, arc.a) != has(set, arc.b); });
    }

    void find_least_to_come() {
        const Set all = (Set{1} << count_) - 1;
        cut_.assign(std::size_t{all} + 1, 0);
        least_to_come_.assign(std::size_t{all} + 1, {});
        for (Set set = all; set-- > 0;) {
            const Order rest = rest_of(set);
            std::int64_t length = std::numeric_limits<std::int64_t>::max();
            for (const Node node : rest) {
                const Set with = set | Set{1} << node;
                length = std::min(length, cut_[with] + least_to_come_[with].length);
            }
            cut_[set] = cut(set);
            least_to_come_[set] = {least_of_sets(rest, reached_from(set)), length};
        }
    }

    [[nodiscard]] Beginning extended(const Beginning& from, Node next) const {
        Beginning to = from;
        to.placed.push_back(next);
        to.set |= Set{1} << next;
        const Order rest = rest_of(to.set);
        to.sum.length += cut_[to.set];
        std::int64_t pairs = 0;
        for (const Node c : rest) {
            to.sum.crossings += from.before[next][c];
            for (std::size_t side = 0; side < sides; ++side) {
                to.reached[side][c] += between_[side][next][c];
                for (const Node d : rest)
                    to.before[c][d] += from.reached[side][c] * between_[side][next][d];
            }
        }
        for (std::size_t i = 0; i < rest.size(); ++i)
            for (std::size_t j = i + 1; j < rest.size(); ++j)
                pairs += std::min(to.before[rest[i]][rest[j]], to.before[rest[j]][rest[i]]);
        const Cost& to_come = least_to_come_[to.set];
        to.bound = {to.sum.crossings + pairs + to_come.crossings, to.sum.length + to_come.length};
        return to;
    }

    void extend(const Beginning& beginning) {
        if (beginning.placed.size() == count_) {
            best_ = beginning.placed;
            best_cost_ = beginning.sum;
            return;
        }
        std::vector<Beginning> choices;
        for (const Node node : rest_of(beginning.set)) {
            if (is_second_twin(beginning.set, node)) continue;
            Beginning choice = extended(beginning, node);
            if (choice.bound < best_cost_) choices.push_back(std::move(choice));
        }
        std::ranges::stable_sort(choices, {}, &Beginning::bound);
        for (const Beginning& choice : choices)
            if (choice.bound < best_cost_) extend(choice);
    }

    /// Whether another to come could stand for `node` in every order and comes before it in the file.
    [[nodiscard]] bool is_second_twin(Set set, Node node) const {
        for (Node other = 0; other < node; ++other)
            if (!has(set, other) && are_twins(other, node)) return true;
        return false;
    }

    [[nodiscard]] bool are_twins(Node a, Node b) const {
        for (const Matrix& side : between_) {
            for (Node other = 0; other < count_; ++other)
                if (other != a && other != b && side[a][other] != side[b][other]) return false;
        }
        return true;
    }

    const Diagram& diagram_;
    std::size_t count_;
    Order& best_;
    Cost best_cost_;
    std::array<Matrix, sides> between_{};
    std::vector<std::int64_t> cut_;    // by set
    std::vector<Cost> least_to_come_;  // by set: of crossings and of length, each for itself
};

}  // namespace

void make_optimal(const Diagram& diagram, Order& order) {
    Search(diagram, order).run();
}

}  // namespace fabula::arcs

// One pass: sift.
#include <algorithm>

#include "solve/arcs/arrangement.hpp"

namespace fabula::arcs {
namespace {

using Keys = std::vector<std::size_t>;

/// #{(x, y) : x < y} - #{(x, y) : y < x}, of two ascending lists.
std::int64_t precedence(const Keys& xs, const Keys& ys) {
    std::int64_t difference = 0;
    std::size_t below = 0;    // of ys, under the x looked at
    std::size_t through = 0;  // of ys, up to it
    for (const std::size_t x : xs) {
        while (below < ys.size() && ys[below] < x)
            ++below;
        through = std::max(through, below);
        while (through < ys.size() && ys[through] == x)
            ++through;
        difference += static_cast<std::int64_t>(ys.size() - through) - static_cast<std::int64_t>(below);
    }
    return difference;
}

class Sifter {
public:
    Sifter(const Diagram& diagram, Order& order, std::int64_t& work)
        : order_(order), place_(places(order)), work_(work) {
        for (auto& side : neighbours_)
            side.resize(diagram.nodes);
        for (const Arc& arc : diagram.arcs) {
            neighbours_[arc.side][arc.a].push_back(arc.b);
            neighbours_[arc.side][arc.b].push_back(arc.a);
        }
        for (Node node = 0; node < diagram.nodes; ++node)
            sort_neighbours(node);
    }

    /// Whether it brought anything.
    bool round() {
        bool better = false;
        for (const Node node : Order(order_)) {
            if (work_ <= 0) return false;
            better = sift(node) || better;
        }
        return better;
    }

private:
    void sort_neighbours(Node node) {
        for (auto& side : neighbours_)
            std::ranges::sort(side[node], {}, [&](Node other) { return place_[other]; });
    }

    /// The neighbours of `node` on a side, but not `without`, by their places in the circle that begins after `start`.
    void find_keys(Keys& keys, std::size_t side, Node node, Node without, std::size_t start) const {
        const std::vector<Node>& all = neighbours_[side][node];
        const auto after = std::ranges::upper_bound(all, start, {}, [&](Node other) { return place_[other]; });
        keys.clear();
        for (auto other = after; other != all.end(); ++other)
            if (*other != without) keys.push_back(place_[*other]);
        for (auto other = all.begin(); other != after; ++other)
            if (*other != without) keys.push_back(place_[*other] + order_.size());
    }

    /// How the cost changes where `moving`, next to `passed`, moves from its left to its right; the other way it
    /// changes by as much in the other direction. The others are where they always were.
    Cost cost_of_passing(Node moving, Node passed) {
        const std::size_t start = place_[passed];
        Cost change;
        for (std::size_t side = 0; side < sides; ++side) {
            find_keys(keys_of_passed_, side, passed, moving, start);
            find_keys(keys_of_moving_, side, moving, passed, start);
            change.crossings += precedence(keys_of_passed_, keys_of_moving_);
            // Keys at or over the number of nodes are to the left.
            const auto to_the_left = [&](const Keys& keys) {
                return std::ranges::count_if(keys, [&](std::size_t key) { return key >= order_.size(); });
            };
            change.length += 2 * to_the_left(keys_of_moving_) - std::ssize(keys_of_moving_);
            change.length -= 2 * to_the_left(keys_of_passed_) - std::ssize(keys_of_passed_);
            work_ -= std::ssize(keys_of_moving_) + std::ssize(keys_of_passed_) + 1;
        }
        return change;
    }

    bool sift(Node node) {
        const std::size_t origin = place_[node];
        std::size_t best_place = origin;
        Cost best;
        const auto consider = [&](const Cost& cost, std::size_t place) {
            if (cost >= best) return;
            best = cost;
            best_place = place;
        };
        Cost cost;
        for (std::size_t place = origin; place-- > 0;) {
            const Cost passing = cost_of_passing(node, order_[place]);
            cost = {cost.crossings - passing.crossings, cost.length - passing.length};
            consider(cost, place);
        }
        cost = {};
        for (std::size_t place = origin + 1; place < order_.size(); ++place) {
            const Cost passing = cost_of_passing(node, order_[place]);
            cost = {cost.crossings + passing.crossings, cost.length + passing.length};
            consider(cost, place);
        }
        if (best_place == origin) return false;
        move(node, best_place);
        return true;
    }

    void move(Node node, std::size_t to) {
        const auto at = order_.begin() + static_cast<std::ptrdiff_t>(place_[node]);
        const auto target = order_.begin() + static_cast<std::ptrdiff_t>(to);
        if (at < target) {
            std::rotate(at, at + 1, target + 1);
        } else {
            std::rotate(target, at, at + 1);
        }
        place_ = places(order_);
        for (const auto& side : neighbours_) {
            for (const Node other : side[node])
                sort_neighbours(other);
        }
    }

    Order& order_;
    std::vector<std::size_t> place_;
    std::vector<std::vector<Node>> neighbours_[sides];  // by node, in the order of their places
    Keys keys_of_passed_;
    Keys keys_of_moving_;
    std::int64_t& work_;
};

}  // namespace

void sift(const Diagram& diagram, Order& order, std::int64_t& work) {
    Sifter sifter(diagram, order, work);
    while (sifter.round()) {
    }
}

}  // namespace fabula::arcs

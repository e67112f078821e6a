// Barycentre sweeps over the trees of sets.
#include <algorithm>
#include <optional>
#include <utility>

#include "solve/storyline/local/search.hpp"

namespace fabula::storyline {
namespace {

/// The mean place of each slot in the neighbouring layers, from 0 to 1; nothing where it has no neighbour.
class Barycentres {
public:
    Barycentres(const Instance& instance, const Arrangement& arrangement, std::size_t t, Side side)
        : layer_(instance.layers[t]), sum_(layer_.slots.size(), 0), count_(layer_.slots.size(), 0) {
        if (side != Side::after && t > 0) {
            for (std::size_t i = 0; i < arrangement[t - 1].size(); ++i)
                add(instance.layers[t - 1].slots[arrangement[t - 1][i]].next, i, arrangement[t - 1].size());
        }
        if (side != Side::before && t + 1 < instance.layers.size()) {
            for (std::size_t i = 0; i < arrangement[t + 1].size(); ++i)
                add(instance.layers[t + 1].slots[arrangement[t + 1][i]].previous, i, arrangement[t + 1].size());
        }
    }

    [[nodiscard]] std::optional<double> of(const std::size_t* from, const std::size_t* until) const {
        double sum = 0;
        double count = 0;
        for (; from != until; ++from) {
            const auto weight = static_cast<double>(layer_.slots[*from].weight);
            sum += weight * sum_[*from];
            count += weight * count_[*from];
        }
        return count > 0 ? std::optional(sum / count) : std::nullopt;
    }

private:
    void add(std::size_t slot, std::size_t place, std::size_t places) {
        if (slot == nowhere) return;
        sum_[slot] += (static_cast<double>(place) + 0.5) / static_cast<double>(places);
        count_[slot] += 1;
    }

    const Layer& layer_;
    std::vector<double> sum_;
    std::vector<double> count_;
};

struct KeyedRun {
    Run run;
    double key = 0;
};

/// The children of a node with their barycentres; who has none takes that of the child above, or the first known.
std::vector<KeyedRun> keyed(const std::vector<Run>& runs, const std::vector<std::size_t>& order,
                            const Barycentres& barycentres) {
    std::vector<KeyedRun> result;
    std::optional<double> last;
    std::size_t unknown = 0;
    for (const Run& run : runs) {
        const std::optional<double> key = barycentres.of(order.data() + run.from, order.data() + run.until);
        if (key && !last) {
            for (std::size_t i = 0; i < unknown; ++i)
                result[i].key = *key;
        }
        if (key) last = key;
        unknown += last ? 0 : 1;
        result.push_back({run, last.value_or(0)});
    }
    return result;
}

void arrange(const Layer& layer, std::vector<std::size_t>& order, const Run& at, std::size_t node,
             const Barycentres& barycentres) {
    std::vector<KeyedRun> children = keyed(runs_of(layer, order, node, at.from, at.until), order, barycentres);
    std::ranges::stable_sort(children, {}, &KeyedRun::key);
    const std::vector<std::size_t> old(order.begin() + static_cast<std::ptrdiff_t>(at.from),
                                       order.begin() + static_cast<std::ptrdiff_t>(at.until));
    std::size_t out = at.from;
    for (const KeyedRun& child : children) {
        const Run moved{child.run.child, out, out + child.run.until - child.run.from};
        for (std::size_t i = child.run.from; i < child.run.until; ++i)
            order[out++] = old[i - at.from];
        if (moved.child >= layer.slots.size())
            arrange(layer, order, moved, moved.child - layer.slots.size(), barycentres);
    }
}

}  // namespace

void arrange_by_barycentre(const Instance& instance, Arrangement& arrangement, std::size_t t, Side side) {
    const Barycentres barycentres(instance, arrangement, t, side);
    std::vector<std::size_t>& order = arrangement[t];
    arrange(instance.layers[t], order, {0, 0, order.size()}, 0, barycentres);
}

void sweep(const Instance& instance, Arrangement& arrangement, std::size_t sweeps) {
    Arrangement best = arrangement;
    std::int64_t least = count_crossings(instance, best);
    const auto keep = [&] {
        const std::int64_t crossings = count_crossings(instance, arrangement);
        if (crossings >= least) return;
        least = crossings;
        best = arrangement;
    };
    for (std::size_t i = 0; i < sweeps && least > 0; ++i) {
        for (std::size_t t = 1; t < arrangement.size(); ++t)
            arrange_by_barycentre(instance, arrangement, t, Side::before);
        keep();
        for (std::size_t t = arrangement.size(); t-- > 0;)
            arrange_by_barycentre(instance, arrangement, t, Side::after);
        keep();
    }
    arrangement = std::move(best);
}

// Shuffled layers.

namespace {

/// Shuffles the children of a node, which takes the places of `at`, and those of the nodes below it.
void shuffle_children(const Layer& layer, std::vector<std::size_t>& order, const Run& at, std::size_t node,
                      std::mt19937_64& dice) {
    std::vector<Run> runs = runs_of(layer, order, node, at.from, at.until);
    for (std::size_t i = runs.size(); i > 1; --i)
        std::swap(runs[i - 1], runs[dice() % i]);
    const std::vector<std::size_t> old = order;
    std::size_t out = at.from;
    for (const Run& run : runs) {
        const Run moved{run.child, out, out + run.until - run.from};
        for (std::size_t i = run.from; i < run.until; ++i)
            order[out++] = old[i];
        if (run.child >= layer.slots.size())
            shuffle_children(layer, order, moved, run.child - layer.slots.size(), dice);
    }
}

}  // namespace

void shake(const Instance& instance, Arrangement& arrangement, std::size_t from, std::size_t until,
           std::mt19937_64& dice) {
    for (std::size_t t = from; t < until; ++t) {
        const Run whole{0, 0, arrangement[t].size()};
        shuffle_children(instance.layers[t], arrangement[t], whole, 0, dice);
    }
    for (std::size_t pass = dice() % 2, passes = pass + 2; pass < passes; ++pass) {
        if (pass % 2 == 0) {
            for (std::size_t t = from; t < until; ++t)
                arrange_by_barycentre(instance, arrangement, t, Side::before);
        } else {
            for (std::size_t t = until; t-- > from;)
                arrange_by_barycentre(instance, arrangement, t, Side::after);
        }
    }
}

// Sifting of one layer's sets and slots.

namespace {

/// Where the slots of a layer stand in its neighbours; nowhere where they are not.
struct Places {
    std::vector<std::size_t> before;
    std::vector<std::size_t> after;
};

Places places_beside(const Instance& instance, const Arrangement& arrangement, std::size_t t) {
    const std::size_t slots = instance.layers[t].slots.size();
    Places places{std::vector<std::size_t>(slots, nowhere), std::vector<std::size_t>(slots, nowhere)};
    for (std::size_t i = 0; t > 0 && i < arrangement[t - 1].size(); ++i) {
        const std::size_t slot = instance.layers[t - 1].slots[arrangement[t - 1][i]].next;
        if (slot != nowhere) places.before[slot] = i;
    }
    for (std::size_t i = 0; t + 1 < arrangement.size() && i < arrangement[t + 1].size(); ++i) {
        const std::size_t slot = instance.layers[t + 1].slots[arrangement[t + 1][i]].previous;
        if (slot != nowhere) places.after[slot] = i;
    }
    return places;
}

/// What changes when `a` leaves its place right above `b` for the one right below: crossings after less before.
std::int64_t gain(const std::vector<std::size_t>& places, std::size_t a, std::size_t b) {
    if (places[a] == nowhere || places[b] == nowhere) return 0;
    return places[a] < places[b] ? 1 : -1;
}

class Sifting {
public:
    Sifting(const Layer& layer, const Places& places, std::vector<std::size_t>& order)
        : layer_(layer), places_(places), order_(order) {}

    std::int64_t arrange(const Run& at, std::size_t node) {
        std::vector<Run> children = runs_of(layer_, order_, node, at.from, at.until);
        std::int64_t saved = 0;
        for (const Run& child : children) {
            if (child.child >= layer_.slots.size()) saved += arrange(child, child.child - layer_.slots.size());
        }
        const std::int64_t here = sift(children);
        if (here > 0) write(children, at.from);
        return saved + here;
    }

private:
    /// What changes when child a, right above child b, goes below it.
    [[nodiscard]] std::int64_t cost_of_swap(const Run& a, const Run& b) const {
        std::int64_t cost = 0;
        for (std::size_t i = a.from; i < a.until; ++i) {
            const std::size_t slot = order_[i];
            std::int64_t weight = 0;
            for (std::size_t j = b.from; j < b.until; ++j)
                weight += layer_.slots[order_[j]].weight *
                          (gain(places_.before, slot, order_[j]) + gain(places_.after, slot, order_[j]));
            cost += weight * layer_.slots[slot].weight;
        }
        return cost;
    }

    /// Sifts every child once, and again while that helps.
    std::int64_t sift(std::vector<Run>& children) {
        const std::size_t size = children.size();
        if (size < 2) return 0;
        std::vector<std::int64_t> cost(size * size, 0);
        for (std::size_t a = 0; a < size; ++a) {
            for (std::size_t b = a + 1; b < size; ++b) {
                cost[a * size + b] = cost_of_swap(children[a], children[b]);
                cost[b * size + a] = -cost[a * size + b];
            }
        }
        std::vector<std::size_t> order(size);
        for (std::size_t i = 0; i < size; ++i)
            order[i] = i;
        std::int64_t saved = 0;
        for (bool better = true; better;) {
            better = false;
            for (std::size_t child = 0; child < size; ++child) {
                const std::int64_t gained = move_best(order, child, cost);
                saved += gained;
                better = better || gained > 0;
            }
        }
        std::vector<Run> moved;
        for (const std::size_t child : order)
            moved.push_back(children[child]);
        children = std::move(moved);
        return saved;
    }

    /// Moves one child to its best place; returns what that saved.
    static std::int64_t move_best(std::vector<std::size_t>& order, std::size_t child,
                                  const std::vector<std::int64_t>& cost) {
        const std::size_t size = order.size();
        const auto at = static_cast<std::size_t>(std::ranges::find(order, child) - order.begin());
        std::int64_t best = 0;
        std::size_t best_place = at;
        std::int64_t sum = 0;
        for (std::size_t i = at + 1; i < size; ++i) {
            sum += cost[child * size + order[i]];
            if (sum < best) best = sum, best_place = i;
        }
        sum = 0;
        for (std::size_t i = at; i-- > 0;) {
            sum += cost[order[i] * size + child];
            if (sum < best) best = sum, best_place = i;
        }
        const auto begin = order.begin();
        const auto from = static_cast<std::ptrdiff_t>(at);
        const auto to = static_cast<std::ptrdiff_t>(best_place);
        if (to > from) std::rotate(begin + from, begin + from + 1, begin + to + 1);
        if (to < from) std::rotate(begin + to, begin + from, begin + from + 1);
        return -best;
    }

    void write(const std::vector<Run>& children, std::size_t from) {
        std::vector<std::size_t> moved;
        for (const Run& child : children)
            moved.insert(moved.end(), order_.begin() + static_cast<std::ptrdiff_t>(child.from),
                         order_.begin() + static_cast<std::ptrdiff_t>(child.until));
        std::ranges::copy(moved, order_.begin() + static_cast<std::ptrdiff_t>(from));
    }

    const Layer& layer_;
    const Places& places_;
    std::vector<std::size_t>& order_;
};

}  // namespace

std::int64_t sift(const Instance& instance, Arrangement& arrangement, std::size_t t) {
    const Places places = places_beside(instance, arrangement, t);
    std::vector<std::size_t>& order = arrangement[t];
    return Sifting(instance.layers[t], places, order).arrange({0, 0, order.size()}, 0);
}

}  // namespace fabula::storyline

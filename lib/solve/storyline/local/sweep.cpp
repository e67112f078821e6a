// Barycentre sweeps over the trees of sets.
#include "solve/storyline/local/sweep.hpp"

#include <algorithm>
#include <optional>

#include "solve/storyline/local/runs.hpp"

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

}  // namespace fabula::storyline

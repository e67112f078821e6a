// Shuffled layers.
#include "solve/storyline/local/shaking.hpp"

#include <utility>

#include "solve/storyline/local/runs.hpp"
#include "solve/storyline/local/sweep.hpp"

namespace fabula::storyline {
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

}  // namespace fabula::storyline

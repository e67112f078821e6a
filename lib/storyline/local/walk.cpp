// Iterated local search.
#include "storyline/local/walk.hpp"

#include <algorithm>
#include <utility>

#include "storyline/local/runs.hpp"
#include "storyline/local/sweep.hpp"

namespace fabula::storyline {
namespace {

constexpr std::size_t longest_mirrored = 16;
constexpr std::size_t longest_shuffled = 40;

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

Walk::Walk(const Instance& instance, Arrangement start, std::uint64_t seed, std::int64_t work)
    : instance_(instance), descent_(instance), dice_(seed), under_way_(std::move(start)) {
    if (seed != 0) disturb(0, under_way_.size());
    descent_.improve(under_way_, work);
    accepted_ = under_way_;
    best_ = under_way_;
    now_ = count_crossings(instance_, under_way_);
    least_ = now_;
}

void Walk::advance(std::int64_t work, std::int64_t bound) {
    const std::int64_t end = this->work() + work;
    const std::size_t layers = instance_.layers.size();
    while (this->work() < end && least_ > bound) {
        const bool mirrored = dice_() % 8 != 0;
        const std::size_t length = 3 + dice_() % (mirrored ? longest_mirrored : longest_shuffled);
        const std::size_t last = dice_() % (layers + length);
        const std::size_t from = last > length ? last - length : 0;
        const std::size_t until = std::min(layers, last + 1);
        const std::size_t since = descent_.now();
        const std::int64_t before = crossings_around(from, until);
        if (mirrored) {
            for (std::size_t t = from; t < until; ++t)
                std::ranges::reverse(under_way_[t]);
        } else {
            disturb(from, until);
        }
        for (std::size_t t = from; t < until; ++t) {
            descent_.touch(t);
            disturbed_ += 4 * static_cast<std::int64_t>(under_way_[t].size());
        }
        const std::int64_t disturbed = now_ + crossings_around(from, until) - before;
        const std::int64_t then = disturbed - descent_.improve(under_way_, end - this->work());
        if (then > now_) {
            keep(under_way_, accepted_, since);
            descent_.settle();
            continue;
        }
        keep(accepted_, under_way_, since);
        now_ = then;
        if (now_ < least_) {
            least_ = now_;
            best_ = accepted_;
        }
    }
}

/// Shuffles the layers and arranges them again after what stands on one side of them.
void Walk::disturb(std::size_t from, std::size_t until) {
    for (std::size_t t = from; t < until; ++t) {
        const Run whole{0, 0, under_way_[t].size()};
        shuffle_children(instance_.layers[t], under_way_[t], whole, 0, dice_);
    }
    for (std::size_t pass = dice_() % 2, passes = pass + 2; pass < passes; ++pass) {
        if (pass % 2 == 0) {
            for (std::size_t t = from; t < until; ++t)
                arrange_by_barycentre(instance_, under_way_, t, Side::before);
        } else {
            for (std::size_t t = until; t-- > from;)
                arrange_by_barycentre(instance_, under_way_, t, Side::after);
        }
    }
}

/// The crossings that the layers from..until have a part in.
std::int64_t Walk::crossings_around(std::size_t from, std::size_t until) const {
    std::int64_t crossings = 0;
    for (std::size_t t = from > 0 ? from - 1 : 0; t < until && t + 1 < under_way_.size(); ++t)
        crossings += count_crossings(instance_, under_way_, t);
    return crossings;
}

/// Copies the layers that have changed since then.
void Walk::keep(Arrangement& to, const Arrangement& from, std::size_t since) const {
    for (std::size_t t = 0; t < to.size(); ++t) {
        if (descent_.has_changed(t, since)) to[t] = from[t];
    }
}

}  // namespace fabula::storyline

// Iterated local search.
#include "solve/storyline/local/walk.hpp"

#include <algorithm>
#include <utility>

#include "solve/storyline/local/shaking.hpp"

namespace fabula::storyline {
namespace {

/// How long the stretches are that one kind of disturbance takes hold of.
struct Stretch {
    std::size_t shortest = 0;
    std::size_t longest = 0;
};

constexpr Stretch ruined{8, 108};
constexpr Stretch mirrored{3, 18};
constexpr Stretch shuffled{3, 42};

}  // namespace

Walk::Walk(const Instance& instance, Arrangement start, std::uint64_t seed, std::int64_t work)
    : instance_(instance), descent_(instance), ruin_(instance), dice_(seed), under_way_(std::move(start)) {
    descent_.improve(under_way_, work);
    accepted_ = under_way_;
    best_ = under_way_;
    now_ = count_crossings(instance_, under_way_);
    least_ = now_;
}

void Walk::advance(std::int64_t work, std::int64_t bound) {
    const std::int64_t end = this->work() + work;
    while (this->work() < end && least_ > bound) {
        const std::size_t since = descent_.now();
        const std::int64_t disturbed = disturb();
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

/// Disturbs a stretch of layers; returns the crossings of what comes of it.
std::int64_t Walk::disturb() {
    const std::uint64_t kind = dice_() % 100;
    const Stretch& stretch = kind < 70 ? ruined : kind < 96 ? mirrored : shuffled;
    const std::size_t length = stretch.shortest + dice_() % (stretch.longest - stretch.shortest + 1);
    const std::size_t last = dice_() % (under_way_.size() + length);
    const std::size_t from = last > length ? last - length : 0;
    const std::size_t until = std::min(under_way_.size(), last + 1);
    const std::int64_t before = crossings_around(from, until);
    if (&stretch == &ruined) {
        ruin_.disturb(under_way_, from, until, dice_);
    } else if (&stretch == &mirrored) {
        for (std::size_t t = from; t < until; ++t)
            std::ranges::reverse(under_way_[t]);
    } else {
        shake(instance_, under_way_, from, until, dice_);
    }
    for (std::size_t t = from; t < until; ++t) {
        if (under_way_[t] != accepted_[t]) descent_.touch(t);
        disturbed_ += 4 * static_cast<std::int64_t>(under_way_[t].size());
    }
    return now_ + crossings_around(from, until) - before;
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

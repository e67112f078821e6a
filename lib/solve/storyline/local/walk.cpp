// Ruin and recreate.
#include <algorithm>
#include <utility>

#include "solve/storyline/local/search.hpp"

namespace fabula::storyline {
namespace {

constexpr std::size_t fewest = 2;
constexpr std::size_t most = 7;

}  // namespace

Ruin::Ruin(const Instance& instance)
    : instance_(instance),
      presences_(presences_of(instance)),
      first_presence_(instance.lines),
      insertion_(instance, presences_) {
    for (std::size_t p = presences_.size(); p-- > 0;)
        first_presence_[presences_[p].line] = p;
}

void Ruin::disturb(Arrangement& arrangement, std::size_t from, std::size_t until, std::mt19937_64& dice) {
    const std::size_t t = from + dice() % (until - from);
    const Layer& layer = instance_.layers[t];
    std::vector<const Presence*> out;
    for (const std::size_t slot : choose(arrangement[t], layer, dice))
        out.push_back(&presence_at(layer.slots[slot].line, t));
    for (const Presence* presence : out)
        insertion_.take_out(arrangement, *presence, std::max(from, presence->from), std::min(until, presence->until));
    for (const Presence* presence : out)
        insertion_.put_back(arrangement, *presence);
}

/// A few slots of a layer, shuffled: of one set, next to each other, or any.
std::vector<std::size_t> Ruin::choose(const std::vector<std::size_t>& order, const Layer& layer,
                                      std::mt19937_64& dice) const {
    if (order.empty()) return {};
    const std::size_t at = dice() % order.size();
    const std::size_t count = fewest + dice() % (most - fewest + 1);
    const std::size_t home = layer.slots[order[at]].home;
    std::vector<std::size_t> chosen;
    switch (dice() % 3) {
        case 0:
            if (home == 0) return {order[at]};
            std::ranges::copy_if(order, std::back_inserter(chosen),
                                 [&](std::size_t slot) { return lies_in(layer, layer.slots[slot].home, home); });
            break;
        case 1:
            for (std::size_t i = at; i < std::min(order.size(), at + count); ++i)
                chosen.push_back(order[i]);
            break;
        default:
            for (std::size_t i = 0; i < count; ++i)
                chosen.push_back(order[dice() % order.size()]);
            std::ranges::sort(chosen);
            chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    }
    for (std::size_t i = chosen.size(); i > 1; --i)
        std::swap(chosen[i - 1], chosen[dice() % i]);
    if (chosen.size() > count) chosen.resize(count);
    return chosen;
}

const Presence& Ruin::presence_at(Line line, std::size_t t) const {
    std::size_t p = first_presence_[line];
    while (presences_[p].until <= t)
        ++p;
    return presences_[p];
}

// Local search over arrangements.

Descent::Descent(const Instance& instance)
    : instance_(instance),
      presences_(presences_of(instance)),
      insertion_(instance, presences_),
      changed_(instance.layers.size(), 1),
      reinserted_(presences_.size(), 0),
      sifted_at_(instance.layers.size(), 0) {}

void Descent::touch(std::size_t layer) {
    changed_[layer] = ++clock_;
}

void Descent::settle() {
    std::ranges::fill(reinserted_, clock_);
    std::ranges::fill(sifted_at_, clock_);
}

std::int64_t Descent::improve(Arrangement& arrangement, std::int64_t work) {
    const std::int64_t until = this->work() + work;
    std::int64_t saved = 0;
    for (std::int64_t here = 1; here > 0 && this->work() < until;) {
        here = sift_all(arrangement, until);
        here += reinsert_all(arrangement, until);
        saved += here;
    }
    return saved;
}

std::int64_t Descent::reinsert_all(Arrangement& arrangement, std::int64_t until) {
    std::int64_t saved = 0;
    for (std::size_t p = 0; p < presences_.size() && work() < until; ++p)
        saved += reinsert(arrangement, p);
    return saved;
}

/// Re-inserts a line around the layers that have changed since it was last tried.
std::int64_t Descent::reinsert(Arrangement& arrangement, std::size_t p) {
    constexpr std::size_t margin = 12;
    const Presence& presence = presences_[p];
    const std::size_t tried = reinserted_[p];
    std::int64_t saved = 0;
    for (std::size_t t = presence.from; t < presence.until; ++t) {
        if (changed_[t] <= tried) continue;
        const std::size_t from = t > presence.from + margin ? t - margin : presence.from;
        std::size_t last = t;
        for (std::size_t next = t + 1; next < presence.until && next <= last + 2 * margin; ++next) {
            if (changed_[next] > tried) last = next;
        }
        const std::size_t end = std::min(presence.until, last + margin + 1);
        const std::int64_t here = insertion_.reinsert(arrangement, presence, from, end);
        saved += here;
        if (here > 0) {
            ++clock_;
            for (const std::size_t changed : insertion_.changed())
                changed_[changed] = clock_;
        }
        t = end;
    }
    reinserted_[p] = clock_;
    return saved;
}

std::int64_t Descent::sift_all(Arrangement& arrangement, std::int64_t until) {
    std::int64_t saved = 0;
    for (std::size_t t = 0; t < arrangement.size() && work() < until; ++t) {
        const std::size_t before = t > 0 ? changed_[t - 1] : 0;
        const std::size_t after = t + 1 < changed_.size() ? changed_[t + 1] : 0;
        if (std::max({before, changed_[t], after}) <= sifted_at_[t]) continue;
        const std::int64_t here = sift(instance_, arrangement, t);
        const auto size = static_cast<std::int64_t>(arrangement[t].size());
        sifted_ += size * size;
        if (here > 0) changed_[t] = ++clock_;
        saved += here;
        sifted_at_[t] = clock_;
    }
    return saved;
}

// Iterated local search.

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

// The best of several arrangements, layer by layer.

namespace {

/// A way to arrange one layer, and the best way to get there.
struct Choice {
    std::vector<std::size_t> order;
    std::int64_t crossings = 0;  ///< up to here
    std::size_t before = 0;      ///< the choice of the layer before
};

std::vector<Choice> choices_of(const std::vector<Arrangement>& pool, std::size_t t) {
    std::vector<Choice> choices;
    for (const Arrangement& arrangement : pool) {
        choices.push_back({arrangement[t]});
        choices.push_back({arrangement[t]});
        std::ranges::reverse(choices.back().order);
    }
    return choices;
}

/// Whichever choice stays with the arrangement that it comes from is tried first.
void arrive(const Instance& instance, std::size_t t, const std::vector<Choice>& from, std::vector<Choice>& to) {
    for (std::size_t i = 0; i < to.size(); ++i) {
        to[i].crossings = from[i].crossings + count_crossings(instance, t, from[i].order, to[i].order);
        to[i].before = i;
        for (std::size_t j = 0; j < from.size(); ++j) {
            if (from[j].crossings >= to[i].crossings) continue;
            const std::int64_t crossings = from[j].crossings + count_crossings(instance, t, from[j].order, to[i].order);
            if (crossings >= to[i].crossings) continue;
            to[i].crossings = crossings;
            to[i].before = j;
        }
    }
}

}  // namespace

Arrangement splice(const Instance& instance, const std::vector<Arrangement>& pool) {
    const std::size_t layers = instance.layers.size();
    std::vector<std::vector<Choice>> choices;
    for (std::size_t t = 0; t < layers; ++t) {
        choices.push_back(choices_of(pool, t));
        if (t > 0) arrive(instance, t - 1, choices[t - 1], choices[t]);
    }
    Arrangement spliced(layers);
    if (layers == 0) return spliced;
    auto at = static_cast<std::size_t>(std::ranges::min_element(choices.back(), {}, &Choice::crossings) -
                                       choices.back().begin());
    for (std::size_t t = layers; t-- > 0;) {
        spliced[t] = choices[t][at].order;
        at = choices[t][at].before;
    }
    return spliced;
}

std::int64_t work_of_splicing(const Instance& instance, std::size_t pool) {
    std::int64_t slots = 0;
    for (const Layer& layer : instance.layers)
        slots += static_cast<std::int64_t>(layer.slots.size());
    const auto choices = static_cast<std::int64_t>(2 * pool);
    return 3 * slots * choices * choices;
}

}  // namespace fabula::storyline

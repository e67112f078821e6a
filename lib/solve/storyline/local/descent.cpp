// Local search over arrangements.
#include "solve/storyline/local/descent.hpp"

#include <algorithm>

#include "solve/storyline/local/sifting.hpp"

namespace fabula::storyline {

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

}  // namespace fabula::storyline

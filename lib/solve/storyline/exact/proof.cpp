// The exact search, window by window.
#include "solve/storyline/exact/proof.hpp"

#include <algorithm>

namespace fabula::storyline {
Proof::Proof(const Instance& instance, const Arrangement& hint)
    : layers_(instance.layers.size()),
      encoding_(instance, 0, layers_, solver_),
      search_(solver_, encoding_, encoding_.costs()),
      window_(std::min(shortest_window, layers_)) {
    encoding_.prefer(hint);
}

Outcome Proof::advance(std::int64_t limit, std::int64_t work) {
    const std::int64_t end = solver_.work() + work;
    while (true) {
        const std::size_t until = std::min(layers_, from_ + window_);
        const Outcome outcome = search_.raise(from_, until, limit, end - solver_.work());
        if (outcome != Outcome::solved || until - from_ == layers_) return outcome;
        from_ = until;
        if (from_ < layers_) continue;
        from_ = 0;
        window_ = std::min(2 * window_, layers_);
    }
}

Arrangement Proof::arrangement() const {
    Arrangement arrangement;
    for (std::size_t t = 0; t < layers_; ++t)
        arrangement.push_back(encoding_.order(t));
    return arrangement;
}

std::int64_t pairs_of(const Problem& problem) {
    std::int64_t pairs = 0;
    for (const Step& step : problem.steps) {
        const auto slots = static_cast<std::int64_t>(step.present.size());
        pairs += slots * (slots - 1) / 2;
    }
    return pairs;
}

}  // namespace fabula::storyline

#pragma once

#include <cstdint>
#include <random>

#include "solve/storyline/instance.hpp"
#include "solve/storyline/local/descent.hpp"
#include "solve/storyline/local/ruin.hpp"

namespace fabula::storyline {

/// Iterated local search (Lourenço, Martin and Stützle 2003): disturbs some layers of a local optimum (mirrors or
/// shuffles them, or ruins and recreates a few lines), descends again and stays where that is no worse. The same seed,
/// the same walk, on every machine.
class Walk {
public:
    /// Begins at `start` and descends until `work` steps are spent.
    Walk(const Instance& instance, Arrangement start, std::uint64_t seed, std::int64_t work);

    /// Goes on until `work` steps are spent or there are no more than `bound` crossings.
    void advance(std::int64_t work, std::int64_t bound);

    /// The best arrangement so far.
    [[nodiscard]] const Arrangement& best() const { return best_; }
    [[nodiscard]] std::int64_t crossings() const { return least_; }

    /// Steps of work done so far.
    [[nodiscard]] std::int64_t work() const { return descent_.work() + ruin_.work() + disturbed_; }

private:
    std::int64_t disturb();
    [[nodiscard]] std::int64_t crossings_around(std::size_t from, std::size_t until) const;
    void keep(Arrangement& to, const Arrangement& from, std::size_t since) const;

    const Instance& instance_;
    Descent descent_;
    Ruin ruin_;
    std::mt19937_64 dice_;
    Arrangement under_way_;
    Arrangement accepted_;
    Arrangement best_;
    std::int64_t now_ = 0;
    std::int64_t least_ = 0;
    std::int64_t disturbed_ = 0;
};

}  // namespace fabula::storyline

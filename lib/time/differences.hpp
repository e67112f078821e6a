#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "time/network.hpp"

namespace fabula::timing {

/// By how much one moment can be after another: at least `least` and at most `greatest` ticks (-never and never where
/// nothing bounds it). Negative: it is before. Whatever lies between the two is possible.
struct Difference {
    Ticks least = -never;
    Ticks greatest = never;

    friend bool operator==(const Difference&, const Difference&) = default;
};

/// What the bounds of a network allow between any two of its moments, exactly.
///
/// The first question about a moment costs a search of the network (bounds * log moments), further ones about the same
/// moment nothing: ask for many with the same first moment in a row. What was found is remembered for as many moments
/// as `memory` bytes hold, the latest. Not thread-safe.
class Differences {
public:
    explicit Differences(TemporalNetwork network, std::size_t memory = std::size_t{64} << 20U);

    /// How far `to` can be after `from`.
    [[nodiscard]] Difference between(Variable from, Variable to);

    /// Whether a question about `from` costs nothing.
    [[nodiscard]] bool remembers(Variable from) const { return remembered_[from] != nullptr; }

    [[nodiscard]] const TemporalNetwork& network() const noexcept { return network_; }

private:
    struct Reach {
        std::vector<Ticks> earliest;
        std::vector<Ticks> latest;
    };

    const Reach& reach(Variable from);

    TemporalNetwork network_;
    std::size_t most_remembered_;
    std::vector<std::unique_ptr<Reach>> remembered_;  // by variable
    std::vector<Variable> order_;                     // those remembered; the oldest stands at `next_`
    std::size_t next_ = 0;
};

}  // namespace fabula::timing

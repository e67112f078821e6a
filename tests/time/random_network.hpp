#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

#include "time/network.hpp"

/// Networks made up at random, and the plain way to all their distances.
namespace fabula::timing::testing {

/// The twin that is plainly right: all shortest distances by Floyd and Warshall.
class AllDistances {
public:
    explicit AllDistances(std::size_t variables) : size_(variables), distances_(variables * variables, never) {
        for (std::size_t v = 0; v < variables; ++v)
            at(v, v) = 0;
    }

    void add(const Bound& bound) {
        at(bound.from, bound.to) = std::min(at(bound.from, bound.to), bound.weight);
        for (std::size_t through = 0; through < size_; ++through) {
            for (std::size_t from = 0; from < size_; ++from)
                relax(from, through);
        }
    }

    [[nodiscard]] bool consistent() const {
        for (std::size_t v = 0; v < size_; ++v) {
            if (distances_[v * size_ + v] < 0) return false;
        }
        return true;
    }

    [[nodiscard]] Ticks& at(std::size_t from, std::size_t to) { return distances_[from * size_ + to]; }

private:
    void relax(std::size_t from, std::size_t through) {
        if (at(from, through) >= never) return;
        for (std::size_t to = 0; to < size_; ++to) {
            if (at(through, to) >= never) continue;
            // Bounds that contradict each other make distances smaller without end.
            const Ticks sum = std::max(at(from, through) + at(through, to), -never);
            at(from, to) = std::min(at(from, to), sum);
        }
    }

    std::size_t size_;
    std::vector<Ticks> distances_;
};

inline Ticks between(std::mt19937_64& random, Ticks low, Ticks high) {
    return low + static_cast<Ticks>(random() % static_cast<std::uint64_t>(high - low + 1));
}

struct RandomNetwork {
    std::size_t variables = 0;
    std::vector<Bound> bounds;
};

inline RandomNetwork random_network(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    RandomNetwork result;
    result.variables = static_cast<std::size_t>(between(random, 2, 12));
    const auto count = static_cast<std::size_t>(between(random, 1, 40));
    const Ticks least = between(random, -12, 0);
    for (std::size_t i = 0; i < count; ++i) {
        const auto last = static_cast<Ticks>(result.variables) - 1;
        const auto from = static_cast<Variable>(between(random, 0, last));
        const auto to = static_cast<Variable>(between(random, 0, last));
        result.bounds.push_back({from, to, between(random, least, 20), i});
    }
    return result;
}

}  // namespace fabula::timing::testing

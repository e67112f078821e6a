#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "fabula/story.hpp"

#include "check/order.hpp"

namespace fabula::checking {

/// Which places lie within which, and how long the ways between them take.
class Geography {
public:
    Geography(const Story& story, const Order& order);

    /// Whether one can be in both at once: they are the same, or one lies within the other.
    [[nodiscard]] bool overlap(std::size_t first, std::size_t second) const;

    /// How long the way takes at least, by the shortest way over the journeys that are stated; a place has the journeys
    /// of those that it lies within. Nothing where no way is stated.
    [[nodiscard]] std::optional<timing::Ticks> way(std::size_t from, std::size_t to);

private:
    struct Journey {
        std::size_t to = 0;
        timing::Ticks takes = 0;
    };
    using Distances = std::vector<timing::Ticks>;  // by place

    void find_surroundings(const Story& story);
    [[nodiscard]] const Distances* distances(std::size_t from);
    [[nodiscard]] std::vector<std::size_t> surroundings_apart(std::size_t place, std::size_t other) const;

    std::vector<std::optional<std::size_t>> within_;
    std::vector<std::size_t> first_;  // by place: numbers of a walk through the places from outside to inside, so that
    std::vector<std::size_t> last_;   // those within a place have the numbers from its first to its last
    std::vector<std::vector<Journey>> journeys_;
    std::map<std::size_t, Distances> known_;
    std::size_t stated_journeys_ = 0;  // each way
};

}  // namespace fabula::checking

#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "solve/storyline/instance.hpp"
#include "solve/storyline/local/insertion.hpp"

namespace fabula::storyline {

/// Ruin and recreate (Schrimpf, Schneider, Stamm-Wilbrandt and Dueck 2000): takes a few lines that have to do with each
/// other out of a stretch of layers, all at once, and puts them back one by one where each crosses least. What one line
/// alone cannot do without crossing the company it keeps, they do together.
class Ruin {
public:
    explicit Ruin(const Instance& instance);

    /// Ruins and recreates lines within the layers from..until (not empty).
    void disturb(Arrangement& arrangement, std::size_t from, std::size_t until, std::mt19937_64& dice);

    /// Steps of work done so far.
    [[nodiscard]] std::int64_t work() const { return insertion_.work(); }

private:
    [[nodiscard]] std::vector<std::size_t> choose(const std::vector<std::size_t>& order, const Layer& layer,
                                                  std::mt19937_64& dice) const;
    [[nodiscard]] const Presence& presence_at(Line line, std::size_t t) const;

    const Instance& instance_;
    std::vector<Presence> presences_;
    std::vector<std::size_t> first_presence_;  ///< by line
    Insertion insertion_;
};

}  // namespace fabula::storyline

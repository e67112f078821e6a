#pragma once

#include <cstdint>

#include "solve/storyline/exact/core_search.hpp"
#include "solve/storyline/instance.hpp"

namespace fabula::storyline {

/// The exact search over a whole instance, a piece of work at a time: short windows of layers first, then longer ones,
/// and at last all layers at once.
class Proof {
public:
    /// `hint` is the arrangement that the solver tries first.
    Proof(const Instance& instance, const Arrangement& hint);

    /// Goes on until the bound reaches `limit`, the least crossings are found, or `work` is spent.
    [[nodiscard]] Outcome advance(std::int64_t limit, std::int64_t work);

    /// No arrangement crosses less.
    [[nodiscard]] std::int64_t lower_bound() const { return search_.lower_bound(); }

    /// Whether the shortest windows are behind: where they are not, a little work will not get to the end.
    [[nodiscard]] bool is_promising() const { return window_ == layers_ || window_ > shortest_window; }

    /// After `solved`: an arrangement that crosses as little as the bound says.
    [[nodiscard]] Arrangement arrangement() const;

    /// Steps of work done so far.
    [[nodiscard]] std::int64_t work() const { return solver_.work(); }

private:
    static constexpr std::size_t shortest_window = 8;

    std::size_t layers_;
    Solver solver_;
    Encoding encoding_;
    CoreSearch search_;
    std::size_t window_;    ///< layers of the windows under way
    std::size_t from_ = 0;  ///< where the next of them begins
};

/// How many pairs of lines the exact search would have to keep apart: its memory goes by this.
[[nodiscard]] std::int64_t pairs_of(const Problem& problem);

}  // namespace fabula::storyline

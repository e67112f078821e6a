#pragma once

#include <cstdint>
#include <cstdlib>
#include <limits>
#include <vector>

#include "solve/storyline/exact/encoding.hpp"
#include "solve/storyline/exact/solver.hpp"
#include "solve/storyline/exact/totalizer.hpp"

namespace fabula::storyline {

enum class Outcome {
    solved,   ///< the solver's values are orders with as few crossings as the bound says
    reached,  ///< the bound has reached the limit: nothing better is left to find
    stopped   ///< the work is spent
};

/// Least crossings by core-guided maximum satisfiability (the OLL algorithm: Andres, Kaufmann, Matheis and Schaub 2012;
/// Morgado, Dodaro and Marques-Silva 2014): assume that nothing crosses, let the solver say which few assumptions
/// contradict each other, pay for one of them, and count from then on how many of them fail.
/// Cores are looked for in short stretches of layers first, where they are small and found fast; they hold for all.
class CoreSearch {
public:
    CoreSearch(Solver& solver, const Encoding& encoding, const Costs& costs);

    /// Raises the bound by all that the layers from..until cost, until the bound reaches `limit` or `work` is spent.
    [[nodiscard]] Outcome raise(std::size_t from, std::size_t until, std::int64_t limit, std::int64_t work);

    /// No orders cost less.
    [[nodiscard]] std::int64_t lower_bound() const { return bound_; }

private:
    /// What is assumed, and what it costs where it fails.
    struct Assumption {
        Literal literal = 0;
        std::int64_t weight = 0;
        std::size_t from = 0;
        std::size_t until = 0;
        std::size_t counter = SIZE_MAX;  ///< of counters_, where the assumption is “fewer than `count` of them”
        std::size_t count = 0;
    };

    void assume(const Assumption& assumption);
    [[nodiscard]] std::vector<Literal> active(std::size_t from, std::size_t until, std::int64_t least) const;
    [[nodiscard]] std::int64_t greatest_weight(std::size_t from, std::size_t until) const;
    [[nodiscard]] Verdict solve(const std::vector<Literal>& assumptions, std::size_t from, std::size_t until,
                                int conflicts);
    [[nodiscard]] std::vector<Literal> needed(const std::vector<Literal>& assumptions) const;
    void shrink(std::vector<Literal>& core);
    void pay(const std::vector<Literal>& core);
    void count(const std::vector<Literal>& core, std::int64_t weight, std::size_t from, std::size_t until);
    void harden(std::int64_t limit);
    [[nodiscard]] Assumption& by_literal(Literal literal) {
        return assumptions_[by_variable_[static_cast<std::size_t>(std::abs(literal))]];
    }

    Solver& solver_;
    const Encoding& encoding_;
    std::vector<Assumption> assumptions_;
    std::vector<std::size_t> by_variable_;
    std::vector<Totalizer> counters_;
    std::int64_t bound_ = 0;
};

}  // namespace fabula::storyline

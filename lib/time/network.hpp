#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

/// A simple temporal network (Dechter, Meiri and Pearl 1991): moments, and bounds on their differences.
namespace fabula::timing {

/// Exact time. Sums of two are safe from overflow as long as each stays within +-`never`.
using Ticks = std::int64_t;

/// "No bound": further than any time a story can state.
inline constexpr Ticks never = Ticks{1} << 61;

using Variable = std::uint32_t;

/// The statement a bound comes from; `no_statement` where it follows from what words mean or from a default.
using StatementIndex = std::uint32_t;
inline constexpr StatementIndex no_statement = std::numeric_limits<StatementIndex>::max();

/// low <= to - from <= high; -never and never where there is no bound.
struct Constraint {
    Variable from = 0;
    Variable to = 0;
    Ticks low = -never;
    Ticks high = never;
    StatementIndex statement = no_statement;
    bool rough = false;  ///< a CalendarSum says it more exactly
};

/// One bound: to - from <= weight. `constraint` is the caller's number for what it came from.
struct Bound {
    Variable from = 0;
    Variable to = 0;
    Ticks weight = 0;
    std::size_t constraint = 0;
};

/// Keeps a solution while bounds are added one by one (Cotton and Maler 2006, "Fast and flexible difference constraint
/// propagation for DPLL(T)"), so that a bound that contradicts the earlier ones is known at once, together with the
/// cycle.
class TemporalNetwork {
public:
    /// `axis` is the moment that the others are measured from: as long as it need not move, a bound costs little.
    explicit TemporalNetwork(std::size_t variables = 0, Variable axis = 0);

    /// Finds times that keep `constraints`, or most of them, so that adding them afterwards costs next to nothing. Adds
    /// none.
    void prepare(const std::vector<Constraint>& constraints);

    /// Adds the bounds of `constraint`, remembered under `number`. False where they contradict those added before: then
    /// the network is as it was, and `cycle()` says why. Costs as much as there are moments that have to move.
    bool add(const Constraint& constraint, std::size_t number);

    /// Adds to - from <= weight, in the same way.
    bool add(const Bound& bound);

    /// As add, but does not look for the cycle: much quicker where a bound is refused.
    bool add_if_possible(const Bound& bound);

    /// After a failed add: the bounds of the shortest cycle through the refused one, which comes first, each leading to
    /// the next. Its length is negative: by so much more the refused bound would have to allow to be possible.
    [[nodiscard]] const std::vector<Bound>& cycle() const noexcept { return cycle_; }

    /// How many times a moment has had to move so far: the work that adding bounds has been.
    [[nodiscard]] std::uint64_t moves() const noexcept { return moves_; }

    [[nodiscard]] std::size_t variables() const noexcept { return solution_.size(); }
    [[nodiscard]] const std::vector<Bound>& bounds() const noexcept { return bounds_; }

    /// How many bounds were looked at so far to make room for others: a measure of what was spent.
    [[nodiscard]] std::size_t steps() const noexcept { return steps_; }

    /// The numbers of the bounds that lead on from `variable`, the latest first.
    template <typename Visit>
    void for_each_bound_from(Variable variable, Visit&& visit) const {
        for (std::uint32_t i = first_out_[variable]; i != no_bound; i = next_out_[i])
            visit(i);
    }

    /// The same of those to `variable`.
    template <typename Visit>
    void for_each_bound_to(Variable variable, Visit&& visit) const {
        for (std::uint32_t i = first_in_[variable]; i != no_bound; i = next_in_[i])
            visit(i);
    }

    /// When a moment is in the solution at hand, from the axis.
    [[nodiscard]] Ticks time_at_hand(Variable variable) const { return solution_[variable] - solution_[axis_]; }

    /// How far the solution at hand is from breaking `bound`; negative where it breaks it. Never so for one that was
    /// added.
    [[nodiscard]] Ticks slack(const Bound& bound) const;

    /// The same network without the bounds that were added under one of these numbers.
    [[nodiscard]] TemporalNetwork without(std::vector<std::size_t> constraints) const;

    /// The same network without these bounds, by their places in bounds(), in order.
    [[nodiscard]] TemporalNetwork without_bounds(const std::vector<std::uint32_t>& places) const;

    /// Takes back the latest bounds until `count` are left.
    void shrink(std::size_t count);

    /// The latest that each moment can be if `origin` is at 0 (`never` where nothing bounds it). O(bounds log
    /// variables).
    [[nodiscard]] std::vector<Ticks> latest(Variable origin) const;

    /// The earliest, likewise (-never where nothing bounds it).
    [[nodiscard]] std::vector<Ticks> earliest(Variable origin) const;

    /// A solution in which no moment is further from its wanted time than one has to be: the middle between the
    /// greatest solution under the wanted times and the least one over them (McShane and Whitney's extensions of 1934).
    [[nodiscard]] std::vector<Ticks> nearest(const std::vector<Ticks>& wanted) const;

private:
    static constexpr std::uint32_t no_bound = std::numeric_limits<std::uint32_t>::max();

    /// Which way a search goes: from the one to the other end of each bound, or back.
    enum class Direction { forward, backward };

    /// A moment that has to be later, and by how much.
    struct Move {
        Ticks amount = 0;
        Variable far = 0;  ///< from the goal of the search, by number
        Variable variable = 0;
    };

    [[nodiscard]] std::uint32_t first(Variable variable, Direction direction) const;
    [[nodiscard]] std::uint32_t next(std::uint32_t bound, Direction direction) const;
    [[nodiscard]] Variable other_end(const Bound& bound, Direction direction) const;
    [[nodiscard]] std::vector<Ticks> shortest(std::vector<Ticks> reduced, Direction direction) const;
    [[nodiscard]] std::vector<Ticks> distances(Variable origin, Direction direction) const;

    bool add(const Bound& bound, bool cycle_wanted);
    bool repair(const Bound& added, bool cycle_wanted);
    void note_move(Variable variable, Ticks amount, std::uint32_t through);
    [[nodiscard]] static bool moves_less(const Move& a, const Move& b);
    [[nodiscard]] Move next_move();
    void extract_cycle(const Bound& added, std::uint32_t last);

    std::vector<Bound> bounds_;
    std::vector<std::uint32_t> next_out_;   // for each bound: the previous bound with the same `from`
    std::vector<std::uint32_t> next_in_;    // ... with the same `to`
    std::vector<std::uint32_t> first_out_;  // for each variable: the latest bound from it
    std::vector<std::uint32_t> first_in_;
    Variable axis_ = 0;
    std::vector<Ticks> solution_;
    std::vector<Bound> cycle_;

    // Of the repair under way; `stamp_` says which entries of the vectors by variable belong to it.
    std::vector<std::uint32_t> stamp_;
    std::vector<Ticks> amount_;
    std::vector<std::uint32_t> through_;
    std::vector<bool> settled_;
    std::vector<Move> heap_;
    std::vector<Variable> moved_;
    Variable goal_ = 0;
    std::uint32_t repair_number_ = 0;
    std::uint64_t moves_ = 0;
    std::size_t steps_ = 0;
};

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

#pragma once

#include <cstdint>
#include <cstdlib>
#include <limits>
#include <vector>

#include "solve/storyline/exact/solver.hpp"
#include "solve/storyline/instance.hpp"

namespace fabula::storyline {

/// Two pairs of siblings in neighbouring layers that cost `weight` crossings where `a` and `b` differ.
struct Term {
    Literal a = 0;
    Literal b = 0;
    std::int64_t weight = 0;
    std::size_t from = 0;  ///< the layers it is about: from..until, exclusive
    std::size_t until = 0;
};

struct Costs {
    std::vector<Term> terms;
    std::int64_t unavoidable = 0;  ///< crossings that no order can avoid, as a pair's sides contradict each other
};

/// The layers from..until of an instance as propositions: for each two siblings of a layer's tree one variable that
/// says which is above. Sets keep together by construction. The order inside a set that stays the same set is
/// inherited: a change in between never saves a crossing. Transitivity is left to whoever asks (see broken_cycles).
class Encoding {
public:
    Encoding(const Instance& instance, std::size_t from, std::size_t until, Solver& solver);

    /// The literal that says that slot a of layer t is above slot b.
    [[nodiscard]] Literal above(std::size_t t, std::size_t a, std::size_t b) const {
        const Table& table = tables_[t - from_];
        return table.literals[a * table.size + b];
    }

    /// What may cost crossings between the layers; terms about the same two variables are one.
    [[nodiscard]] Costs costs() const;

    /// Clauses that forbid cycles of three in what the solver now says of layer t; none where it is an order.
    void broken_cycles(std::size_t t, std::vector<std::vector<Literal>>& clauses) const;

    /// The order that the solver now says of layer t. Precondition: it has no cycles.
    [[nodiscard]] std::vector<std::size_t> order(std::size_t t) const;

    /// Lets the solver try the order of an arrangement first.
    void prefer(const Arrangement& arrangement);

private:
    struct Table {
        std::size_t size = 0;
        std::vector<Literal> literals;
        std::vector<bool> inherited;  ///< by node: its order is that of the same set in the layer before
        std::vector<std::vector<std::size_t>> speakers;  ///< by node: of each child one slot
    };

    void fill(std::size_t t);
    void find_speakers(std::size_t t);

    const Instance& instance_;
    std::size_t from_;
    std::size_t until_;
    Solver& solver_;
    std::vector<Table> tables_;
};

/// Counts true literals: output k is true where at least k of the inputs are (Bailleux and Boufkhad 2003), its clauses
/// added only as far as they are asked for (Martins, Joshi, Manquinho and Lynce 2014).
class Totalizer {
public:
    explicit Totalizer(std::vector<Literal> inputs);

    /// The output for k, from 1 to the number of inputs.
    [[nodiscard]] Literal at_least(std::size_t k, Solver& solver);

    [[nodiscard]] std::size_t inputs() const { return inputs_.size(); }

private:
    struct Part {
        std::size_t inputs = 0;
        std::size_t left = 0;  ///< both 0 for a leaf
        std::size_t right = 0;
        std::vector<Literal> outputs;
    };

    std::size_t build(std::size_t from, std::size_t until);
    void extend(std::size_t part, std::size_t bound, Solver& solver);

    std::vector<Literal> inputs_;
    std::vector<Part> parts_;
    std::size_t root_ = 0;
};

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

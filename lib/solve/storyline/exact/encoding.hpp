#pragma once

#include <cstdint>
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

}  // namespace fabula::storyline

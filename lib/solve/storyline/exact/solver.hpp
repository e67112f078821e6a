#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace fabula::storyline {

/// A number of a variable from 1, negative for its negation, as in the DIMACS format.
using Literal = int;

enum class Verdict { satisfiable, unsatisfiable, unknown };

/// A satisfiability solver that is asked again and again under changing assumptions (Eén and Sörensson 2003).
class Solver {
public:
    Solver();
    ~Solver();
    Solver(Solver&&) noexcept;
    Solver& operator=(Solver&&) noexcept;

    [[nodiscard]] Literal new_variable();
    void add_clause(const std::vector<Literal>& clause);

    /// The value that the search tries first.
    void prefer(Literal literal);

    /// Searches for values that make all clauses and assumptions true; gives up after so many conflicts.
    [[nodiscard]] Verdict solve(const std::vector<Literal>& assumptions, int conflicts);

    /// After `satisfiable`: whether the literal is true.
    [[nodiscard]] bool is_true(Literal literal) const;

    /// After `unsatisfiable`: whether this assumption was needed for it.
    [[nodiscard]] bool is_needed(Literal assumption) const;

    /// Steps of work done so far, the same on every machine.
    [[nodiscard]] std::int64_t work() const;

private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

/// Whether this library was built with a solver; without one, Solver::solve always says unknown.
[[nodiscard]] bool has_solver();

}  // namespace fabula::storyline

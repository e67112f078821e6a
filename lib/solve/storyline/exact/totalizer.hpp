#pragma once

#include <vector>

#include "solve/storyline/exact/solver.hpp"

namespace fabula::storyline {

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

}  // namespace fabula::storyline

// Counting by clauses.
#include "solve/storyline/exact/totalizer.hpp"

#include <algorithm>
#include <utility>

namespace fabula::storyline {

Totalizer::Totalizer(std::vector<Literal> inputs) : inputs_(std::move(inputs)) {
    root_ = build(0, inputs_.size());
}

std::size_t Totalizer::build(std::size_t from, std::size_t until) {
    Part part;
    part.inputs = until - from;
    if (part.inputs == 1) {
        part.outputs.push_back(inputs_[from]);
    } else {
        const std::size_t middle = from + part.inputs / 2;
        part.left = build(from, middle);
        part.right = build(middle, until);
    }
    parts_.push_back(std::move(part));
    return parts_.size() - 1;
}

Literal Totalizer::at_least(std::size_t k, Solver& solver) {
    extend(root_, k, solver);
    return parts_[root_].outputs[k - 1];
}

/// Adds outputs up to `bound` to a part and the parts below it, with the clauses that make them true.
void Totalizer::extend(std::size_t part, std::size_t bound, Solver& solver) {
    bound = std::min(bound, parts_[part].inputs);
    const std::size_t had = parts_[part].outputs.size();
    if (had >= bound) return;
    const std::size_t left = parts_[part].left;
    const std::size_t right = parts_[part].right;
    extend(left, bound, solver);
    extend(right, bound, solver);
    std::vector<Literal>& outputs = parts_[part].outputs;
    while (outputs.size() < bound)
        outputs.push_back(solver.new_variable());
    for (std::size_t i = 0; i <= parts_[left].outputs.size() && i <= bound; ++i) {
        for (std::size_t j = 0; j <= parts_[right].outputs.size() && i + j <= bound; ++j) {
            if (i + j <= had || i + j == 0) continue;
            std::vector<Literal> clause{outputs[i + j - 1]};
            if (i > 0) clause.push_back(-parts_[left].outputs[i - 1]);
            if (j > 0) clause.push_back(-parts_[right].outputs[j - 1]);
            solver.add_clause(clause);
        }
    }
}

}  // namespace fabula::storyline

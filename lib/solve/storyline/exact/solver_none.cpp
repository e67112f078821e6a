// Where there is no solver: nothing is ever proved.
#include "solve/storyline/exact/solver.hpp"

namespace fabula::storyline {

struct Solver::Engine {
    int variables = 0;
};

Solver::Solver() : engine_(std::make_unique<Engine>()) {}
Solver::~Solver() = default;
Solver::Solver(Solver&&) noexcept = default;
Solver& Solver::operator=(Solver&&) noexcept = default;

Literal Solver::new_variable() {
    return ++engine_->variables;
}

void Solver::add_clause(const std::vector<Literal>&) {}
void Solver::prefer(Literal) {}

Verdict Solver::solve(const std::vector<Literal>&, int) {
    return Verdict::unknown;
}

bool Solver::is_true(Literal) const {
    return false;
}

bool Solver::is_needed(Literal) const {
    return false;
}

std::int64_t Solver::work() const {
    return 0;
}

bool has_solver() {
    return false;
}

}  // namespace fabula::storyline

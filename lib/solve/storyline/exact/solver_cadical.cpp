// The solver is CaDiCaL (Biere, Fazekas, Fleury and Heisinger 2020).
#include <cadical.hpp>

#include "solve/storyline/exact/solver.hpp"

namespace fabula::storyline {

/// CaDiCaL, and a count of what it learns: each learnt clause is one conflict.
struct Solver::Engine : CaDiCaL::Learner {
    CaDiCaL::Solver cadical;
    int variables = 0;
    std::int64_t work = 0;

    bool learning(int) override {
        ++conflicts;
        return false;
    }
    void learn(int) override {}

    std::int64_t conflicts = 0;
};

Solver::Solver() : engine_(std::make_unique<Engine>()) {
    CaDiCaL::Solver& cadical = engine_->cadical;
    cadical.set("quiet", 1);
    // Thousands of short calls: what pays in one long search costs more than it brings here.
    cadical.set("inprocessing", 0);
    cadical.set("lucky", 0);
    cadical.connect_learner(engine_.get());
}

Solver::~Solver() {
    if (engine_) engine_->cadical.disconnect_learner();
}

Solver::Solver(Solver&&) noexcept = default;
Solver& Solver::operator=(Solver&&) noexcept = default;

Literal Solver::new_variable() {
    return ++engine_->variables;
}

void Solver::add_clause(const std::vector<Literal>& clause) {
    for (const Literal literal : clause)
        engine_->cadical.add(literal);
    engine_->cadical.add(0);
}

void Solver::prefer(Literal literal) {
    engine_->cadical.phase(literal);
}

Verdict Solver::solve(const std::vector<Literal>& assumptions, int conflicts) {
    for (const Literal literal : assumptions)
        engine_->cadical.assume(literal);
    engine_->cadical.limit("conflicts", conflicts);
    engine_->conflicts = 0;
    const int answer = engine_->cadical.solve();
    // A call assigns every variable once; a conflict undoes and redoes a part of them.
    engine_->work += 10 * engine_->variables + engine_->conflicts * (1000 + engine_->variables / 4);
    if (answer == 10) return Verdict::satisfiable;
    return answer == 20 ? Verdict::unsatisfiable : Verdict::unknown;
}

bool Solver::is_true(Literal literal) const {
    return engine_->cadical.val(literal) > 0;
}

bool Solver::is_needed(Literal assumption) const {
    return engine_->cadical.failed(assumption);
}

std::int64_t Solver::work() const {
    return engine_->work;
}

bool has_solver() {
    return true;
}

}  // namespace fabula::storyline

// Core-guided search.
#include "solve/storyline/exact/proof.hpp"

#include <algorithm>

namespace fabula::storyline {
namespace {

constexpr int no_limit = std::numeric_limits<int>::max();

}  // namespace

CoreSearch::CoreSearch(Solver& solver, const Encoding& encoding, const Costs& costs)
    : solver_(solver), encoding_(encoding), bound_(costs.unavoidable) {
    for (const Term& term : costs.terms) {
        const Literal differ = solver.new_variable();
        solver.add_clause({-term.a, term.b, differ});
        solver.add_clause({term.a, -term.b, differ});
        assume({-differ, term.weight, term.from, term.until});
    }
}

/// A literal is assumed again where a core that it was in is paid for in parts.
void CoreSearch::assume(const Assumption& assumption) {
    const auto variable = static_cast<std::size_t>(std::abs(assumption.literal));
    if (by_variable_.size() <= variable) by_variable_.resize(variable + 1, SIZE_MAX);
    const std::size_t known = by_variable_[variable];
    if (known == SIZE_MAX) {
        by_variable_[variable] = assumptions_.size();
        assumptions_.push_back(assumption);
        return;
    }
    assumptions_[known].weight += assumption.weight;
}

Outcome CoreSearch::raise(std::size_t from, std::size_t until, std::int64_t limit, std::int64_t work) {
    const std::int64_t end = solver_.work() + work;
    std::int64_t least = greatest_weight(from, until);
    while (bound_ < limit) {
        if (solver_.work() >= end) return Outcome::stopped;
        const Verdict verdict = solve(active(from, until, least), from, until, no_limit);
        if (verdict == Verdict::unknown) return Outcome::stopped;
        if (verdict == Verdict::satisfiable) {
            if (least <= 1) return Outcome::solved;
            least /= 2;
            continue;
        }
        std::vector<Literal> core = needed(active(from, until, least));
        if (core.empty()) {
            bound_ = limit;  // only what has been hardened forbids everything: nothing costs less than the limit
            break;
        }
        shrink(core);
        pay(core);
        harden(limit);
    }
    return Outcome::reached;
}

std::vector<Literal> CoreSearch::active(std::size_t from, std::size_t until, std::int64_t least) const {
    std::vector<Literal> literals;
    for (const Assumption& each : assumptions_) {
        if (each.weight >= least && each.weight > 0 && each.from >= from && each.until <= until)
            literals.push_back(each.literal);
    }
    return literals;
}

std::int64_t CoreSearch::greatest_weight(std::size_t from, std::size_t until) const {
    std::int64_t greatest = 1;
    for (const Assumption& each : assumptions_) {
        if (each.from >= from && each.until <= until) greatest = std::max(greatest, each.weight);
    }
    return greatest;
}

/// Asks the solver, and asks again as long as its answer has cycles.
Verdict CoreSearch::solve(const std::vector<Literal>& assumptions, std::size_t from, std::size_t until, int conflicts) {
    while (true) {
        const Verdict verdict = solver_.solve(assumptions, conflicts);
        if (verdict != Verdict::satisfiable) return verdict;
        std::vector<std::vector<Literal>> clauses;
        for (std::size_t t = from; t < until; ++t)
            encoding_.broken_cycles(t, clauses);
        if (clauses.empty()) return verdict;
        for (const std::vector<Literal>& clause : clauses)
            solver_.add_clause(clause);
    }
}

std::vector<Literal> CoreSearch::needed(const std::vector<Literal>& assumptions) const {
    std::vector<Literal> core;
    for (const Literal literal : assumptions) {
        if (solver_.is_needed(literal)) core.push_back(literal);
    }
    return core;
}

/// Looks for a smaller core within a core: asks again, in the other order.
void CoreSearch::shrink(std::vector<Literal>& core) {
    constexpr int patience = 200;
    for (std::size_t before = core.size() + 1; core.size() > 1 && core.size() < before;) {
        before = core.size();
        std::ranges::reverse(core);
        if (solver_.solve(core, patience) != Verdict::unsatisfiable) break;
        core = needed(core);
    }
}

void CoreSearch::pay(const std::vector<Literal>& core) {
    std::int64_t weight = std::numeric_limits<std::int64_t>::max();
    std::size_t from = SIZE_MAX;
    std::size_t until = 0;
    for (const Literal literal : core) {
        const Assumption& each = by_literal(literal);
        weight = std::min(weight, each.weight);
        from = std::min(from, each.from);
        until = std::max(until, each.until);
    }
    bound_ += weight;
    std::vector<Assumption> next;
    for (const Literal literal : core) {
        Assumption& each = by_literal(literal);
        each.weight -= weight;
        if (each.counter != SIZE_MAX && each.count < counters_[each.counter].inputs()) {
            const Literal more = counters_[each.counter].at_least(each.count + 1, solver_);
            next.push_back({-more, weight, each.from, each.until, each.counter, each.count + 1});
        }
    }
    for (const Assumption& each : next)
        assume(each);
    if (core.size() == 1)
        solver_.add_clause({-core.front()});
    else
        count(core, weight, from, until);
}

void CoreSearch::count(const std::vector<Literal>& core, std::int64_t weight, std::size_t from, std::size_t until) {
    std::vector<Literal> failures;
    for (const Literal literal : core)
        failures.push_back(-literal);
    solver_.add_clause(failures);
    counters_.emplace_back(failures);
    const Literal two = counters_.back().at_least(2, solver_);
    assume({-two, weight, from, until, counters_.size() - 1, 2});
}

/// What costs so much that it can fail in no better answer is true from now on.
void CoreSearch::harden(std::int64_t limit) {
    for (Assumption& each : assumptions_) {
        if (each.weight == 0 || bound_ + each.weight < limit) continue;
        solver_.add_clause({each.literal});
        each.weight = 0;
    }
}

// The exact search, window by window.

Proof::Proof(const Instance& instance, const Arrangement& hint)
    : layers_(instance.layers.size()),
      encoding_(instance, 0, layers_, solver_),
      search_(solver_, encoding_, encoding_.costs()),
      window_(std::min(shortest_window, layers_)) {
    encoding_.prefer(hint);
}

Outcome Proof::advance(std::int64_t limit, std::int64_t work) {
    const std::int64_t end = solver_.work() + work;
    while (true) {
        const std::size_t until = std::min(layers_, from_ + window_);
        const Outcome outcome = search_.raise(from_, until, limit, end - solver_.work());
        if (outcome != Outcome::solved || until - from_ == layers_) return outcome;
        from_ = until;
        if (from_ < layers_) continue;
        from_ = 0;
        window_ = std::min(2 * window_, layers_);
    }
}

Arrangement Proof::arrangement() const {
    Arrangement arrangement;
    for (std::size_t t = 0; t < layers_; ++t)
        arrangement.push_back(encoding_.order(t));
    return arrangement;
}

std::int64_t pairs_of(const Problem& problem) {
    std::int64_t pairs = 0;
    for (const Step& step : problem.steps) {
        const auto slots = static_cast<std::int64_t>(step.present.size());
        pairs += slots * (slots - 1) / 2;
    }
    return pairs;
}

}  // namespace fabula::storyline

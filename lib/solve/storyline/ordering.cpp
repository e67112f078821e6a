// One function: order_lines.
#include "solve/storyline/ordering.hpp"

#include <algorithm>
#include <optional>
#include <random>
#include <utility>
#include <vector>

#include "solve/storyline/exact/proof.hpp"
#include "solve/storyline/instance.hpp"
#include "solve/storyline/local/search.hpp"
#include "solve/storyline/problem.hpp"

namespace fabula::storyline {
namespace {

constexpr std::size_t sweeps = 4;
constexpr std::size_t sweeps_where_large = 20;  // where the local search will not get far
// Three hundred megabytes at most: what has more pairs of lines is left to the local search.
constexpr std::int64_t most_pairs = 700'000;
constexpr std::int64_t look = 25'000'000;     // what it may cost to see whether a proof is in reach
constexpr std::int64_t proof = 200'000'000;   // and what it gets in all before any more search, if so
constexpr std::int64_t aside = 10'000'000;    // what it gets otherwise, at each turn
constexpr std::int64_t stretch = 25'000'000;  // of a walk, at least
constexpr std::size_t pool_size = 8;
constexpr std::uint64_t first_seed = 600;  // any does; the next are those of the rivals

/// The search: always the same sequence of attempts, which the effort only cuts, so that more of it is never worse.
class Search {
public:
    Search(const Instance& instance, Effort effort, bool is_large)
        : instance_(instance), left_(effort.steps), is_large_(is_large), best_(first_arrangement(instance)) {
        sweep(instance, best_, is_large ? sweeps_where_large : sweeps);
        crossings_ = count_crossings(instance_, best_);
    }

    Ordering run() {
        std::optional<Walk> walk = walk_from(best_, first_seed, left_);
        // A walk is worth what it took to get to its beginning, several times over.
        stretch_ = std::max(stretch, 10 * walk->work());
        if (has_solver() && !is_large_ && !is_done()) proof_.emplace(instance_, best_);
        prove(look);
        if (proof_ && proof_->is_promising()) prove(proof - look);
        improve(*walk, stretch_);
        for (std::uint64_t seed = first_seed + 1; !is_done(); ++seed) {
            compete(walk, seed);
            prove(aside);
        }
        return {orders_of(instance_, best_), crossings_, bound_, bound_ == crossings_};
    }

private:
    [[nodiscard]] bool is_done() const { return left_ <= 0 || crossings_ <= bound_; }

    void spend(std::int64_t work) { left_ -= std::max<std::int64_t>(1, work); }

    void offer(const Arrangement& arrangement, std::int64_t crossings) {
        if (crossings >= crossings_) return;
        best_ = arrangement;
        crossings_ = crossings;
        bound_ = std::min(bound_, crossings_);
    }

    void prove(std::int64_t work) {
        if (!proof_ || is_done()) return;
        const std::int64_t before = proof_->work();
        const Outcome outcome = proof_->advance(crossings_, std::min(work, left_));
        spend(proof_->work() - before);
        bound_ = std::min(proof_->lower_bound(), crossings_);
        if (outcome == Outcome::solved) offer(proof_->arrangement(), bound_);
    }

    Walk walk_from(Arrangement start, std::uint64_t seed, std::int64_t work) {
        Walk walk(instance_, std::move(start), seed, std::min(work, left_));
        spend(walk.work());
        offer(walk.best(), walk.crossings());
        return walk;
    }

    void improve(Walk& walk, std::int64_t work) {
        if (is_done()) return;
        const std::int64_t before = walk.work();
        walk.advance(std::min(work, left_), bound_);
        spend(walk.work() - before);
        offer(walk.best(), walk.crossings());
    }

    /// A walk from somewhere else, and the best that can be put together from where the last walks have got to: where
    /// that is better, the walk goes on from there.
    void compete(std::optional<Walk>& walk, std::uint64_t seed) {
        std::mt19937_64 dice(seed);
        Arrangement elsewhere = walk->best();
        shake(instance_, elsewhere, 0, elsewhere.size(), dice);
        Walk rival = walk_from(std::move(elsewhere), seed, stretch_);
        improve(rival, stretch_ - rival.work());
        remember(rival.best());
        remember(walk->best());
        if (is_done()) return;
        Arrangement spliced = splice(instance_, pool_);
        spend(work_of_splicing(instance_, pool_.size()));
        if (!is_done() && count_crossings(instance_, spliced) < walk->crossings())
            walk.emplace(walk_from(std::move(spliced), seed, stretch_));
        improve(*walk, stretch_);
    }

    void remember(const Arrangement& arrangement) {
        if (pool_.size() == pool_size) pool_.erase(pool_.begin());
        pool_.push_back(arrangement);
    }

    const Instance& instance_;
    std::int64_t left_;
    std::int64_t stretch_ = stretch;
    bool is_large_ = false;
    std::optional<Proof> proof_;
    std::vector<Arrangement> pool_;  ///< where the last walks have got to
    Arrangement best_;
    std::int64_t crossings_ = 0;
    std::int64_t bound_ = 0;
};

}  // namespace

Effort usual_effort(const Problem& problem) {
    const std::int64_t pairs = pairs_of(problem);
    if (pairs <= most_pairs) return {1'000'000'000};
    return {std::max<std::int64_t>(300'000'000, 20 * pairs)};
}

Ordering order_lines(const Problem& problem, Effort effort) {
    const Canonical canonical = canonical_form(problem);
    const Reduction reduction(canonical.problem);
    const Canonical reduced = canonical_form(reduction.problem());
    const Instance instance = make_instance(reduced.problem, std::vector<std::int64_t>(problem.lines, 1));
    Ordering ordering = Search(instance, effort, pairs_of(reduced.problem) > most_pairs).run();
    ordering.orders = original_orders(canonical, reduction.lift(original_orders(reduced, std::move(ordering.orders))));
    return ordering;
}

}  // namespace fabula::storyline

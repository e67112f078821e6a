// One function: order_lines.
#include "storyline/ordering.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "storyline/exact/proof.hpp"
#include "storyline/instance.hpp"
#include "storyline/local/sweep.hpp"
#include "storyline/local/walk.hpp"

namespace fabula::storyline {
namespace {

constexpr std::size_t sweeps = 4;
// Three hundred megabytes at most: what has more pairs of lines is left to the local search.
constexpr std::int64_t most_pairs = 700'000;
constexpr std::uint64_t restarts = 2;
constexpr std::int64_t first_round = 200'000'000;

/// The search: always the same sequence of attempts, which the effort only cuts, so that more of it is never worse.
class Search {
public:
    Search(const Instance& instance, Effort effort)
        : instance_(instance), left_(effort.steps), walk_(std::make_unique<Walk>(instance, swept(instance), 0, left_)) {
        left_ -= walk_->work();
    }

    Ordering run() {
        if (has_solver() && pairs_of(instance_) <= most_pairs && walk_->crossings() > 0)
            proof_.emplace(instance_, walk_->best());
        for (std::int64_t round = first_round; left_ > 0 && walk_->crossings() > bound_ && !found_; round *= 2) {
            if (proof_) prove(std::min(round, left_));
            if (!found_ && round == first_round) start_again(round / 4);
            if (!found_) improve(*walk_, round);
        }
        const Arrangement& best = found_ ? *found_ : walk_->best();
        const std::int64_t crossings = found_ ? bound_ : walk_->crossings();
        return {orders_of(instance_, best), crossings, std::min(bound_, crossings), bound_ >= crossings};
    }

private:
    static Arrangement swept(const Instance& instance) {
        Arrangement arrangement = first_arrangement(instance);
        sweep(instance, arrangement, sweeps);
        return arrangement;
    }

    void prove(std::int64_t work) {
        const std::int64_t before = proof_->work();
        const Outcome outcome = proof_->advance(walk_->crossings(), work);
        left_ -= std::max<std::int64_t>(1, proof_->work() - before);
        bound_ = std::min(proof_->lower_bound(), walk_->crossings());
        if (outcome == Outcome::solved) found_ = proof_->arrangement();
    }

    /// Walks from a few other places for a while; whichever has got furthest takes the place of the first.
    void start_again(std::int64_t work) {
        improve(*walk_, work);
        for (std::uint64_t seed = 1; seed <= restarts && left_ > 0 && walk_->crossings() > bound_; ++seed) {
            auto other = std::make_unique<Walk>(instance_, walk_->best(), seed, std::min(work, left_));
            left_ -= other->work();
            improve(*other, work - other->work());
            if (other->crossings() < walk_->crossings()) walk_ = std::move(other);
        }
    }

    void improve(Walk& walk, std::int64_t work) {
        const std::int64_t before = walk.work();
        walk.advance(std::min(work, left_), bound_);
        left_ -= std::max<std::int64_t>(1, walk.work() - before);
    }

    const Instance& instance_;
    std::int64_t left_;
    std::unique_ptr<Walk> walk_;
    std::optional<Proof> proof_;
    std::optional<Arrangement> found_;  ///< with as few crossings as the bound says
    std::int64_t bound_ = 0;
};

}  // namespace

Ordering order_lines(const Problem& problem, Effort effort) {
    const Instance instance = make_instance(problem, std::vector<std::int64_t>(problem.lines, 1));
    return Search(instance, effort).run();
}

}  // namespace fabula::storyline

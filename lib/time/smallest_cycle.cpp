#include "time/smallest_cycle.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <queue>
#include <utility>

namespace fabula::timing {
namespace {

/// Paths from where the refused bound ends to where it begins. Lengths are sums of slacks, which are never negative
/// (Johnson 1977); the cycle is negative where they come to less than what the refused bound lacks.
class CycleSearch {
public:
    CycleSearch(const TemporalNetwork& network, const Bound& refused, const ClaimTable& claims)
        : network_(network),
          refused_(refused),
          claims_(claims),
          own_claim_(claims.of(refused.constraint)),
          best_(network.variables(), -network.slack(refused)) {}

    [[nodiscard]] std::vector<Bound> run();

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    static constexpr std::size_t most_steps = 1'000'000;

    /// A path: the one before it, and a bound more.
    struct Path {
        Variable end;
        Ticks length;
        std::size_t before;
        std::uint32_t through;
    };

    [[nodiscard]] ClaimIndex claim_of(std::uint32_t bound) const {
        return claims_.of(network_.bounds()[bound].constraint);
    }
    [[nodiscard]] bool is_free(std::uint32_t bound) const {
        const ClaimIndex claim = claim_of(bound);
        return claim == no_claim || claim == own_claim_;
    }
    void sort_bounds_by_claim();
    [[nodiscard]] std::size_t extended(std::size_t path, std::uint32_t bound);
    bool keep(std::size_t path);
    void follow_free_bounds();
    void take_one_claim_more();
    [[nodiscard]] std::vector<Bound> cycle_of(std::size_t path) const;

    const TemporalNetwork& network_;
    const Bound& refused_;
    const ClaimTable& claims_;
    ClaimIndex own_claim_;
    std::vector<Ticks> best_;  // by variable: the least length so far; what is no less than that leads nowhere
    std::vector<std::vector<std::uint32_t>> bounds_of_claim_;
    std::vector<Path> paths_;
    std::vector<std::size_t> begun_;    // of this number of claims: not yet followed along what costs nothing
    std::vector<std::size_t> reached_;  // ... and followed
    std::size_t found_ = none;
    std::size_t steps_ = 0;
};

void CycleSearch::sort_bounds_by_claim() {
    bounds_of_claim_.resize(claims_.constraints.size());
    for (std::uint32_t i = 0; i < network_.bounds().size(); ++i) {
        const ClaimIndex claim = claim_of(i);
        if (claim != no_claim) bounds_of_claim_[claim].push_back(i);
    }
}

std::size_t CycleSearch::extended(std::size_t path, std::uint32_t bound) {
    ++steps_;
    const Ticks length = paths_[path].length + network_.slack(network_.bounds()[bound]);
    paths_.push_back({network_.bounds()[bound].to, length, path, bound});
    return paths_.size() - 1;
}

/// Whether the path is the shortest so far; then it is noted.
bool CycleSearch::keep(std::size_t path) {
    const auto [end, length, before, through] = paths_[path];
    if (length >= best_[end]) return false;
    best_[end] = length;
    if (end == refused_.from) found_ = path;
    return true;
}

void CycleSearch::follow_free_bounds() {
    using Entry = std::pair<Ticks, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    for (const std::size_t path : begun_)
        queue.emplace(paths_[path].length, path);
    reached_.clear();
    while (!queue.empty()) {
        const Ticks length = queue.top().first;
        const std::size_t path = queue.top().second;
        queue.pop();
        if (length != best_[paths_[path].end]) continue;
        reached_.push_back(path);
        network_.for_each_bound_from(paths_[path].end, [&](std::uint32_t bound) {
            ++steps_;
            if (!is_free(bound)) return;
            const std::size_t longer = extended(path, bound);
            if (keep(longer)) {
                queue.emplace(paths_[longer].length, longer);
            } else {
                paths_.pop_back();
            }
        });
    }
}

void CycleSearch::take_one_claim_more() {
    begun_.clear();
    const auto keep_begun = [this](std::size_t path) {
        if (keep(path)) begun_.push_back(path);
    };
    for (const std::size_t path : reached_) {
        network_.for_each_bound_from(paths_[path].end, [&](std::uint32_t bound) {
            ++steps_;
            if (is_free(bound)) return;
            const std::size_t longer = extended(path, bound);
            keep_begun(longer);
            for (const std::uint32_t more : bounds_of_claim_[claim_of(bound)]) {
                if (network_.bounds()[more].from == paths_[longer].end) keep_begun(extended(longer, more));
            }
        });
    }
}

std::vector<Bound> CycleSearch::cycle_of(std::size_t path) const {
    std::vector<Bound> cycle;
    for (; paths_[path].before != none; path = paths_[path].before)
        cycle.push_back(network_.bounds()[paths_[path].through]);
    cycle.push_back(refused_);
    std::reverse(cycle.begin(), cycle.end());
    return cycle;
}

std::vector<Bound> CycleSearch::run() {
    if (refused_.from == refused_.to) return {refused_};
    sort_bounds_by_claim();
    paths_.push_back({refused_.to, 0, none, 0});
    best_[refused_.to] = 0;
    begun_.push_back(0);
    while (!begun_.empty() && steps_ < most_steps) {
        follow_free_bounds();
        if (found_ != none) return cycle_of(found_);
        take_one_claim_more();
        if (found_ != none) return cycle_of(found_);
    }
    return {};
}

}  // namespace

std::vector<Bound> smallest_cycle(const TemporalNetwork& network, const Bound& refused, const ClaimTable& claims) {
    return CycleSearch(network, refused, claims).run();
}

std::vector<ClaimIndex> claims_of(const std::vector<Bound>& bounds, const ClaimTable& claims) {
    std::vector<ClaimIndex> result;
    for (const Bound& bound : bounds) {
        const ClaimIndex claim = claims.of(bound.constraint);
        if (claim != no_claim && std::find(result.begin(), result.end(), claim) == result.end())
            result.push_back(claim);
    }
    return result;
}

namespace {

/// The bounds of a claim added one after the other, each as tight as is possible; the one that had to give way most.
std::optional<Loosening> loosened(TemporalNetwork network, const Model& model, const ClaimTable& claims,
                                  ClaimIndex claim) {
    std::optional<Loosening> most;
    for (const std::size_t i : claims.constraints[claim]) {
        for (const Bound& bound : bounds_of(model.constraints[i], i)) {
            if (network.add(bound)) continue;
            Bound possible = bound;
            for (const Bound& each : network.cycle())
                possible.weight -= each.weight;
            network.add(possible);
            const Loosening loosening{claim, bound, possible.weight};
            if (!most || loosening.amount() > most->amount()) most = loosening;
        }
    }
    return most;
}

bool add_whole(TemporalNetwork& network, const Model& model, const std::vector<std::size_t>& constraints) {
    return std::all_of(constraints.begin(), constraints.end(),
                       [&](std::size_t i) { return network.add(model.constraints[i], i); });
}

}  // namespace

std::vector<Bound> bounds_of(const Constraint& constraint, std::size_t number) {
    std::vector<Bound> bounds;
    if (constraint.low > -never) bounds.push_back({constraint.to, constraint.from, -constraint.low, number});
    if (constraint.high < never) bounds.push_back({constraint.from, constraint.to, constraint.high, number});
    return bounds;
}

std::vector<Loosening> loosenings(const TemporalNetwork& network, const Model& model, const ClaimTable& claims,
                                  const std::vector<Bound>& cycle) {
    constexpr std::size_t most = 12;
    std::vector<Loosening> result;
    const std::vector<ClaimIndex> involved = claims_of(cycle, claims);
    for (std::size_t i = 0; i < std::min(involved.size(), most); ++i) {
        const ClaimIndex claim = involved[i];
        if (claim >= model.statements.size()) continue;  // that an event stands in a section cannot be so by half
        std::optional<Loosening> found;
        if (i == 0) {
            found = loosened(network, model, claims, claim);
        } else {
            TemporalNetwork others = network.without(claims.constraints[claim]);
            if (!add_whole(others, model, claims.constraints[involved.front()])) continue;
            found = loosened(std::move(others), model, claims, claim);
        }
        if (found) result.push_back(*found);
    }
    return result;
}

}  // namespace fabula::timing

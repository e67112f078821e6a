#include "time/loosening.hpp"

#include <algorithm>
#include <optional>

namespace fabula::timing {

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

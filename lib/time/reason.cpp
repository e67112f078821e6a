// ReasonSearch: why a statement cannot be true together with others.
#include <algorithm>
#include <iterator>
#include <utility>

#include "time/agreement.hpp"
#include "time/contradiction_text.hpp"

namespace fabula::timing {

namespace {

/// The smallest cycle of a refused statement with bounds that were added; empty where there is none.
std::vector<Bound> cycle_of(TemporalNetwork& network, const Model& model, const ClaimTable& claims,
                            ClaimIndex refused) {
    const std::size_t before = network.bounds().size();
    std::vector<Bound> impossible;
    std::vector<std::vector<Bound>> found;
    for (const std::size_t i : claims.constraints[refused]) {
        for (const Bound& bound : bounds_of(model.constraints[i], i)) {
            if (network.add(bound)) continue;
            impossible.push_back(bound);
            found.push_back(network.cycle());
        }
    }
    for (const Bound& bound : impossible)
        found.push_back(smallest_cycle(network, bound, claims));
    network.shrink(before);
    if (found.empty()) return {};
    const auto size = [&claims](const std::vector<Bound>& cycle) {
        return std::pair(cycle.empty() ? claims.constraints.size() : claims_of(cycle, claims).size(), cycle.size());
    };
    return *std::min_element(found.begin(), found.end(),
                             [&size](const auto& a, const auto& b) { return size(a) < size(b); });
}

/// A cycle through the axis as two chains from it, which meet where the refused bound, its first, ends.
std::optional<ChainConflict> as_chains(const std::vector<Bound>& cycle, ClaimIndex refused, const Model& model) {
    std::vector<Bound> walk = cycle;
    const auto begin =
        std::find_if(walk.begin(), walk.end(), [&model](const Bound& b) { return b.from == model.axis; });
    if (begin == walk.end()) return std::nullopt;
    const auto place = static_cast<std::size_t>(walk.end() - begin) % walk.size();  // of the refused one, from the axis
    std::rotate(walk.begin(), begin, walk.end());
    const Stretch subject = model.statements[refused].subject;
    const bool upper = walk[place].to == subject.start || walk[place].to == subject.end;
    std::size_t turn = upper || place == 0 ? place + 1 : place;
    if (turn == walk.size()) --turn;
    ChainConflict conflict;
    Ticks limit = 0;
    for (std::size_t i = 0; i < turn; ++i)
        conflict.latest.push_back({walk[i], walk[i].to, limit += walk[i].weight});
    limit = 0;
    for (std::size_t i = walk.size(); i-- > turn;)
        conflict.earliest.push_back({walk[i], walk[i].from, limit -= walk[i].weight});
    return conflict.latest.empty() || conflict.earliest.empty() ? std::nullopt : std::optional(conflict);
}

/// Whether what the calendar counts is told by how long its months and years are on the whole.
bool is_rough(const std::vector<Bound>& cycle, const Model& model) {
    return std::any_of(cycle.begin(), cycle.end(), [&model](const Bound& bound) {
        return bound.constraint < model.constraints.size() && model.constraints[bound.constraint].rough;
    });
}

bool has_rules(const Model& model, ClaimIndex claim) {
    const auto is_its = [claim](const auto& rule) { return rule.statement == claim; };
    return std::any_of(model.sums.begin(), model.sums.end(), is_its) ||
           std::any_of(model.recurrences.begin(), model.recurrences.end(), is_its);
}

}  // namespace

ReasonSearch::ReasonSearch(Agreement& agreement, const Model& model, const ClaimTable& claims)
    : agreement_(agreement), model_(model), claims_(claims) {}

/// In which a bound or a rule of the refused statement takes part once, where there is such a conflict.
std::optional<ChainConflict> ReasonSearch::chains_of(ClaimIndex refused, const std::vector<Bound>& cycle) {
    if (!table_)
        table_ = std::make_unique<ChainTable>(ChainGround{agreement_.network, model_, claims_, agreement_.rules});
    auto conflict = table_->conflict_with(refused);
    if (conflict || (!cycle.empty() && !is_rough(cycle, model_))) return conflict;
    RulesInForce rules = agreement_.rules;
    set_rules(rules, model_, refused, true);
    ChainGround ground{agreement_.network, model_, claims_, rules};
    for (const std::size_t i : claims_.constraints[refused]) {
        for (const Bound& bound : bounds_of(model_.constraints[i], i))
            ground.more.push_back(bound);
    }
    conflict = smallest_conflict(ground, refused);
    ground.circles = true;
    return conflict || !cycle.empty() ? conflict : smallest_conflict(ground, refused);
}

Reason ReasonSearch::of(ClaimIndex refused) {
    Reason reason = found(refused);
    reason.refused = refused;
    return reason;
}

Reason ReasonSearch::found(ClaimIndex refused) {
    Reason reason{cycle_of(agreement_.network, model_, claims_, refused), {}, {}};
    reason.claims = claims_of(reason.cycle, claims_);
    const bool rules = !model_.sums.empty() || !model_.recurrences.empty();
    if (rules && has_rules(model_, refused)) {
        RulesInForce with_it = agreement_.rules;
        set_rules(with_it, model_, refused, true);
        const auto pairs = conflicting_rules(agreement_.network, model_, with_it);
        if (!pairs.empty()) {
            const RuleConflict& pair = pairs.front();
            return {{}, {}, {model_.statement_of(pair.least), model_.statement_of(pair.most)}, pair};
        }
    }
    if (model_.scale.axis() != TimeAxis::calendar && !model_.scale.counts_days()) return reason;
    const bool rough = is_rough(reason.cycle, model_);
    auto chains = rules ? chains_of(refused, reason.cycle) : std::nullopt;
    if (chains) {
        std::vector<ClaimIndex> of_chains = claims_of(*chains, claims_);
        if (reason.cycle.empty() || rough || of_chains.size() <= reason.claims.size())
            return {std::move(reason.cycle), std::move(chains), std::move(of_chains), {}};
    }
    if (!rough) reason.chains = as_chains(reason.cycle, refused, model_);
    return reason;
}

ClaimTable claims_in(const Model& model) {
    ClaimTable claims;
    const auto events = static_cast<ClaimIndex>(model.statements.size());
    claims.constraints.resize(model.statements.size() + model.events.size());
    claims.of_number.assign(model.numbers(), no_claim);
    for (std::size_t i = model.constraints.size(); i < model.numbers(); ++i)
        claims.of_number[i] = model.statement_of(i);
    for (std::size_t i = 0; i < model.constraints.size(); ++i) {
        const Constraint& constraint = model.constraints[i];
        const auto member = membership(constraint, model);
        if (constraint.statement == no_statement && !member) continue;
        const ClaimIndex claim = constraint.statement != no_statement ? constraint.statement
                                                                      : events + static_cast<ClaimIndex>(member->event);
        claims.of_number[i] = claim;
        claims.constraints[claim].push_back(i);
    }
    return claims;
}

}  // namespace fabula::timing

// agreement_of: as few and as weak statements as possible are refused.
#include "time/agreement.hpp"

#include <algorithm>
#include <compare>
#include <map>
#include <numeric>
#include <utility>

#include "time/contradiction.hpp"

namespace fabula::timing {

namespace {

/// Statements of a firmer sort do not give way to any number of weaker ones.
struct Sort {
    Standing standing = Standing::usual;
    Strength strength = Strength::date;  ///< about, identity, or the same for all others

    friend auto operator<=>(const Sort&, const Sort&) = default;
};

Sort sort_of(const Statement& statement) {
    const bool apart = statement.strength == Strength::about || statement.strength == Strength::identity;
    return {statement.standing, apart ? statement.strength : Strength::date};
}

/// The firmest statements first; of those that are as firm, the first in the story.
std::vector<ClaimIndex> adding_order(const Model& model) {
    std::vector<ClaimIndex> order(model.statements.size());
    std::iota(order.begin(), order.end(), ClaimIndex{0});
    std::stable_sort(order.begin(), order.end(), [&](ClaimIndex a, ClaimIndex b) {
        const Statement& first = model.statements[a];
        const Statement& second = model.statements[b];
        return std::pair(first.standing, first.strength) > std::pair(second.standing, second.strength);
    });
    return order;
}

/// Adds what follows from what words mean.
void add_meanings(TemporalNetwork& network, const Model& model) {
    for (std::size_t i = 0; i < model.constraints.size(); ++i) {
        if (model.constraints[i].statement == no_statement) network.add(model.constraints[i], i);
    }
}

/// Whether any times within `limits` keep the bounds and rules of a claim, looked at each for itself: where not, the
/// claim cannot be true.
bool fits(const Limits& limits, const Model& model, const ClaimTable& claims, ClaimIndex claim) {
    const auto sum = [](Ticks a, Ticks b) { return a <= -never || b <= -never ? -never : a + b; };
    for (const std::size_t i : claims.constraints[claim]) {
        const Constraint& constraint = model.constraints[i];
        const Ticks least = sum(limits.earliest[constraint.to], -limits.latest[constraint.from]);
        const Ticks most = -sum(limits.earliest[constraint.from], -limits.latest[constraint.to]);
        if (least > constraint.high || most < constraint.low) return false;
    }
    for (const CalendarSum& rule : model.sums) {
        if (rule.statement != claim) continue;
        const Ticks earliest = limits.earliest[rule.from];
        const Ticks latest = limits.latest[rule.from];
        if (earliest > -never / 2 && rule.earliest(earliest, model.scale) > limits.latest[rule.to]) return false;
        if (latest < never / 2 && rule.latest(latest, model.scale) < limits.earliest[rule.to]) return false;
    }
    for (const Recurrence& rule : model.recurrences) {
        if (rule.statement != claim || !has_meaning(rule, model.scale)) continue;
        const Ticks earliest = limits.earliest[rule.moment];
        if (earliest > -never / 2 && rule.next(earliest, model.scale) > limits.latest[rule.moment]) return false;
    }
    return true;
}

/// Builds an agreement.
class Agreeing {
public:
    Agreeing(TemporalNetwork network, const Model& model, const ClaimTable& claims)
        : model_(model),
          claims_(claims),
          has_rules_(!model.sums.empty() || !model.recurrences.empty()),
          order_(adding_order(model)),
          place_(model.statements.size()),
          cleared_(model.statements.size(), false),
          result_{std::move(network), all_rules(model), {}, {}, {}} {
        for (std::size_t i = 0; i < order_.size(); ++i)
            place_[order_[i]] = i;
    }

    [[nodiscard]] Agreement run() && {
        add_all();
        if (has_rules_) refuse_by_rules();
        if (has_rules_ && !result_.refused.empty()) add_back();
        explain_all();
        spare_many_for_one();
        return std::move(result_);
    }

private:
    static constexpr int most_tries = 24;

    void add_all();
    void refuse_by_rules();
    void refuse(const std::vector<ClaimIndex>& claims);
    void add_back();
    void explain_all(std::optional<ClaimIndex> without = std::nullopt);
    void spare_many_for_one();
    [[nodiscard]] std::optional<ClaimIndex> suspect() const;
    [[nodiscard]] bool spare_those_against(ClaimIndex suspect);
    [[nodiscard]] bool try_to_add(ClaimIndex claim);
    [[nodiscard]] std::vector<ClaimIndex> weakest_of_each(const std::vector<std::vector<ClaimIndex>>& conflicts) const;
    [[nodiscard]] std::vector<std::vector<ClaimIndex>> conflicts();
    [[nodiscard]] bool is_statement(ClaimIndex claim) const { return claim < model_.statements.size(); }
    [[nodiscard]] bool is_weaker(ClaimIndex a, ClaimIndex b) const { return place_[a] > place_[b]; }

    const Model& model_;
    const ClaimTable& claims_;
    bool has_rules_;
    std::vector<ClaimIndex> order_;
    std::vector<std::size_t> place_;  // in that order, by claim
    std::vector<bool> cleared_;       // by claim: to refuse it spares no others
    Agreement result_;
};

/// Adds what follows from what words mean, then one statement after the other; what contradicts the ones before it is
/// left out.
void Agreeing::add_all() {
    add_meanings(result_.network, model_);
    for (const ClaimIndex claim : order_) {
        if (add_claim(result_.network, model_, claims_, claim)) continue;
        result_.refused.push_back(claim);
        set_rules(result_.rules, model_, claim, false);
    }
}

/// What statements the rules of the calendar leave no time for, so far as can be seen at once.
std::vector<std::vector<ClaimIndex>> Agreeing::conflicts() {
    std::vector<std::vector<ClaimIndex>> found;
    for (const RuleConflict& pair : conflicting_rules(result_.network, model_, result_.rules))
        found.push_back({model_.statement_of(pair.least), model_.statement_of(pair.most)});
    if (!found.empty()) return found;
    Tightened tightened = tightened_or_not(result_.network, model_, result_.rules);
    result_.limits = std::move(tightened.limits);
    for (const std::vector<std::size_t>& numbers : tightened.conflicts) {
        auto& conflict = found.emplace_back();
        for (const std::size_t number : numbers)
            conflict.push_back(claims_.of(number));
    }
    return found;
}

/// One statement of each conflict, as long as it has none that is another's.
std::vector<ClaimIndex> Agreeing::weakest_of_each(const std::vector<std::vector<ClaimIndex>>& conflicts) const {
    std::vector<ClaimIndex> weakest;
    const auto is_chosen = [&weakest](ClaimIndex claim) {
        return std::find(weakest.begin(), weakest.end(), claim) != weakest.end();
    };
    for (const std::vector<ClaimIndex>& conflict : conflicts) {
        if (std::any_of(conflict.begin(), conflict.end(), is_chosen)) continue;
        std::optional<ClaimIndex> choice;
        for (const ClaimIndex claim : conflict) {
            if (is_statement(claim) && (!choice || is_weaker(claim, *choice))) choice = claim;
        }
        if (choice) weakest.push_back(*choice);
    }
    return weakest;
}

/// Leaves out statements until the rules of the calendar leave a time for every moment.
void Agreeing::refuse_by_rules() {
    while (true) {
        const std::vector<ClaimIndex> weakest = weakest_of_each(conflicts());
        if (weakest.empty()) break;
        refuse(weakest);
    }
    std::sort(result_.refused.begin(), result_.refused.end(),
              [this](ClaimIndex a, ClaimIndex b) { return is_weaker(b, a); });
}

void Agreeing::refuse(const std::vector<ClaimIndex>& claims) {
    std::vector<std::size_t> numbers;
    for (const ClaimIndex claim : claims) {
        result_.refused.push_back(claim);
        set_rules(result_.rules, model_, claim, false);
        numbers.insert(numbers.end(), claims_.constraints[claim].begin(), claims_.constraints[claim].end());
    }
    result_.network = result_.network.without(numbers);
    result_.limits.reset();
}

bool Agreeing::try_to_add(ClaimIndex claim) {
    const std::size_t before = result_.network.bounds().size();
    if (!add_claim(result_.network, model_, claims_, claim)) return false;
    if (!has_rules_) return true;
    set_rules(result_.rules, model_, claim, true);
    if (conflicting_rules(result_.network, model_, result_.rules).empty()) {
        if (auto limits = tightened(result_.network, model_, result_.rules)) {
            result_.limits = std::move(limits);
            return true;
        }
    }
    set_rules(result_.rules, model_, claim, false);
    result_.network.shrink(before);
    return false;
}

/// Adds again what was refused for the sake of something that is refused now, too: the firmest first.
void Agreeing::add_back() {
    std::vector<ClaimIndex> refused;
    for (const ClaimIndex claim : result_.refused) {
        const bool possible = !result_.limits || fits(*result_.limits, model_, claims_, claim);
        if (!possible || !try_to_add(claim)) refused.push_back(claim);
    }
    result_.refused = std::move(refused);
}

/// Finds the reasons that are not known, or in which `without` takes part, which is refused by now.
void Agreeing::explain_all(std::optional<ClaimIndex> without) {
    ReasonSearch search(result_, model_, claims_);
    std::map<ClaimIndex, Reason> known;
    for (Reason& reason : result_.reasons) {
        const auto& claims = reason.claims;
        const bool gone = without && std::find(claims.begin(), claims.end(), *without) != claims.end();
        if (!gone) known.emplace(reason.refused, std::move(reason));
    }
    result_.reasons.clear();
    for (std::size_t i = 0; i < std::min(result_.refused.size(), most_explained); ++i) {
        const auto found = known.find(result_.refused[i]);
        result_.reasons.push_back(found != known.end() ? std::move(found->second) : search.of(result_.refused[i]));
    }
}

/// The statement that takes part in the most contradictions, two or more: of those that could be added, and were not
/// tried before; of several the weakest.
std::optional<ClaimIndex> Agreeing::suspect() const {
    std::vector<std::size_t> counts(model_.statements.size(), 0);
    std::optional<ClaimIndex> most;
    for (const Reason& reason : result_.reasons) {
        for (const ClaimIndex claim : reason.claims) {
            if (is_statement(claim) && !cleared_[claim]) ++counts[claim];
        }
    }
    for (const ClaimIndex claim : order_) {
        if (counts[claim] >= 2 && (!most || counts[claim] >= counts[*most])) most = claim;
    }
    return most;
}

/// Refuses `suspect` if that spares more than one of the statements that contradict it.
bool Agreeing::spare_those_against(ClaimIndex suspect) {
    Agreement before = result_;
    refuse({suspect});
    std::vector<ClaimIndex> refused = std::move(before.refused);
    std::vector<ClaimIndex> spared;
    for (std::size_t i = 0; i < before.reasons.size(); ++i) {
        const auto& claims = before.reasons[i].claims;
        const bool against = std::find(claims.begin(), claims.end(), suspect) != claims.end();
        const bool may_be = sort_of(model_.statements[refused[i]]) >= sort_of(model_.statements[suspect]);
        if (against && may_be && try_to_add(refused[i])) spared.push_back(refused[i]);
    }
    before.refused = refused;
    if (spared.size() < 2) {
        result_ = std::move(before);
        return false;
    }
    const auto is_spared = [&spared](ClaimIndex claim) {
        return std::find(spared.begin(), spared.end(), claim) != spared.end();
    };
    refused.erase(std::remove_if(refused.begin(), refused.end(), is_spared), refused.end());
    refused.insert(std::upper_bound(refused.begin(), refused.end(), suspect,
                                    [this](ClaimIndex a, ClaimIndex b) { return is_weaker(b, a); }),
                   suspect);
    result_.refused = std::move(refused);
    add_back();
    return true;
}

/// Looks for statements each of which stands against several others, so that it is told once that they are wrong, and
/// not with each of the others.
void Agreeing::spare_many_for_one() {
    for (int tries = 0; tries < most_tries; ++tries) {
        const auto next = suspect();
        if (!next) return;
        cleared_[*next] = true;
        if (spare_those_against(*next)) explain_all(next);
    }
}

}  // namespace

bool add_claim(TemporalNetwork& network, const Model& model, const ClaimTable& claims, ClaimIndex claim) {
    const std::size_t before = network.bounds().size();
    for (const std::size_t i : claims.constraints[claim]) {
        if (network.add(model.constraints[i], i)) continue;
        network.shrink(before);
        return false;
    }
    return true;
}

void set_rules(RulesInForce& rules, const Model& model, ClaimIndex claim, bool in_force) {
    if (claim >= rules.refused.size()) return;
    rules.refused[claim] = !in_force;
    for (std::size_t i = 0; i < rules.sums.size(); ++i) {
        if (model.sums[i].statement == claim) rules.sums[i] = in_force;
    }
    for (std::size_t i = 0; i < rules.recurrences.size(); ++i) {
        if (model.recurrences[i].statement == claim)
            rules.recurrences[i] = in_force && has_meaning(model.recurrences[i], model.scale);
    }
}

TemporalNetwork network_of(const Model& model) {
    TemporalNetwork network(model.moments.size(), model.axis);
    network.prepare(model.constraints);
    add_meanings(network, model);
    const ClaimTable claims = claims_in(model);
    for (const ClaimIndex claim : adding_order(model))
        add_claim(network, model, claims, claim);
    if (model.sums.empty() && model.recurrences.empty()) return network;
    if (const auto limits = tightened(network, model, all_rules(model))) add_limits(network, model, *limits);
    return network;
}

Agreement agreement_of(TemporalNetwork network, const Model& model, const ClaimTable& claims) {
    network.prepare(model.constraints);
    return Agreeing(std::move(network), model, claims).run();
}

}  // namespace fabula::timing

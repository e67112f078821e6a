// add_statements: which statements cannot all be true.
#include "time/contradiction.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <optional>

#include "time/chains.hpp"
#include "time/contradiction_text.hpp"
#include "time/smallest_cycle.hpp"

namespace fabula::timing {

namespace {

constexpr std::size_t most = 20;  // each costs searches of the whole network, and to fix one often fixes others

/// How far apart two moments can come to stand by this bound alone.
Ticks reach_of(const Constraint& constraint) {
    const Ticks low = constraint.low <= -never ? 0 : std::abs(constraint.low);
    const Ticks high = constraint.high >= never ? 0 : std::abs(constraint.high);
    return std::max(low, high);
}

/// A path through the network comes by its axes and each distance once: where all of them together are no farther than
/// that, no sum of times on the way leaves the range of Ticks.
std::optional<Diagnostic> out_of_reach(const Model& model) {
    constexpr Ticks farthest = never / 4;  // some thousand million years
    Ticks points = 0;
    Ticks distances = 0;
    const Constraint* longest = nullptr;
    for (const Constraint& constraint : model.constraints) {
        const Ticks reach = reach_of(constraint);
        if (longest == nullptr || reach > reach_of(*longest)) longest = &constraint;
        const Meaning::Kind kind = model.moments[constraint.from].kind;
        const bool point = kind == Meaning::Kind::axis || kind == Meaning::Kind::dates;
        if (point) points = std::max(points, 2 * reach);
        if (!point) distances = std::min(distances + reach, farthest);
    }
    if (points + distances < farthest) return std::nullopt;
    const Span span = longest->statement == no_statement ? Span{} : model.statements[longest->statement].span;
    return make_diagnostic("out-of-range", span, "the lengths of time in this story add up to more than can be counted",
                           "make them shorter, this one first");
}

bool is_point(const Model& model, const Constraint& constraint) {
    const Meaning::Kind kind = model.moments[constraint.from].kind;
    return kind == Meaning::Kind::axis || kind == Meaning::Kind::dates || kind == Meaning::Kind::birth;
}

/// Statements in the order in which they are tried: points of time (dates, ages, the clock), then distances, then
/// those of `last`.
std::vector<ClaimIndex> adding_order(const Model& model, const std::vector<ClaimIndex>& last) {
    std::vector<int> group(model.statements.size(), 0);
    for (const Constraint& constraint : model.constraints) {
        if (constraint.statement != no_statement && !is_point(model, constraint)) group[constraint.statement] = 1;
    }
    for (const ClaimIndex claim : last)
        group[claim] = 2;
    std::vector<ClaimIndex> order(model.statements.size());
    std::iota(order.begin(), order.end(), ClaimIndex{0});
    std::stable_sort(order.begin(), order.end(), [&](ClaimIndex a, ClaimIndex b) { return group[a] < group[b]; });
    return order;
}

/// What could be added, and what could not.
struct Attempt {
    TemporalNetwork network;
    std::vector<ClaimIndex> refused;
    bool gave_up = false;  ///< there were more
    RulesInForce rules;
};

/// Puts the rules of a statement in force, or takes them out of it.
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

/// Adds all constraints of a statement, or none.
bool add_claim(TemporalNetwork& network, const Model& model, const std::vector<std::size_t>& constraints) {
    const std::size_t before = network.bounds().size();
    for (const std::size_t i : constraints) {
        if (network.add(model.constraints[i], i)) continue;
        network.shrink(before);
        return false;
    }
    return true;
}

/// The statements that rules in force come from.
std::vector<ClaimIndex> statements_with_rules(const Model& model, const RulesInForce& rules) {
    std::vector<ClaimIndex> result;
    for (std::size_t i = 0; i < model.sums.size(); ++i) {
        if (rules.sums[i]) result.push_back(model.sums[i].statement);
    }
    for (std::size_t i = 0; i < model.recurrences.size(); ++i) {
        if (rules.recurrences[i]) result.push_back(model.recurrences[i].statement);
    }
    return result;
}

/// Leaves out statements until the rules of the calendar leave a time for every moment: each time that one of the
/// smallest conflict which is tried last.
void refuse_by_rules(Attempt& attempt, const Model& model, const ClaimTable& claims,
                     const std::vector<ClaimIndex>& order) {
    std::vector<std::size_t> place(model.statements.size(), 0);
    for (std::size_t i = 0; i < order.size(); ++i)
        place[order[i]] = i;
    const auto refuse = [&](ClaimIndex claim) {
        attempt.gave_up = attempt.refused.size() == most;
        if (attempt.gave_up) return;
        attempt.refused.push_back(claim);
        attempt.network = attempt.network.without(claims.constraints[claim]);
        set_rules(attempt.rules, model, claim, false);
    };
    while (!attempt.gave_up) {
        const auto conflict = conflicting_rules(attempt.network, model, attempt.rules);
        if (!conflict) break;
        const ClaimIndex least = model.statement_of(conflict->least);
        const ClaimIndex greatest = model.statement_of(conflict->most);
        refuse(place[least] > place[greatest] ? least : greatest);
    }
    while (!attempt.gave_up && !tightened(attempt.network, model, attempt.rules)) {
        ChainGround ground{attempt.network, model, claims, attempt.rules};
        auto conflict = smallest_conflict(ground);
        ground.circles = true;
        if (!conflict) conflict = smallest_conflict(ground);
        ClaimIndex latest = no_claim;
        for (const ClaimIndex claim :
             conflict ? claims_of(*conflict, claims) : statements_with_rules(model, attempt.rules)) {
            if (claim < place.size() && (latest == no_claim || place[claim] > place[latest])) latest = claim;
        }
        if (latest == no_claim) return;
        refuse(latest);
    }
}

/// Adds what follows from what words mean, then one statement after the other, those of `last` at the end; what
/// contradicts the ones before it is left out.
Attempt add_in_order(const TemporalNetwork& empty, const Model& model, const ClaimTable& claims,
                     const std::vector<ClaimIndex>& last) {
    Attempt attempt{empty, {}, false, all_rules(model)};
    for (std::size_t i = 0; i < model.constraints.size(); ++i) {
        if (model.constraints[i].statement == no_statement) attempt.network.add(model.constraints[i], i);
    }
    const std::vector<ClaimIndex> order = adding_order(model, last);
    for (const ClaimIndex claim : order) {
        if (add_claim(attempt.network, model, claims.constraints[claim])) continue;
        attempt.gave_up = attempt.refused.size() == most;
        if (attempt.gave_up) break;
        attempt.refused.push_back(claim);
        set_rules(attempt.rules, model, claim, false);
    }
    if (!model.sums.empty() || !model.recurrences.empty()) refuse_by_rules(attempt, model, claims, order);
    return attempt;
}

/// Why a statement was refused: a cycle of bounds, or where times of the axis take part, two chains from it.
struct Reason {
    std::vector<Bound> cycle;
    std::optional<ChainConflict> chains;
    std::vector<ClaimIndex> claims;
    std::optional<RuleConflict> rules = {};  ///< or two rules that no date can keep
};

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

std::optional<ChainConflict> chains_of(const Attempt& attempt, const Model& model, const ClaimTable& claims,
                                       ClaimIndex refused, bool has_other_reason) {
    RulesInForce rules = attempt.rules;
    set_rules(rules, model, refused, true);
    ChainGround ground{attempt.network, model, claims, rules};
    for (const std::size_t i : claims.constraints[refused]) {
        for (const Bound& bound : bounds_of(model.constraints[i], i))
            ground.more.push_back(bound);
    }
    auto conflict = smallest_conflict(ground, refused);
    ground.circles = true;
    return conflict || has_other_reason ? conflict : smallest_conflict(ground, refused);
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

/// The smallest contradiction of a refused statement with those that were added. What the calendar counts exactly is
/// told so, and not by how long its months are on the whole.
Reason explain(Attempt& attempt, const Model& model, const ClaimTable& claims, ClaimIndex refused) {
    Reason reason{cycle_of(attempt.network, model, claims, refused), {}, {}};
    reason.claims = claims_of(reason.cycle, claims);
    const bool rules = !model.sums.empty() || !model.recurrences.empty();
    if (rules) {
        RulesInForce with_it = attempt.rules;
        set_rules(with_it, model, refused, true);
        if (const auto pair = conflicting_rules(attempt.network, model, with_it))
            return {{}, {}, {model.statement_of(pair->least), model.statement_of(pair->most)}, pair};
    }
    if (model.scale.axis() != TimeAxis::calendar && !model.scale.counts_days()) return reason;
    const bool rough = std::any_of(reason.cycle.begin(), reason.cycle.end(), [&model](const Bound& bound) {
        return bound.constraint < model.constraints.size() && model.constraints[bound.constraint].rough;
    });
    auto chains = rules ? chains_of(attempt, model, claims, refused, !reason.cycle.empty() && !rough) : std::nullopt;
    if (chains) {
        std::vector<ClaimIndex> of_chains = claims_of(*chains, claims);
        if (reason.cycle.empty() || rough || of_chains.size() <= reason.claims.size())
            return {std::move(reason.cycle), std::move(chains), std::move(of_chains), {}};
    }
    if (!rough) reason.chains = as_chains(reason.cycle, refused, model);
    return reason;
}

std::vector<std::vector<ClaimIndex>> explain_all(Attempt& attempt, const Model& model, const ClaimTable& claims) {
    std::vector<std::vector<ClaimIndex>> sets;
    for (const ClaimIndex claim : attempt.refused)
        sets.push_back(explain(attempt, model, claims, claim).claims);
    return sets;
}

/// The statements that take part in the most contradictions, two or more: of those that could be added, and were not
/// tried before.
std::vector<ClaimIndex> suspects(const std::vector<std::vector<ClaimIndex>>& sets, const Model& model,
                                 const std::vector<bool>& cleared) {
    std::vector<std::size_t> counts(model.statements.size(), 0);
    for (const auto& claims : sets) {
        for (const ClaimIndex claim : claims) {
            if (claim < counts.size() && !cleared[claim]) ++counts[claim];
        }
    }
    std::vector<ClaimIndex> result;
    const std::size_t highest = counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
    for (ClaimIndex claim = 0; claim < counts.size() && highest >= 2; ++claim) {
        if (counts[claim] == highest) result.push_back(claim);
    }
    return result;
}

/// Looks for statements each of which stands against several others, so that it is told once that they are wrong, and
/// not with each of the others: where fewer are refused if one is added last, it is added last. Stops where it costs
/// too much.
class Blame {
public:
    Blame(const TemporalNetwork& empty, const Model& model, const ClaimTable& claims)
        : empty_(empty), model_(model), claims_(claims), cleared_(model.statements.size(), false) {}

    [[nodiscard]] Attempt find() {
        Attempt attempt = try_with_last();
        // Where there are more than are listed, it is not worth the while to weigh rules for each.
        const bool costly = attempt.gave_up && (!model_.sums.empty() || !model_.recurrences.empty());
        while (attempt.refused.size() > 1 && !costly && may_go_on() && improve(attempt)) {
        }
        return attempt;
    }

private:
    static constexpr int most_tries = 24;
    static constexpr std::size_t most_steps = 10'000'000;

    [[nodiscard]] bool may_go_on() const { return tries_ < most_tries && steps_ < most_steps; }

    Attempt try_with_last() {
        Attempt attempt = add_in_order(empty_, model_, claims_, last_);
        steps_ += attempt.network.steps();
        return attempt;
    }

    bool improve(Attempt& attempt) {
        for (const ClaimIndex suspect : suspects(explain_all(attempt, model_, claims_), model_, cleared_)) {
            if (!may_go_on()) return false;
            ++tries_;
            cleared_[suspect] = true;
            last_.push_back(suspect);
            Attempt other = try_with_last();
            const auto badness = [](const Attempt& a) { return a.refused.size() + (a.gave_up ? 1 : 0); };
            if (badness(other) < badness(attempt)) {
                attempt = std::move(other);
                return true;
            }
            last_.pop_back();
        }
        return false;
    }

    const TemporalNetwork& empty_;
    const Model& model_;
    const ClaimTable& claims_;
    std::vector<bool> cleared_;
    std::vector<ClaimIndex> last_;
    int tries_ = 0;
    std::size_t steps_ = 0;
};

/// Statements, and after them for each event that it stands in its section: a statement too, though no phrase makes it.
}  // namespace

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

Diagnostics add_statements(TemporalNetwork& network, const Model& model, const Story& story) {
    if (auto fault = out_of_reach(model)) return {*std::move(fault)};
    network.prepare(model.constraints);
    const ClaimTable claims = claims_in(model);
    Attempt attempt = Blame(network, model, claims).find();
    Diagnostics diagnostics;
    for (const ClaimIndex refused : attempt.refused) {
        const Reason reason = explain(attempt, model, claims, refused);
        if (reason.rules) {
            diagnostics.push_back(contradiction(*reason.rules, refused, model, story));
        } else if (reason.chains) {
            diagnostics.push_back(contradiction(*reason.chains, refused, model, story));
        } else if (!reason.cycle.empty()) {
            const auto mends = loosenings(attempt.network, model, claims, reason.cycle);
            diagnostics.push_back(contradiction(reason.cycle, mends, refused, model, story));
        } else {
            diagnostics.push_back(make_diagnostic("contradiction", model.statements[refused].span,
                                                  "this cannot be true together with all the rest",
                                                  "change it, or what it depends on"));
        }
    }
    if (attempt.gave_up) {
        diagnostics.push_back(make_diagnostic("more-findings", {}, "there are more contradictions than are listed",
                                              "fix those listed and look again"));
    }
    network = std::move(attempt.network);
    const bool rules = !model.sums.empty() || !model.recurrences.empty();
    if (diagnostics.empty() && rules) {
        if (const auto limits = tightened(network, model, attempt.rules)) add_limits(network, model, *limits);
    }
    return sorted(std::move(diagnostics));
}

}  // namespace fabula::timing

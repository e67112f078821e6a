// add_statements: which statements cannot all be true.
#include "time/contradiction.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <optional>

#include "time/contradiction_text.hpp"
#include "time/loosening.hpp"

namespace fabula::timing {

namespace {

constexpr std::size_t most = 20;  // each costs searches of the whole network, and to mend one often mends others

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
std::vector<ClaimIndex> adding_order(const Model& model, const ClaimTable& claims,
                                     const std::vector<ClaimIndex>& last) {
    std::vector<int> group(model.statements.size(), 0);
    for (const Constraint& constraint : model.constraints) {
        if (constraint.statement != no_statement && !is_point(model, constraint)) group[constraint.statement] = 1;
    }
    for (const ClaimIndex claim : last)
        group[claim] = 2;
    std::vector<ClaimIndex> order(model.statements.size());
    std::iota(order.begin(), order.end(), ClaimIndex{0});
    std::stable_sort(order.begin(), order.end(), [&](ClaimIndex a, ClaimIndex b) { return group[a] < group[b]; });
    order.erase(std::remove_if(order.begin(), order.end(), [&](ClaimIndex c) { return claims.constraints[c].empty(); }),
                order.end());
    return order;
}

/// What could be added, and what could not.
struct Attempt {
    TemporalNetwork network;
    std::vector<ClaimIndex> refused;
    bool gave_up = false;  ///< there were more
};

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

/// Adds what follows from what words mean, then one statement after the other, those of `last` at the end; what
/// contradicts the ones before it is left out.
Attempt add_in_order(const TemporalNetwork& empty, const Model& model, const ClaimTable& claims,
                     const std::vector<ClaimIndex>& last) {
    Attempt attempt{empty, {}};
    for (std::size_t i = 0; i < model.constraints.size(); ++i) {
        if (model.constraints[i].statement == no_statement) attempt.network.add(model.constraints[i], i);
    }
    for (const ClaimIndex claim : adding_order(model, claims, last)) {
        if (add_claim(attempt.network, model, claims.constraints[claim])) continue;
        attempt.gave_up = attempt.refused.size() == most;
        if (attempt.gave_up) break;
        attempt.refused.push_back(claim);
    }
    return attempt;
}

/// The smallest contradiction of a refused statement with those that were added.
std::vector<Bound> explain(TemporalNetwork& network, const Model& model, const ClaimTable& claims, ClaimIndex refused) {
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
    const auto size = [&claims](const std::vector<Bound>& cycle) {
        return std::pair(cycle.empty() ? claims.constraints.size() : claims_of(cycle, claims).size(), cycle.size());
    };
    return *std::min_element(found.begin(), found.end(),
                             [&size](const auto& a, const auto& b) { return size(a) < size(b); });
}

std::vector<std::vector<Bound>> explain_all(Attempt& attempt, const Model& model, const ClaimTable& claims) {
    std::vector<std::vector<Bound>> cycles;
    for (const ClaimIndex claim : attempt.refused)
        cycles.push_back(explain(attempt.network, model, claims, claim));
    return cycles;
}

/// The statements that take part in the most contradictions, two or more: of those that could be added, and were not
/// tried before.
std::vector<ClaimIndex> suspects(const std::vector<std::vector<Bound>>& cycles, const Model& model,
                                 const ClaimTable& claims, const std::vector<bool>& cleared) {
    std::vector<std::size_t> counts(model.statements.size(), 0);
    for (const auto& cycle : cycles) {
        for (const ClaimIndex claim : claims_of(cycle, claims)) {
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
        while (attempt.refused.size() > 1 && may_go_on() && improve(attempt)) {
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
        for (const ClaimIndex suspect : suspects(explain_all(attempt, model_, claims_), model_, claims_, cleared_)) {
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
ClaimTable claims_in(const Model& model) {
    ClaimTable claims;
    const auto events = static_cast<ClaimIndex>(model.statements.size());
    claims.constraints.resize(model.statements.size() + model.events.size());
    claims.of_constraint.assign(model.constraints.size(), no_claim);
    for (std::size_t i = 0; i < model.constraints.size(); ++i) {
        const Constraint& constraint = model.constraints[i];
        const auto member = membership(constraint, model);
        if (constraint.statement == no_statement && !member) continue;
        const ClaimIndex claim = constraint.statement != no_statement ? constraint.statement
                                                                      : events + static_cast<ClaimIndex>(member->event);
        claims.of_constraint[i] = claim;
        claims.constraints[claim].push_back(i);
    }
    return claims;
}

}  // namespace

Diagnostics add_statements(TemporalNetwork& network, const Model& model, const Story& story) {
    if (auto fault = out_of_reach(model)) return {*std::move(fault)};
    network.prepare(model.constraints);
    const ClaimTable claims = claims_in(model);
    Attempt attempt = Blame(network, model, claims).find();
    Diagnostics diagnostics;
    for (const ClaimIndex refused : attempt.refused) {
        const std::vector<Bound> cycle = explain(attempt.network, model, claims, refused);
        const auto mends = loosenings(attempt.network, model, claims, cycle);
        diagnostics.push_back(contradiction(cycle, mends, refused, model, story));
    }
    if (attempt.gave_up) {
        diagnostics.push_back(make_diagnostic("more-findings", {}, "there are more contradictions than are listed",
                                              "mend those listed and look again"));
    }
    network = std::move(attempt.network);
    return sorted(std::move(diagnostics));
}

}  // namespace fabula::timing

// RepairSearch: which changes of one statement make a contradiction go away.
#include "time/repairs.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <fmt/format.h>
#include <numeric>
#include <tuple>
#include <utility>

#include "story/duration.hpp"
#include "story/phrase.hpp"
#include "time/phrases.hpp"

namespace fabula::timing {

namespace {

constexpr std::size_t most_repairs = 5;      // of one contradiction
constexpr std::size_t most_statements = 6;   // of one contradiction, that are looked at
constexpr std::size_t most_spent = 400'000;  // bounds and rules gone through for all of a story
constexpr std::size_t cost_of_a_rule = 8;    // in bounds

/// Which moments are bound to each other by more than the axis.
class Groups {
public:
    explicit Groups(const Model& model) : axis_(model.axis), parent_(model.moments.size()) {
        std::iota(parent_.begin(), parent_.end(), Variable{0});
        for (const Constraint& constraint : model.constraints)
            join(constraint.from, constraint.to);
        for (const CalendarSum& sum : model.sums)
            join(sum.from, sum.to);
    }

    [[nodiscard]] std::vector<Variable> take() && {
        for (Variable v = 0; v < parent_.size(); ++v)
            parent_[v] = of(v);
        return std::move(parent_);
    }

private:
    Variable of(Variable v) {
        while (parent_[v] != v)
            v = parent_[v] = parent_[parent_[v]];
        return v;
    }

    void join(Variable a, Variable b) {
        if (a != axis_ && b != axis_) parent_[of(a)] = of(b);
    }

    Variable axis_;
    std::vector<Variable> parent_;
};

/// Places in the text that several statements come from, such as a state of two characters: a change there changes all.
std::vector<std::size_t> shared_places(const Model& model) {
    std::vector<std::size_t> places;
    for (const Statement& statement : model.statements)
        places.push_back(statement.span.offset);
    std::sort(places.begin(), places.end());
    std::vector<std::size_t> shared;
    for (std::size_t i = 1; i < places.size(); ++i) {
        if (places[i] == places[i - 1] && (shared.empty() || shared.back() != places[i])) shared.push_back(places[i]);
    }
    return shared;
}

}  // namespace

/// A repair, and what it is ranked by.
struct RepairSearch::Candidate {
    Repair repair;
    int sort = 0;  ///< something more or less, another order, or nothing any more
    Ticks amount = 0;
    Standing standing = Standing::usual;
    Strength strength = Strength::about;

    /// Of changes that are about as large, that of the weaker statement comes first.
    [[nodiscard]] auto rank() const {
        const auto size = std::bit_width(static_cast<std::uint64_t>(amount));
        return std::tuple(standing == Standing::sure, sort, size, strength, amount);
    }
};

/// All that agrees, without one statement, and with the refused one.
struct RepairSearch::Ground {
    TemporalNetwork network;
    RulesInForce rules;
};

RepairSearch::RepairSearch(const Agreement& agreement, const Model& model, const ClaimTable& claims, const Story& story)
    : model_(model),
      claims_(claims),
      story_(story),
      text_(story.sources()),
      part_(model),
      refused_(model.statements.size(), false),
      group_(Groups(model).take()),
      shared_places_(shared_places(model)) {
    for (const ClaimIndex claim : agreement.refused)
        refused_[claim] = true;
}

/// Bounds and rules from the groups of these statements, but not those of other refused ones.
void RepairSearch::take_connected_part(const std::vector<ClaimIndex>& claims) {
    std::vector<bool> wanted(model_.moments.size(), false);
    std::vector<bool> named(model_.statements.size(), false);
    const auto want = [&](Variable v) {
        if (v != model_.axis) wanted[group_[v]] = true;
    };
    for (const ClaimIndex claim : claims) {
        if (claim >= model_.statements.size()) continue;
        named[claim] = true;
        for (const std::size_t i : claims_.constraints[claim]) {
            want(model_.constraints[i].from);
            want(model_.constraints[i].to);
        }
        want(model_.statements[claim].subject.start);
        want(model_.statements[claim].subject.end);
    }
    const auto is_wanted = [&](Variable v, StatementIndex statement) {
        const bool out = statement != no_statement && refused_[statement] && !named[statement];
        return !out && v != model_.axis && wanted[group_[v]];
    };
    part_.constraints.clear();
    part_.sums.clear();
    part_.recurrences.clear();
    for (const Constraint& constraint : model_.constraints) {
        if (is_wanted(constraint.from, constraint.statement) || is_wanted(constraint.to, constraint.statement))
            part_.constraints.push_back(constraint);
    }
    for (const CalendarSum& sum : model_.sums) {
        if (is_wanted(sum.from, sum.statement) || is_wanted(sum.to, sum.statement)) part_.sums.push_back(sum);
    }
    for (const Recurrence& recurrence : model_.recurrences) {
        if (is_wanted(recurrence.moment, recurrence.statement)) part_.recurrences.push_back(recurrence);
    }
}

std::optional<RepairSearch::Ground> RepairSearch::ground_without(ClaimIndex claim, ClaimIndex refused) {
    Ground ground{TemporalNetwork(part_.moments.size(), part_.axis), all_rules(part_)};
    const auto add_those_of = [&](auto&& is_wanted) {
        for (std::size_t i = 0; i < part_.constraints.size(); ++i) {
            if (is_wanted(part_.constraints[i].statement) && !ground.network.add(part_.constraints[i], i)) return false;
        }
        return true;
    };
    spent_ += part_.constraints.size();
    const auto all_others = [&](StatementIndex said) { return said != claim && said != refused; };
    if (!add_those_of(all_others)) return std::nullopt;
    if (refused != claim && !add_those_of([refused](StatementIndex said) { return said == refused; }))
        return std::nullopt;
    set_rules(ground.rules, part_, claim, false);
    if (part_.sums.empty() && part_.recurrences.empty()) return ground;
    spent_ += part_.constraints.size() + cost_of_a_rule * (part_.sums.size() + part_.recurrences.size());
    if (!conflicting_rules(ground.network, part_, ground.rules).empty()) return std::nullopt;
    const auto limits = tightened_within(most_steps(), ground.network, part_, ground.rules);
    if (!limits) return std::nullopt;
    add_limits(ground.network, part_, *limits);
    return ground;
}

/// States it anew in the part of the model, and takes that back afterwards.
bool RepairSearch::agrees(const Ground& ground, const Statement& statement, const Change& change) {
    const auto constraints = part_.constraints.size();
    const auto sums = part_.sums.size();
    const auto recurrences = part_.recurrences.size();
    const auto preferences = part_.preferences.size();
    const auto statements = part_.statements.size();
    Located<Duration> length;
    if (const auto* phrase = std::get_if<Phrase>(&change.said)) {
        state(part_, story_, *phrase, statement.said);
    } else {
        length.value = std::get<Duration>(change.said);
        state_length(part_, story_, model_.moments[statement.subject.end].index, length);
    }
    // Under any numbers: nobody asks here what a limit follows from.
    TemporalNetwork network = ground.network;
    bool possible = part_.constraints.size() > constraints || part_.recurrences.size() > recurrences;
    for (std::size_t i = constraints; possible && i < part_.constraints.size(); ++i)
        possible = network.add(part_.constraints[i], i);
    const bool rules = !part_.sums.empty() || !part_.recurrences.empty();
    if (possible && rules) {
        spent_ += part_.constraints.size() + cost_of_a_rule * (part_.sums.size() + part_.recurrences.size());
        RulesInForce in_force = all_rules(part_);
        std::copy(ground.rules.sums.begin(), ground.rules.sums.end(), in_force.sums.begin());
        std::copy(ground.rules.recurrences.begin(), ground.rules.recurrences.end(), in_force.recurrences.begin());
        std::copy(ground.rules.refused.begin(), ground.rules.refused.end(), in_force.refused.begin());
        possible = conflicting_rules(network, part_, in_force).empty() &&
                   tightened_within(most_steps(), network, part_, in_force).has_value();
    }
    part_.constraints.resize(constraints);
    part_.sums.resize(sums);
    part_.recurrences.resize(recurrences);
    part_.preferences.resize(preferences);
    part_.statements.resize(statements);
    return possible;
}

/// For the limits of one change. Lengths that go round in a circle take many times more, and are not worth the wait.
std::size_t RepairSearch::most_steps() const {
    return 200 + 4 * part_.sums.size();
}

bool RepairSearch::is_alone_in_its_place(ClaimIndex claim) const {
    return !std::binary_search(shared_places_.begin(), shared_places_.end(), model_.statements[claim].span.offset);
}

std::optional<Repair> RepairSearch::repair_by(const Statement& statement, const Change& change) const {
    const auto* phrase = std::get_if<Phrase>(&change.said);
    const std::string words = phrase != nullptr ? format_phrase(*phrase, story_)
                                                : format_duration(std::get<Duration>(change.said), story_.time().clock);
    auto edit = text_.replaced(statement.span, words);
    if (!edit) return std::nullopt;
    return Repair{fmt::format("‘{}’ → ‘{}’", text_.words(statement.span), words), {*std::move(edit)}};
}

/// Without its length an event takes no time, which may be as wrong, unless it says when it ends.
std::optional<Repair> RepairSearch::repair_without(const Statement& statement) const {
    const bool is_length = statement.length != nullptr;
    if (is_length && story_.events()[model_.moments[statement.subject.end].index].until.empty()) return std::nullopt;
    auto edit = is_length ? text_.without_key(statement.span, "lasts") : text_.without(statement.span);
    if (!edit) return std::nullopt;
    return Repair{fmt::format("take out ‘{}’", text_.words(statement.span)), {*std::move(edit)}};
}

void RepairSearch::try_changes_of(ClaimIndex claim, ClaimIndex refused, std::vector<Candidate>& found) {
    const Statement& statement = model_.statements[claim];
    const bool sayable = statement.phrase != nullptr || statement.length != nullptr;
    if (!sayable || !is_alone_in_its_place(claim)) return;
    const auto ground = ground_without(claim, refused);
    if (!ground) return;
    Differences room(ground->network);
    // The first that agrees of those that say more or less, and of those that say another order.
    std::array<bool, 2> is_found{};
    for (const Change& change : changes_of(statement, room, part_, story_)) {
        const int sort = change.amount == never ? 1 : 0;
        if (is_found[static_cast<std::size_t>(sort)]) continue;
        if (spent_ > most_spent) break;
        auto repair = repair_by(statement, change);
        if (!repair || !agrees(*ground, statement, change)) continue;
        is_found[static_cast<std::size_t>(sort)] = true;
        found.push_back({*std::move(repair), sort, change.amount, statement.standing, statement.strength});
    }
    if (auto repair = claim == refused ? repair_without(statement) : std::nullopt)
        found.push_back({*std::move(repair), 2, 0, statement.standing, statement.strength});
}

std::vector<Repair> RepairSearch::repairs_of(const Reason& reason) {
    std::vector<ClaimIndex> claims;
    for (const ClaimIndex claim : reason.claims) {
        if (claim < model_.statements.size()) claims.push_back(claim);
    }
    const auto firmness = [&](ClaimIndex claim) {
        const Statement& statement = model_.statements[claim];
        return std::tuple(claim != reason.refused, statement.standing, statement.strength, claim);
    };
    std::sort(claims.begin(), claims.end(), [&](ClaimIndex a, ClaimIndex b) { return firmness(a) < firmness(b); });
    take_connected_part(claims);
    std::vector<Candidate> found;
    for (std::size_t i = 0; i < std::min(claims.size(), most_statements) && spent_ <= most_spent; ++i)
        try_changes_of(claims[i], reason.refused, found);
    std::stable_sort(found.begin(), found.end(),
                     [](const Candidate& a, const Candidate& b) { return a.rank() < b.rank(); });
    std::vector<Repair> repairs;
    const bool last_resort = !found.empty() && found.back().sort == 2;
    for (Candidate& candidate : found) {
        const std::size_t room = most_repairs - (last_resort && candidate.sort < 2 ? 1 : 0);
        if (repairs.size() < room) repairs.push_back(std::move(candidate.repair));
    }
    return repairs;
}

}  // namespace fabula::timing

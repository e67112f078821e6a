// consistent_model: a model without what cannot be true, and why that cannot.
#include "time/contradiction.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "time/agreement.hpp"
#include "time/contradiction_text.hpp"
#include "time/repairs.hpp"
#include "time/words.hpp"

namespace fabula::timing {

namespace {

/// How far apart two moments can come to stand by this bound alone.
Ticks reach_of(const Constraint& constraint) {
    const Ticks low = constraint.low <= -never ? 0 : std::abs(constraint.low);
    const Ticks high = constraint.high >= never ? 0 : std::abs(constraint.high);
    return std::max(low, high);
}

/// How far the bounds of one statement can lead, or of several.
struct Range {
    Ticks points = 0;  ///< from the zero of an axis
    Ticks distances = 0;

    void add(const Range& other) {
        points = std::max(points, other.points);
        distances = std::min(distances + other.distances, farthest);
    }
    [[nodiscard]] Ticks whole() const { return points + distances; }

    static constexpr Ticks farthest = never / 4;  // some thousand million years
};

std::vector<Range> ranges_of_statements(const Model& model) {
    std::vector<Range> ranges(model.statements.size());
    for (const Constraint& constraint : model.constraints) {
        if (constraint.statement == no_statement) continue;
        const Ticks reach = reach_of(constraint);
        const Meaning::Kind kind = model.moments[constraint.from].kind;
        const bool point = kind == Meaning::Kind::axis || kind == Meaning::Kind::dates;
        ranges[constraint.statement].add(point ? Range{2 * reach, 0} : Range{0, std::min(reach, Range::farthest)});
    }
    return ranges;
}

/// A path through the network comes by its axes and each distance once: where all of them together are no farther than
/// can be counted, no sum of times on the way leaves the range of Ticks. The longest are left out until that is so.
std::optional<Refusal> out_of_reach(const Model& model) {
    const std::vector<Range> ranges = ranges_of_statements(model);
    std::vector<StatementIndex> shortest_first(ranges.size());
    std::iota(shortest_first.begin(), shortest_first.end(), StatementIndex{0});
    std::stable_sort(shortest_first.begin(), shortest_first.end(),
                     [&ranges](StatementIndex a, StatementIndex b) { return ranges[a].whole() < ranges[b].whole(); });
    Range all;
    auto end = shortest_first.begin();
    for (; end != shortest_first.end(); ++end) {
        all.add(ranges[*end]);
        if (all.whole() >= Range::farthest) break;
    }
    if (end == shortest_first.end()) return std::nullopt;
    std::vector<StatementIndex> refused(end, shortest_first.end());
    const auto longest =
        std::max_element(refused.begin(), refused.end(), [&ranges](StatementIndex a, StatementIndex b) {
            return std::pair(ranges[a].whole(), b) < std::pair(ranges[b].whole(), a);
        });
    return Refusal{make_diagnostic("out-of-range", model.statements[*longest].span,
                                   "the lengths of time in this story add up to more than can be counted",
                                   "make them shorter, this one first"),
                   std::move(refused)};
}

/// What is told of a statement that was refused.
Diagnostic told(const Reason& reason, ClaimIndex refused, const Agreement& agreement, const Model& model,
                const ClaimTable& claims, const Story& story) {
    if (reason.rules) return contradiction(*reason.rules, refused, model, story);
    if (reason.chains) return contradiction(*reason.chains, refused, model, story);
    if (!reason.cycle.empty()) {
        const auto mends = loosenings(agreement.network, model, claims, reason.cycle);
        return contradiction(reason.cycle, mends, refused, model, story);
    }
    return make_diagnostic("contradiction", model.statements[refused].span,
                           "this cannot be true together with all the rest", "change it, or what it depends on");
}

std::vector<Refusal> contradictions(const Agreement& agreement, const Model& model, const ClaimTable& claims,
                                    const Story& story) {
    std::vector<Refusal> refusals;
    std::optional<RepairSearch> repairs;
    for (std::size_t i = 0; i < agreement.reasons.size(); ++i) {
        const ClaimIndex refused = agreement.reasons[i].refused;
        Diagnostic why = told(agreement.reasons[i], refused, agreement, model, claims, story);
        const bool allowed = is_allowed(story, why.code, why.span);
        if (!allowed) {
            if (!repairs) repairs.emplace(agreement, model, claims, story);
            why.repairs = repairs->repairs_of(agreement.reasons[i]);
        }
        const std::string advice = why.repairs.empty() ? why.help + "; until then" : "until this is fixed,";
        why.help = fmt::format("{} all else is worked out without {}", advice, what_is_said(refused, model, story));
        refusals.push_back({std::move(why), {refused}, allowed});
    }
    Refusal more{make_diagnostic("more-findings", {}, "there are more contradictions than are listed",
                                 "fix those listed and look again"),
                 {}};
    for (std::size_t i = agreement.reasons.size(); i < agreement.refused.size(); ++i) {
        const StatementIndex statement = agreement.refused[i];
        const bool allowed = is_allowed(story, {}, model.statements[statement].span);
        if (allowed) refusals.push_back({make_diagnostic("contradiction", {}, {}), {statement}, true});
        if (!allowed) more.statements.push_back(statement);
    }
    if (!more.statements.empty()) refusals.push_back(std::move(more));
    return refusals;
}

/// Takes from `list` what belongs to statements that are left out.
template <typename Said>
std::vector<Said> taken_from(std::vector<Said>& list, const Model& model) {
    const auto rest = std::stable_partition(list.begin(), list.end(), [&model](const Said& said) {
        return said.statement == no_statement || !model.statements[said.statement].left_out;
    });
    std::vector<Said> taken(std::make_move_iterator(rest), std::make_move_iterator(list.end()));
    list.erase(rest, list.end());
    return taken;
}

/// Leaves out statements, and collects the findings of it.
class LeavingOut {
public:
    explicit LeavingOut(Model& model) : model_(model) {}

    void add(std::vector<Refusal> refusals) {
        for (Refusal& refusal : refusals) {
            for (const StatementIndex statement : refusal.statements)
                model_.statements[statement].left_out = true;
            refusals_.push_back(std::move(refusal));
        }
        take_out();
    }

    void finish(ConsistentModel& result) && {
        const auto place = [](const Refusal& refusal) {
            return std::tuple(refusal.why.span.source, refusal.why.span.line, refusal.why.span.column);
        };
        std::stable_sort(refusals_.begin(), refusals_.end(),
                         [&](const Refusal& a, const Refusal& b) { return place(a) < place(b); });
        for (Refusal& refusal : refusals_) {
            for (const StatementIndex statement : refusal.statements) {
                LeftOut& left_out = what(statement);
                const bool listed = refusal.why.code != "more-findings";
                left_out.code = listed ? refusal.why.code : "contradiction";
                left_out.allowed = refusal.allowed;
                if (listed && !refusal.allowed) left_out.diagnostic = result.diagnostics.size();
            }
            if (!refusal.allowed) result.diagnostics.push_back(std::move(refusal.why));
        }
        for (auto& [statement, left_out] : left_out_)
            result.left_out.push_back(std::move(left_out));
    }

private:
    LeftOut& what(StatementIndex statement) {
        return left_out_.try_emplace(statement, LeftOut{statement}).first->second;
    }

    void take_out() {
        for (const Constraint& constraint : taken_from(model_.constraints, model_))
            what(constraint.statement).constraints.push_back(constraint);
        for (CalendarSum& sum : taken_from(model_.sums, model_))
            what(sum.statement).sums.push_back(std::move(sum));
        for (Recurrence& recurrence : taken_from(model_.recurrences, model_))
            what(recurrence.statement).recurrences.push_back(std::move(recurrence));
        taken_from(model_.preferences, model_);
        note_what_is_stated(model_);
    }

    Model& model_;
    std::vector<Refusal> refusals_;
    std::map<StatementIndex, LeftOut> left_out_;
};

}  // namespace

ConsistentModel consistent_model(const Story& story) {
    ConsistentModel result{std::make_shared<Model>(make_model(story)), TemporalNetwork()};
    Model& model = *result.model;
    LeavingOut leaving_out(model);
    leaving_out.add(meaningless_phrases(model, story));
    leaving_out.add(skipped_times(model, story));
    if (auto refusal = out_of_reach(model)) leaving_out.add({*std::move(refusal)});
    const ClaimTable claims = claims_in(model);
    Agreement agreement = agreement_of(TemporalNetwork(model.moments.size(), model.axis), model, claims);
    const bool all_agree = agreement.refused.empty();
    if (!all_agree) leaving_out.add(contradictions(agreement, model, claims, story));
    result.network = all_agree ? std::move(agreement.network) : network_of(model);
    if (all_agree && agreement.limits) add_limits(result.network, model, *agreement.limits);
    std::move(leaving_out).finish(result);
    return result;
}

}  // namespace fabula::timing

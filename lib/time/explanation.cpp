// explain_time: the statements and defaults that an event's time follows from.
#include "fabula/explanation.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "time/agreement.hpp"
#include "time/chains.hpp"
#include "time/contradiction.hpp"
#include "time/contradiction_text.hpp"
#include "time/defaults.hpp"
#include "time/model.hpp"
#include "time/nominal.hpp"
#include "time/words.hpp"

namespace fabula {

namespace {

using timing::Bound;
using timing::Constraint;
using timing::Default;
using timing::Meaning;
using timing::Model;
using timing::never;
using timing::no_statement;
using timing::TemporalNetwork;
using timing::Ticks;
using timing::Variable;

class Reasons {
public:
    Reasons(const Story& story, EventIndex event)
        : story_(story),
          stated_(timing::consistent_model(story)),
          model_(*stated_.model),
          network_(stated_.network),
          start_(model_.events[event].start),
          end_(model_.events[event].end) {
        timing::add_defaults(network_, model_, story);
        timing::count_from_first_event(network_, model_);
        claims_ = timing::claims_in(model_);
    }

    [[nodiscard]] TimeExplanation find() const {
        TimeExplanation result;
        result.earliest = along(timing::LimitSide::earliest);
        result.latest = along(timing::LimitSide::latest);
        result.drawn = others(result);
        return result;
    }

private:
    [[nodiscard]] std::vector<TimeReason> along(timing::LimitSide side) const;
    [[nodiscard]] std::vector<TimeReason> others(const TimeExplanation& known) const;
    [[nodiscard]] std::optional<TimeReason> reason_of(const Bound& bound) const;
    [[nodiscard]] TimeReason default_reason(Default kind, const Bound& bound) const;
    [[nodiscard]] Span span_of(Variable variable) const;
    [[nodiscard]] bool places_event(const Bound& bound) const;
    [[nodiscard]] bool is_of_event(Variable variable) const { return variable == start_ || variable == end_; }

    const Story& story_;
    timing::ConsistentModel stated_;
    Model& model_;
    TemporalNetwork& network_;
    timing::ClaimTable claims_;
    Variable start_;
    Variable end_;
};

/// The fewest statements that set the limit, from the axis on.
std::vector<TimeReason> Reasons::along(timing::LimitSide side) const {
    const bool early = side == timing::LimitSide::earliest;
    const Ticks limit = early ? network_.earliest(model_.axis)[start_] : network_.latest(model_.axis)[start_];
    if (limit <= -never / 2 || limit >= never / 2) return {};
    std::vector<TimeReason> result;
    const timing::RulesInForce rules = timing::all_rules(model_);
    const timing::Chain chain = timing::shortest_chain({network_, model_, claims_, rules}, side, start_, limit);
    for (std::size_t i = 0; i < chain.size(); ++i) {
        auto reason = reason_of(chain[i].bound);
        if (!reason) continue;
        if (i > 0) reason->meaning += timing::sum_text(chain[i - 1], chain[i], model_, story_);
        result.push_back(std::move(*reason));
    }
    return result;
}

/// Whether a bound is said of the event, or sets it among its neighbours.
bool Reasons::places_event(const Bound& bound) const {
    if (const auto kind = timing::default_of(bound)) return *kind != Default::births && *kind != Default::deaths;
    const timing::StatementIndex statement = model_.statement_of(bound.constraint);
    return statement != no_statement && is_of_event(model_.statements[statement].subject.start);
}

/// What speaks of the event itself and is not told yet.
std::vector<TimeReason> Reasons::others(const TimeExplanation& known) const {
    std::vector<TimeReason> result;
    const auto add = [&](std::optional<TimeReason> reason) {
        const auto is_known = [&reason](const std::vector<TimeReason>& list) {
            return std::any_of(list.begin(), list.end(), [&](const TimeReason& other) {
                return other.span == reason->span &&
                       (other.meaning == reason->meaning || reason->kind == TimeReason::Kind::stated);
            });
        };
        if (reason && !is_known(known.earliest) && !is_known(known.latest) && !is_known(result))
            result.push_back(std::move(*reason));
    };
    for (const timing::Preference& preference : model_.preferences) {
        if (preference.statement == no_statement || (!is_of_event(preference.from) && !is_of_event(preference.to)))
            continue;
        const Constraint wish{preference.from, preference.to, preference.low, preference.high, preference.statement};
        const Span& span = model_.statements[preference.statement].span;
        const bool close =
            preference.rank == timing::Preference::Rank::soon || preference.rank == timing::Preference::Rank::near;
        const std::string meaning = close
                                        ? fmt::format("{} close to {}", timing::name_of(preference.to, model_, story_),
                                                      timing::name_of(preference.from, model_, story_))
                                        : timing::constraint_text(wish, model_, story_);
        add(TimeReason{TimeReason::Kind::soft, span, timing::written(span, story_), meaning});
    }
    for (const Bound& bound : network_.bounds()) {
        const bool constraint = bound.constraint < model_.constraints.size();
        if (constraint && model_.constraints[bound.constraint].rough) continue;
        if (is_of_event(bound.from) != is_of_event(bound.to) && places_event(bound)) add(reason_of(bound));
    }
    for (std::size_t i = 0; i < model_.sums.size(); ++i) {
        const timing::CalendarSum& sum = model_.sums[i];
        if (is_of_event(sum.from) == is_of_event(sum.to)) continue;
        const Bound bound{sum.from, sum.to, 0, model_.number_of_sum(i)};
        if (places_event(bound)) add(reason_of(bound));
    }
    for (std::size_t i = 0; i < model_.recurrences.size(); ++i) {
        const Variable moment = model_.recurrences[i].moment;
        if (is_of_event(moment)) add(reason_of(Bound{moment, moment, 0, model_.number_of_recurrence(i)}));
    }
    return result;
}

std::optional<TimeReason> Reasons::reason_of(const Bound& bound) const {
    if (const auto kind = timing::default_of(bound)) return default_reason(*kind, bound);
    if (bound.constraint == timing::tightened_number) return std::nullopt;
    const timing::StatementIndex statement = model_.statement_of(bound.constraint);
    if (statement != no_statement) {
        const Span& span = model_.statements[statement].span;
        return TimeReason{TimeReason::Kind::stated, span, timing::written(span, story_),
                          timing::bound_text(bound, model_, story_)};
    }
    if (bound.constraint >= model_.constraints.size()) return std::nullopt;
    const auto member = timing::membership(model_.constraints[bound.constraint], model_);
    if (!member) return std::nullopt;
    const Event& event = story_.events()[member->event];
    return TimeReason{TimeReason::Kind::section, event.span, "",
                      fmt::format("{} stands in section {}", event.id, story_.sections()[member->section].id)};
}

/// Where what a bound says is taken for granted of: the event that it keeps back.
Span Reasons::span_of(Variable variable) const {
    const Meaning& meaning = model_.moments[variable];
    const bool event = meaning.kind == Meaning::Kind::event || meaning.kind == Meaning::Kind::event_end;
    return event ? story_.events()[meaning.index].span : Span{};
}

TimeReason Reasons::default_reason(Default kind, const Bound& bound) const {
    const std::string later = timing::name_of(bound.from, model_, story_);
    const std::string earlier = timing::name_of(bound.to, model_, story_);
    const Span span = span_of(bound.from).line > 0 ? span_of(bound.from) : span_of(bound.to);
    const auto granted = [&](std::string meaning) {
        return TimeReason{TimeReason::Kind::granted, span, "", std::move(meaning)};
    };
    switch (kind) {
        case Default::milestones:
            return granted(fmt::format("{} comes after {} by its number", later, earlier));
        case Default::births:
            return granted(fmt::format("{} comes after {}", later, earlier));
        case Default::event_ends:
        case Default::section_ends:
            return granted(fmt::format("{} is not before {}", later, earlier));
        case Default::list_order:
        case Default::flashbacks:
            return granted(fmt::format("{} stands below {} in the list", later, earlier));
        case Default::deaths:
            return granted(fmt::format("{} comes before {}", earlier, later));
    }
    return granted({});
}

}  // namespace

TimeExplanation explain_time(const Story& story, EventIndex event) {
    return Reasons(story, event).find();
}

}  // namespace fabula

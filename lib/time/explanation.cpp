// explain_time: the statements and defaults that an event's time follows from.
#include "fabula/explanation.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "time/contradiction.hpp"
#include "time/contradiction_text.hpp"
#include "time/defaults.hpp"
#include "time/model.hpp"
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
          model_(timing::make_model(story)),
          network_(model_.moments.size(), model_.axis),
          start_(model_.events[event].start),
          end_(model_.events[event].end) {
        static_cast<void>(timing::add_statements(network_, model_, story));
        timing::add_defaults(network_, model_, story);
    }

    [[nodiscard]] TimeExplanation find() const {
        TimeExplanation result;
        result.earliest = along(start_, model_.axis);
        result.latest = along(model_.axis, start_);
        std::reverse(result.earliest.begin(), result.earliest.end());
        result.drawn = others(result);
        return result;
    }

private:
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> tight_bounds(Variable from) const;
    [[nodiscard]] std::vector<std::uint32_t> shortest_path(Variable from, Variable to) const;
    [[nodiscard]] std::vector<TimeReason> along(Variable from, Variable to) const;
    [[nodiscard]] std::vector<TimeReason> others(const TimeExplanation& known) const;
    [[nodiscard]] std::optional<TimeReason> reason_of(const Bound& bound) const;
    [[nodiscard]] TimeReason default_reason(Default kind, const Bound& bound) const;
    [[nodiscard]] Span span_of(Variable variable) const;
    [[nodiscard]] bool places_event(const Bound& bound) const;
    [[nodiscard]] bool is_of_event(Variable variable) const { return variable == start_ || variable == end_; }

    const Story& story_;
    Model model_;
    TemporalNetwork network_;
    Variable start_;
    Variable end_;
};

/// By variable: the bounds into it on shortest paths from `from`.
std::vector<std::vector<std::uint32_t>> Reasons::tight_bounds(Variable from) const {
    const std::vector<Ticks> distance = network_.latest(from);
    std::vector<std::vector<std::uint32_t>> result(network_.variables());
    for (std::uint32_t i = 0; i < network_.bounds().size(); ++i) {
        const Bound& bound = network_.bounds()[i];
        if (distance[bound.from] >= never || distance[bound.from] + bound.weight != distance[bound.to]) continue;
        result[bound.to].push_back(i);
    }
    return result;
}

/// The bounds of a shortest path, of several one with the fewest; empty where there is none.
std::vector<std::uint32_t> Reasons::shortest_path(Variable from, Variable to) const {
    constexpr std::uint32_t unseen = static_cast<std::uint32_t>(-1);
    const auto tight = tight_bounds(from);
    std::vector<std::uint32_t> onward(network_.variables(), unseen);  // the bound towards `to`
    std::vector<Variable> queue{to};
    for (std::size_t next = 0; next < queue.size() && queue[next] != from; ++next) {
        for (const std::uint32_t i : tight[queue[next]]) {
            const Variable before = network_.bounds()[i].from;
            if (before == to || onward[before] != unseen) continue;
            onward[before] = i;
            queue.push_back(before);
        }
    }
    std::vector<std::uint32_t> path;
    for (Variable at = from; at != to && onward[at] != unseen; at = network_.bounds()[onward[at]].to)
        path.push_back(onward[at]);
    return path;
}

std::vector<TimeReason> Reasons::along(Variable from, Variable to) const {
    std::vector<TimeReason> result;
    for (const std::uint32_t i : shortest_path(from, to)) {
        auto reason = reason_of(network_.bounds()[i]);
        if (reason) result.push_back(std::move(*reason));
    }
    return result;
}

/// Whether a bound is said of the event, or sets it among its neighbours.
bool Reasons::places_event(const Bound& bound) const {
    if (const auto kind = timing::default_of(bound)) return *kind != Default::births && *kind != Default::deaths;
    const timing::StatementIndex statement = model_.constraints[bound.constraint].statement;
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
        if (is_of_event(bound.from) != is_of_event(bound.to) && places_event(bound)) add(reason_of(bound));
    }
    return result;
}

std::optional<TimeReason> Reasons::reason_of(const Bound& bound) const {
    if (const auto kind = timing::default_of(bound)) return default_reason(*kind, bound);
    const Constraint& constraint = model_.constraints[bound.constraint];
    const std::string meaning = timing::bound_text(bound, model_, story_);
    if (constraint.statement != no_statement) {
        const Span& span = model_.statements[constraint.statement].span;
        return TimeReason{TimeReason::Kind::stated, span, timing::written(span, story_), meaning};
    }
    const auto member = timing::membership(constraint, model_);
    if (!member) return std::nullopt;
    const Event& event = story_.events[member->event];
    return TimeReason{TimeReason::Kind::section, event.span, "",
                      fmt::format("{} stands in section {}", event.id, story_.sections[member->section].id)};
}

/// Where what a bound says is taken for granted of: the event that it keeps back.
Span Reasons::span_of(Variable variable) const {
    const Meaning& meaning = model_.moments[variable];
    const bool event = meaning.kind == Meaning::Kind::event || meaning.kind == Meaning::Kind::event_end;
    return event ? story_.events[meaning.index].span : Span{};
}

TimeReason Reasons::default_reason(Default kind, const Bound& bound) const {
    const std::string later = timing::name_of(bound.from, model_, story_);
    const std::string earlier = timing::name_of(bound.to, model_, story_);
    const Span span = span_of(bound.from).line > 0 ? span_of(bound.from) : span_of(bound.to);
    const auto granted = [&](std::string meaning) {
        return TimeReason{TimeReason::Kind::granted, span, "", std::move(meaning)};
    };
    switch (kind) {
        case Default::part:
            return granted(fmt::format("{} is in the part of the year or day that is named",
                                       bound.from == model_.dates ? earlier : later));
        case Default::milestones:
            return granted(fmt::format("{} comes after {} by its number", later, earlier));
        case Default::births:
            return granted(fmt::format("{} comes after {}", later, earlier));
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

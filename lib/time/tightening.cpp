// tightened: earliest and latest times by bounds and calendar rules together.
#include "time/tightening.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <numeric>
#include <queue>
#include <utility>

namespace fabula::timing {

namespace {

/// Makes moments later, or earlier, until no rule asks for more. Remembers what each limit followed from, so that two
/// limits that leave a moment no time can be traced back to what they come from, as lazy clause generation does
/// (Ohrimenko, Stuckey and Codish 2009, "Propagation via lazy clause generation").
class Tightening {
public:
    Tightening(const TemporalNetwork& network, const Model& model, const RulesInForce& rules)
        : network_(network),
          model_(model),
          of_bounds_{network.earliest(model.axis), network.latest(model.axis)},
          limits_(of_bounds_),
          sums_of_(network.variables()),
          recurrences_of_(network.variables()),
          waits_(network.variables(), false),
          impossible_(network.variables(), false),
          latest_step_{std::vector<std::size_t>(network.variables(), none),
                       std::vector<std::size_t>(network.variables(), none)} {
        for (std::size_t i = 0; i < model.sums.size(); ++i) {
            if (!rules.sums[i]) continue;
            sums_of_[model.sums[i].from].push_back(i);
            sums_of_[model.sums[i].to].push_back(i);
        }
        for (std::size_t i = 0; i < model.recurrences.size(); ++i) {
            if (rules.recurrences[i]) recurrences_of_[model.recurrences[i].moment].push_back(i);
        }
    }

    /// What goes round in a circle may come nearer by so little that it never ends; bounds are then true, but wide.
    [[nodiscard]] std::size_t most_steps() const {
        return 1000 + 64 * (network_.variables() + network_.bounds().size());
    }

    /// Calls `impossible` with each moment that no time is left for, until it returns false. Whether it came to an end
    /// in so many steps.
    template <typename Impossible>
    bool run(std::size_t most_steps, Impossible&& impossible) {
        for (Variable v = 0; v < network_.variables(); ++v) {
            if (!sums_of_[v].empty() || !recurrences_of_[v].empty()) ask(v);
        }
        for (std::size_t step = 0; !queue_.empty() && step < most_steps; ++step) {
            const Variable next = queue_.top().second;
            queue_.pop();
            if (!waits_[next]) continue;
            waits_[next] = false;
            if (spread(next)) continue;
            impossible_[next] = true;
            if (!impossible(next)) return true;
        }
        return queue_.empty();
    }

    [[nodiscard]] Limits& limits() { return limits_; }

    /// The numbers of the bounds and rules from which both limits of a moment follow.
    [[nodiscard]] std::vector<std::size_t> origins(Variable v) const {
        std::vector<std::size_t> numbers;
        for (const Side side : {Side::early, Side::late})
            trace(side, v, numbers);
        return numbers;
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    enum class Side { early, late };

    /// That a limit followed from another one of the same side.
    struct Step {
        std::size_t number;  ///< of the bound, sum or recurrence
        Variable from;
        std::size_t before;  ///< the step that the other limit came from; `none`: it is one of the bounds alone
    };

    void ask(Variable v) {
        if (impossible_[v]) return;
        // What is known best first: from there each limit is mostly right at once.
        waits_[v] = true;
        queue_.emplace(limits_.latest[v] - limits_.earliest[v], v);
    }

    void note(Side side, Variable v, std::size_t number, Variable from) {
        steps_.push_back({number, from, latest_step_[static_cast<std::size_t>(side)][from]});
        latest_step_[static_cast<std::size_t>(side)][v] = steps_.size() - 1;
        ask(v);
    }

    void raise(Variable v, Ticks least, std::size_t number, Variable from) {
        if (least <= limits_.earliest[v] || least <= -never / 2) return;
        limits_.earliest[v] = least;
        note(Side::early, v, number, from);
    }

    void lower(Variable v, Ticks most, std::size_t number, Variable from) {
        if (most >= limits_.latest[v] || most >= never / 2) return;
        limits_.latest[v] = most;
        note(Side::late, v, number, from);
    }

    /// What follows for others from where `v` can be. False where it can be nowhere.
    [[nodiscard]] bool spread(Variable v) {
        for (const std::size_t i : recurrences_of_[v]) {
            const Recurrence& recurrence = model_.recurrences[i];
            const std::size_t number = model_.number_of_recurrence(i);
            if (limits_.earliest[v] > -never / 2)
                raise(v, recurrence.next(limits_.earliest[v], model_.scale), number, v);
            if (limits_.latest[v] < never / 2)
                lower(v, recurrence.previous(limits_.latest[v], model_.scale), number, v);
        }
        const Ticks earliest = limits_.earliest[v];
        const Ticks latest = limits_.latest[v];
        if (earliest > latest) return false;
        for (const std::size_t i : sums_of_[v]) {
            const CalendarSum& sum = model_.sums[i];
            const std::size_t number = model_.number_of_sum(i);
            if (sum.from == v) {
                raise(sum.to, sum.earliest(earliest, model_.scale), number, v);
                lower(sum.to, sum.latest(latest, model_.scale), number, v);
            } else {
                raise(sum.from, sum.earliest_from(earliest, model_.scale), number, v);
                lower(sum.from, sum.latest_from(latest, model_.scale), number, v);
            }
        }
        if (latest < never / 2) {
            network_.for_each_bound_from(v, [&](std::uint32_t i) {
                const Bound& bound = network_.bounds()[i];
                lower(bound.to, latest + bound.weight, bound.constraint, v);
            });
        }
        if (earliest > -never / 2) {
            network_.for_each_bound_to(v, [&](std::uint32_t i) {
                const Bound& bound = network_.bounds()[i];
                raise(bound.from, earliest - bound.weight, bound.constraint, v);
            });
        }
        return limits_.earliest[v] <= limits_.latest[v];
    }

    void trace(Side side, Variable v, std::vector<std::size_t>& numbers) const {
        for (std::size_t step = latest_step_[static_cast<std::size_t>(side)][v]; step != none;
             step = steps_[step].before) {
            numbers.push_back(steps_[step].number);
            v = steps_[step].from;
        }
        trace_bounds(side, v, numbers);
    }

    /// Adds the numbers of a shortest path between the axis and `v`: each of its bounds is tight.
    void trace_bounds(Side side, Variable v, std::vector<std::size_t>& numbers) const {
        struct Reached {
            Variable moment;
            std::size_t before;
            std::size_t number;
        };
        std::vector<Reached> reached{{v, none, none}};
        std::vector<bool> seen(network_.variables(), false);
        seen[v] = true;
        std::size_t next = 0;
        const bool early = side == Side::early;
        const auto& limits = early ? of_bounds_.earliest : of_bounds_.latest;
        for (; next < reached.size() && reached[next].moment != model_.axis; ++next) {
            const Variable at = reached[next].moment;
            const auto follow = [&](std::uint32_t i) {
                const Bound& bound = network_.bounds()[i];
                const Variable on = early ? bound.to : bound.from;
                const Ticks limit = limits[on] + (early ? -bound.weight : bound.weight);
                if (seen[on] || limit != limits[at]) return;
                seen[on] = true;
                reached.push_back({on, next, bound.constraint});
            };
            if (early) {
                network_.for_each_bound_from(at, follow);
            } else {
                network_.for_each_bound_to(at, follow);
            }
        }
        if (next == reached.size()) return;
        for (; reached[next].before != none; next = reached[next].before)
            numbers.push_back(reached[next].number);
    }

    const TemporalNetwork& network_;
    const Model& model_;
    Limits of_bounds_;  // without rules
    Limits limits_;
    std::vector<std::vector<std::size_t>> sums_of_;
    std::vector<std::vector<std::size_t>> recurrences_of_;
    std::vector<bool> waits_;
    std::vector<bool> impossible_;
    std::vector<Step> steps_;
    std::array<std::vector<std::size_t>, 2> latest_step_;  // by side and moment
    using Entry = std::pair<Ticks, Variable>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

/// Whether a length is longer than another at every date, or as long and the other is not reached.
bool is_longer(const CalendarLength& length, const CalendarLength& than, bool reached) {
    const auto months = [](const CalendarLength& l) { return 12 * l.years + l.months; };
    const bool rest_as_long = length.rest >= than.rest && length.days >= than.days;
    if (months(length) != months(than)) return months(length) > months(than) && rest_as_long;
    if (length.days != than.days) return length.days > than.days && rest_as_long;
    return length.rest > than.rest || (length.rest == than.rest && !reached);
}

/// Moments that statements in force put at one time.
class Moments {
public:
    explicit Moments(const TemporalNetwork& network) : parent_(network.variables()) {
        std::iota(parent_.begin(), parent_.end(), Variable{0});
        std::map<std::pair<Variable, Variable>, Ticks> upper;
        for (const Bound& bound : network.bounds()) {
            if (bound.weight == 0) upper[{bound.from, bound.to}] = 0;
        }
        for (const auto& [moments, weight] : upper) {
            if (upper.count({moments.second, moments.first}) > 0) parent_[of(moments.first)] = of(moments.second);
        }
    }

    Variable of(Variable v) {
        while (parent_[v] != v)
            v = parent_[v] = parent_[parent_[v]];
        return v;
    }

private:
    std::vector<Variable> parent_;
};

void find_conflicting_sums(const Model& model, const RulesInForce& rules, Moments& moments,
                           std::vector<RuleConflict>& found) {
    std::map<std::pair<Variable, Variable>, std::vector<std::size_t>> by_moments;
    for (std::size_t i = 0; i < model.sums.size(); ++i) {
        const CalendarSum& sum = model.sums[i];
        const bool counts = sum.kind == CalendarSum::Kind::length || sum.kind == CalendarSum::Kind::age;
        if (rules.sums[i] && counts && sum.calendar->months.size() == 12)
            by_moments[{moments.of(sum.from), moments.of(sum.to)}].push_back(i);
    }
    for (const auto& [ends, sums] : by_moments) {
        for (const std::size_t least : sums) {
            for (const std::size_t most : sums) {
                const auto& low = model.sums[least].low;
                const auto& high = model.sums[most].high;
                const bool reached = model.sums[most].kind == CalendarSum::Kind::length;
                if (least != most && low && high && is_longer(*low, *high, reached))
                    found.push_back({model.number_of_sum(least), model.number_of_sum(most)});
            }
        }
    }
}

void find_conflicting_recurrences(const Model& model, const RulesInForce& rules, Moments& moments,
                                  std::vector<RuleConflict>& found) {
    std::map<Variable, std::vector<std::size_t>> by_moment;
    for (std::size_t i = 0; i < model.recurrences.size(); ++i) {
        const StatementIndex statement = model.recurrences[i].statement;
        if (statement != no_statement && !rules.refused[statement])
            by_moment[moments.of(model.recurrences[i].moment)].push_back(i);
    }
    for (std::size_t i = 0; i < model.sums.size(); ++i) {
        const CalendarSum& sum = model.sums[i];
        if (!rules.sums[i] || sum.kind != CalendarSum::Kind::weekday || sum.night) continue;
        for (const std::size_t other : by_moment[moments.of(sum.to)]) {
            const Recurrence& day = model.recurrences[other];
            const bool excluded = day.kind == Recurrence::Kind::weekday && !day.night && day.calendar == sum.calendar &&
                                  day.weekday != sum.weekday;
            if (excluded) found.push_back({model.number_of_recurrence(other), model.number_of_sum(i)});
        }
    }
    for (const auto& [moment, recurrences] : by_moment) {
        for (std::size_t second = 1; second < recurrences.size(); ++second) {
            for (std::size_t first = 0; first < second; ++first) {
                const Recurrence& a = model.recurrences[recurrences[first]];
                const Recurrence& b = model.recurrences[recurrences[second]];
                if (a.statement != b.statement && !a.can_meet(b))
                    found.push_back({model.number_of_recurrence(recurrences[second]),
                                     model.number_of_recurrence(recurrences[first])});
            }
        }
    }
}

}  // namespace

std::vector<RuleConflict> conflicting_rules(const TemporalNetwork& network, const Model& model,
                                            const RulesInForce& rules) {
    std::vector<RuleConflict> found;
    if (model.sums.size() + model.recurrences.size() < 2) return found;
    Moments moments(network);
    find_conflicting_sums(model, rules, moments, found);
    find_conflicting_recurrences(model, rules, moments, found);
    return found;
}

RulesInForce all_rules(const Model& model) {
    std::vector<bool> recurrences;
    for (const Recurrence& recurrence : model.recurrences)
        recurrences.push_back(has_meaning(recurrence, model.scale));
    return {std::vector<bool>(model.sums.size(), true), std::move(recurrences),
            std::vector<bool>(model.statements.size(), false)};
}

std::optional<Limits> tightened(const TemporalNetwork& network, const Model& model, const RulesInForce& rules) {
    Tightening tightening(network, model, rules);
    bool possible = true;
    tightening.run(tightening.most_steps(), [&possible](Variable) { return possible = false; });
    return possible ? std::optional(std::move(tightening.limits())) : std::nullopt;
}

std::optional<Limits> tightened_within(std::size_t steps, const TemporalNetwork& network, const Model& model,
                                       const RulesInForce& rules) {
    Tightening tightening(network, model, rules);
    bool possible = true;
    const bool ended = tightening.run(steps, [&possible](Variable) { return possible = false; });
    return possible && ended ? std::optional(std::move(tightening.limits())) : std::nullopt;
}

Tightened tightened_or_not(const TemporalNetwork& network, const Model& model, const RulesInForce& rules) {
    constexpr std::size_t most = 64;
    Tightening tightening(network, model, rules);
    Tightened result;
    tightening.run(tightening.most_steps(), [&](Variable moment) {
        result.conflicts.push_back(tightening.origins(moment));
        return result.conflicts.size() < most;
    });
    if (result.conflicts.empty()) result.limits = std::move(tightening.limits());
    return result;
}

void add_limits(TemporalNetwork& network, const Model& model, const Limits& limits) {
    const std::vector<Ticks> earliest = network.earliest(model.axis);
    const std::vector<Ticks> latest = network.latest(model.axis);
    for (Variable v = 0; v < network.variables(); ++v) {
        if (limits.earliest[v] > earliest[v])
            network.add_if_possible(Bound{v, model.axis, -limits.earliest[v], tightened_number});
        if (limits.latest[v] < latest[v])
            network.add_if_possible(Bound{model.axis, v, limits.latest[v], tightened_number});
    }
}

}  // namespace fabula::timing

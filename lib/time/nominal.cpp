// nominal_times: where to draw what is only known within bounds.
#include "time/nominal.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "source/floor_divided.hpp"
#include "time/tightening.hpp"

namespace fabula::timing {

namespace {

constexpr std::size_t no_number = static_cast<std::size_t>(-1);

/// By variable.
struct Bounds {
    std::vector<Ticks> earliest;
    std::vector<Ticks> latest;
};

Ticks length_of(const std::vector<Bound>& cycle) {
    return std::accumulate(cycle.begin(), cycle.end(), Ticks{0},
                           [](Ticks sum, const Bound& bound) { return sum + bound.weight; });
}

/// Adds to - from <= wanted, or the least that is possible instead; returns what was possible.
Ticks add_as_near_as_can_be(TemporalNetwork& network, Variable from, Variable to, Ticks wanted) {
    if (network.add(Bound{from, to, wanted, no_number})) return wanted;
    wanted -= length_of(network.cycle());
    network.add(Bound{from, to, wanted, no_number});
    return wanted;
}

/// The least and the most that a preference would like its two moments to be apart.
std::pair<Ticks, Ticks> wish(const Preference& preference, Ticks soon) {
    const bool close = preference.rank == Preference::Rank::soon || preference.rank == Preference::Rank::near;
    return {preference.low, close ? 2 * soon : preference.high};
}

void grant(TemporalNetwork& network, const Preference& preference, Ticks soon) {
    auto [low, high] = wish(preference, soon);
    if (high < never) {
        const Ticks possible = add_as_near_as_can_be(network, preference.from, preference.to, high);
        if (possible > high) low = possible;
    }
    if (low > -never) add_as_near_as_can_be(network, preference.to, preference.from, -low);
}

void grant_preferences(TemporalNetwork& network, const Model& model, Ticks soon) {
    using Rank = Preference::Rank;
    for (const Rank rank : {Rank::value, Rank::section, Rank::soon, Rank::near}) {
        for (const Preference& preference : model.preferences) {
            if (preference.rank == rank) grant(network, preference, soon);
        }
    }
}

/// Where each moment stands in the row of those that share its bound: how many steps there are up to it.
/// A bound b - a >= w is tight where the earliest times differ by w, or by less more than a timetable shows; then the
/// two are in one row.
class Rows {
public:
    Rows(const TemporalNetwork& network, const std::vector<Ticks>& earliest, const std::vector<Ticks>& latest,
         Ticks grain)
        : network_(network), earliest_(earliest), latest_(latest), grain_(grain) {}

    [[nodiscard]] std::vector<int> steps_before() const { return steps(earliest_, 1); }
    [[nodiscard]] std::vector<int> steps_after() const { return steps(latest_, -1); }

private:
    [[nodiscard]] std::vector<int> steps(const std::vector<Ticks>& edge, int direction) const;
    [[nodiscard]] std::vector<std::vector<std::size_t>> tight_bounds(const std::vector<Ticks>& edge,
                                                                     int direction) const;

    const TemporalNetwork& network_;
    const std::vector<Ticks>& earliest_;
    const std::vector<Ticks>& latest_;
    Ticks grain_;
};

/// By variable: the tight bounds that lead on from it, later (direction 1) or earlier (-1).
std::vector<std::vector<std::size_t>> Rows::tight_bounds(const std::vector<Ticks>& edge, int direction) const {
    std::vector<std::vector<std::size_t>> result(network_.variables());
    for (std::size_t i = 0; i < network_.bounds().size(); ++i) {
        const Bound& bound = network_.bounds()[i];  // from - to >= -weight
        const Ticks slack = edge[bound.from] - (edge[bound.to] - bound.weight);
        if (bound.weight > 0 || slack < 0 || slack >= grain_) continue;
        result[direction > 0 ? bound.to : bound.from].push_back(i);
    }
    return result;
}

std::vector<int> Rows::steps(const std::vector<Ticks>& edge, int direction) const {
    const auto tight = tight_bounds(edge, direction);
    std::vector<Variable> order(edge.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](Variable a, Variable b) {
        return direction > 0 ? std::pair(edge[a], a) < std::pair(edge[b], b)
                             : std::pair(edge[a], a) > std::pair(edge[b], b);
    });
    std::vector<int> result(edge.size(), 1);
    for (const Variable variable : order) {
        if (earliest_[variable] == latest_[variable]) result[variable] = 0;
        for (const std::size_t i : tight[variable]) {
            const Bound& bound = network_.bounds()[i];
            const Variable next = direction > 0 ? bound.from : bound.to;
            const int step = bound.weight >= -instant ? 1 : 0;
            result[next] = std::max(result[next], result[variable] + step);
        }
    }
    return result;
}

/// From the first to the last time that is known of any event.
Ticks known_whole(const Bounds& bounds, const Model& model) {
    Ticks first = never;
    Ticks last = -never;
    for (const Stretch& event : model.events) {
        for (const Ticks time : {bounds.earliest[event.start], bounds.latest[event.start]}) {
            if (time <= -never || time >= never) continue;
            first = std::min(first, time);
            last = std::max(last, time);
        }
    }
    return last > first ? last - first : 0;
}

/// The distance to leave between events that nothing holds from beyond: together they take at most a quarter as long as
/// what is known, and where nothing is, each takes a unit of the axis.
Ticks usual_step(const Bounds& bounds, const Model& model) {
    Ticks held = 0;
    Ticks loose = 0;
    for (const Stretch& event : model.events) {
        ++(bounds.earliest[event.start] > -never && bounds.latest[event.start] < never ? held : loose);
    }
    const Ticks whole = known_whole(bounds, model);
    if (held > 1 && whole > 0) {
        return std::max(std::min(whole / held, whole / (4 * std::max<Ticks>(loose, 1))), model.scale.grain());
    }
    const TimeUnit unit = model.scale.axis() == TimeAxis::age     ? TimeUnit::year
                          : model.scale.axis() == TimeAxis::clock ? TimeUnit::clock
                                                                  : TimeUnit::day;
    return model.scale.ticks(1, unit).value_or(model.scale.grain());
}

std::vector<Ticks> wanted_times(const TemporalNetwork& network, const Bounds& bounds, const Model& model, Ticks step) {
    const Rows rows(network, bounds.earliest, bounds.latest, model.scale.grain());
    const std::vector<int> before = rows.steps_before();
    const std::vector<int> after = rows.steps_after();
    std::vector<Ticks> wanted(bounds.earliest.size(), 0);
    for (Variable v = 0; v < wanted.size(); ++v) {
        const Ticks earliest = bounds.earliest[v];
        const Ticks latest = bounds.latest[v];
        if (earliest > -never && latest < never) {
            const double share = earliest == latest ? 0 : static_cast<double>(before[v]) / (before[v] + after[v]);
            wanted[v] = earliest + std::llround(static_cast<double>(latest - earliest) * share);
        } else if (earliest > -never) {
            wanted[v] = earliest + step * before[v];
        } else if (latest < never) {
            wanted[v] = latest - step * after[v];
        }
    }
    Ticks previous = 0;
    for (const Stretch& event : model.events) {
        const bool unknown = bounds.earliest[event.start] <= -never && bounds.latest[event.start] >= never;
        if (unknown) wanted[event.start] = previous + step;
        previous = wanted[event.start];
    }
    return wanted;
}

/// Fixes what is known within `window` where `times` puts it. Whether there was anything to fix.
bool fix_the_narrow(TemporalNetwork& network, const Bounds& bounds, const std::vector<Ticks>& times, Variable axis,
                    Ticks window) {
    bool any = false;
    for (Variable v = 0; v < times.size(); ++v) {
        if (bounds.earliest[v] <= -never || bounds.latest[v] >= never) continue;
        const Ticks width = bounds.latest[v] - bounds.earliest[v];
        if (width == 0 || width > window) continue;
        const Ticks time = times[v] - times[axis];
        network.add(Constraint{axis, v, time, time, no_statement}, no_number);
        any = true;
    }
    return any;
}

/// Draws together what nothing holds from beyond: where others of its row had to stay close, they left empty steps
/// behind.
std::vector<Ticks> without_empty_steps(const std::vector<Ticks>& times, const Bounds& bounds, const Model& model,
                                       Ticks step) {
    std::vector<Variable> loose;
    Ticks last = -never;
    for (Variable v = 0; v < times.size(); ++v) {
        if (bounds.earliest[v] > -never && bounds.latest[v] >= never) loose.push_back(v);
    }
    for (const Stretch& event : model.events) {
        if (bounds.latest[event.end] < never) last = std::max(last, times[event.end]);
    }
    std::sort(loose.begin(), loose.end(),
              [&times](Variable a, Variable b) { return std::pair(times[a], a) < std::pair(times[b], b); });
    std::vector<Ticks> wanted = times;
    Ticks shift = 0;
    for (const Variable v : loose) {
        if (last > -never && times[v] > last + step) shift += times[v] - last - step;
        last = std::max(last, times[v]);
        wanted[v] = times[v] - shift;
    }
    return wanted;
}

/// Sets events that came to stand at one and the same time a little apart, in the order of the list, where they may
/// move.
std::vector<Ticks> set_apart(const std::vector<Ticks>& times, const Bounds& bounds, const Model& model, Ticks most) {
    std::vector<Variable> events;
    for (const Stretch& event : model.events)
        events.push_back(event.start);
    std::sort(events.begin(), events.end(),
              [&times](Variable a, Variable b) { return std::pair(times[a], a) < std::pair(times[b], b); });
    std::vector<Ticks> wanted = times;
    for (std::size_t first = 0; first < events.size();) {
        std::size_t next = first;
        while (next < events.size() && times[events[next]] == times[events[first]])
            ++next;
        const auto count = static_cast<Ticks>(next - first);
        const Ticks room = next < events.size() ? times[events[next]] - times[events[first]] : count * most;
        const Ticks apart = std::min(most, room / count);
        for (std::size_t i = first; i < next; ++i) {
            const bool free = bounds.earliest[events[i]] < bounds.latest[events[i]];
            if (free) wanted[events[i]] += static_cast<Ticks>(i - first) * apart;
        }
        first = next;
    }
    return wanted;
}

/// Puts what follows by the calendar exactly where it follows from what is drawn, one after the other in time, as far
/// as the bounds allow; and what recurs where it does.
class CalendarPlacing {
public:
    CalendarPlacing(TemporalNetwork network, const Model& model, std::vector<Ticks> times)
        : network_(std::move(network)), model_(model), rules_(all_rules(model)), times_(std::move(times)) {
        count_from_axis();
    }

    /// What is moved may push what comes after it: then that is placed again, from where it is now.
    [[nodiscard]] std::vector<Ticks> run() {
        constexpr int most_rounds = 4;
        for (int round = 0; round < most_rounds; ++round) {
            place_all();
            times_ = network_.nearest(times_);
            count_from_axis();
            if (all_recur()) break;
        }
        return times_;
    }

private:
    void count_from_axis() {
        const Ticks zero = times_[model_.axis];
        for (Ticks& time : times_)
            time -= zero;
    }

    [[nodiscard]] bool all_recur() const {
        for (std::size_t i = 0; i < model_.recurrences.size(); ++i) {
            const Ticks now = times_[model_.recurrences[i].moment];
            if (rules_.recurrences[i] && model_.recurrences[i].next(now, model_.scale) != now) return false;
        }
        return true;
    }

    void place_all() {
        for (std::size_t i = 0; i < model_.recurrences.size(); ++i) {
            if (rules_.recurrences[i]) place(model_.recurrences[i]);
        }
        std::vector<std::size_t> order(model_.sums.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return times_[model_.sums[a].from] < times_[model_.sums[b].from];
        });
        for (const std::size_t i : order)
            place(model_.sums[i]);
    }

    /// Holds a moment at a time, if it can be then.
    bool hold(Variable moment, Ticks time) {
        const std::size_t before = network_.bounds().size();
        if (network_.add_if_possible(Bound{model_.axis, moment, time, no_number}) &&
            network_.add_if_possible(Bound{moment, model_.axis, -time, no_number})) {
            times_[moment] = time;
            return true;
        }
        network_.shrink(before);
        return false;
    }

    void place(const Recurrence& recurrence) {
        const Ticks now = times_[recurrence.moment];
        const Ticks next = recurrence.next(now, model_.scale);
        if (next == now) return;
        const Ticks previous = recurrence.previous(now, model_.scale);
        const bool later_is_nearer = next - now <= now - previous;
        if (!hold(recurrence.moment, later_is_nearer ? next : previous))
            hold(recurrence.moment, later_is_nearer ? previous : next);
    }

    void place(const CalendarSum& sum) {
        const Ticks from = times_[sum.from];
        const Ticks least = sum.earliest(from, model_.scale);
        const Ticks most = sum.latest(from, model_.scale);
        const Ticks to = std::clamp(times_[sum.to], least, std::max(least, most));
        hold(sum.from, from);
        if (to != times_[sum.to] && !hold(sum.to, to)) {
            if (least > -never) network_.add_if_possible(Bound{sum.to, model_.axis, -least, no_number});
            if (most < never) network_.add_if_possible(Bound{model_.axis, sum.to, most, no_number});
        }
    }

    TemporalNetwork network_;
    const Model& model_;
    RulesInForce rules_;
    std::vector<Ticks> times_;  // from the axis
};

std::vector<Ticks> by_the_calendar(TemporalNetwork network, const Model& model, std::vector<Ticks> times) {
    return CalendarPlacing(std::move(network), model, std::move(times)).run();
}

}  // namespace

Ticks soon_after(const std::vector<Ticks>& earliest, const std::vector<Ticks>& latest, const Model& model) {
    constexpr Ticks share_of_the_whole = 200;
    const Ticks most = model.scale.ticks(2, TimeUnit::week).value_or(never);
    return std::clamp(known_whole({earliest, latest}, model) / share_of_the_whole, model.scale.grain(),
                      std::max(most, model.scale.grain()));
}

NominalTimes nominal_times(TemporalNetwork network, const Model& model) {
    const auto solve = [&] { return Bounds{network.earliest(model.axis), network.latest(model.axis)}; };
    Bounds bounds = solve();
    const Ticks soon = soon_after(bounds.earliest, bounds.latest, model);
    // Steps show no distances: there it is the order alone that counts.
    if (model.scale.axis() != TimeAxis::order) {
        grant_preferences(network, model, soon);
        bounds = solve();
    }
    NominalTimes result{bounds.earliest, {}, bounds.latest};
    const std::size_t granted = network.bounds().size();
    const Ticks step = usual_step(bounds, model);
    const Ticks whole = known_whole(bounds, model);
    result.times = network.nearest(wanted_times(network, bounds, model, step));
    // What is known best is fixed first, so that the rest is spread between that and not between far bounds.
    for (const Ticks share : {64, 16, 4, 1}) {
        if (!fix_the_narrow(network, bounds, result.times, model.axis, whole / share)) continue;
        bounds = solve();
        result.times = network.nearest(wanted_times(network, bounds, model, step));
    }
    result.times = network.nearest(without_empty_steps(result.times, bounds, model, step));
    network.shrink(granted);
    result.times = network.nearest(set_apart(result.times, {result.earliest, result.latest}, model, soon));
    if (!model.sums.empty() || !model.recurrences.empty())
        result.times = by_the_calendar(std::move(network), model, std::move(result.times));
    const Ticks zero = result.times[model.axis];
    for (Ticks& time : result.times)
        time -= zero;
    return result;
}

void count_from_first_event(const TemporalNetwork& network, Model& model) {
    if (model.scale.axis() != TimeAxis::elapsed || model.events.empty()) return;
    const std::vector<Ticks> times = nominal_times(network, model).times;
    Variable first = model.events.front().start;
    for (const Stretch& event : model.events) {
        if (times[event.start] < times[first]) first = event.start;
    }
    if (!model.scale.counts_days()) {
        model.axis = first;
        return;
    }
    const std::int64_t day = 60 * minutes_in_day(gregorian());
    model.scale.count_from(model.scale.from_seconds(floor_divided(model.scale.to_seconds(times[first]), day) * day));
}

}  // namespace fabula::timing

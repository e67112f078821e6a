// nominal_times: where to draw what is only known within bounds.
#include "time/nominal.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fabula::timing {

namespace {

constexpr std::size_t no_number = static_cast<std::size_t>(-1);

/// Adds to - from <= wanted, or the least that is possible instead; returns what was possible.
Ticks add_as_near_as_can_be(TemporalNetwork& network, Variable from, Variable to, Ticks wanted) {
    while (!network.add(Bound{from, to, wanted, no_number})) {
        // The cycle says by how much too little this is; another may then say so again, but each time there are fewer.
        const auto& cycle = network.cycle();
        wanted -= std::accumulate(cycle.begin(), cycle.end(), Ticks{0},
                                  [](Ticks sum, const Bound& bound) { return sum + bound.weight; });
    }
    return wanted;
}

void grant(TemporalNetwork& network, const Preference& preference, Ticks soon) {
    Ticks low = preference.low;
    Ticks high = preference.high;
    if (preference.rank == Preference::Rank::soon || preference.rank == Preference::Rank::near) high = 2 * soon;
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
/// A bound b - a >= w is tight where the earliest times differ by w; then the two are in one row.
class Rows {
public:
    Rows(const TemporalNetwork& network, const std::vector<Ticks>& earliest, const std::vector<Ticks>& latest)
        : network_(network), earliest_(earliest), latest_(latest) {}

    [[nodiscard]] std::vector<int> steps_before() const { return steps(earliest_, 1); }
    [[nodiscard]] std::vector<int> steps_after() const { return steps(latest_, -1); }

private:
    [[nodiscard]] std::vector<int> steps(const std::vector<Ticks>& edge, int direction) const;
    [[nodiscard]] std::vector<std::vector<std::size_t>> tight_bounds(const std::vector<Ticks>& edge,
                                                                     int direction) const;

    const TemporalNetwork& network_;
    const std::vector<Ticks>& earliest_;
    const std::vector<Ticks>& latest_;
};

/// By variable: the tight bounds that lead on from it, later (direction 1) or earlier (-1).
std::vector<std::vector<std::size_t>> Rows::tight_bounds(const std::vector<Ticks>& edge, int direction) const {
    std::vector<std::vector<std::size_t>> result(network_.variables());
    for (std::size_t i = 0; i < network_.bounds().size(); ++i) {
        const Bound& bound = network_.bounds()[i];  // from - to >= -weight
        if (bound.weight > 0 || edge[bound.from] != edge[bound.to] - bound.weight) continue;
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

/// The distance to leave between moments that nothing holds from beyond: as between the others, or as precise as the
/// story is.
Ticks usual_step(const std::vector<Ticks>& earliest, const std::vector<Ticks>& latest, const Model& model) {
    Ticks first = never;
    Ticks last = -never;
    Ticks count = 0;
    for (const Stretch& event : model.events) {
        if (earliest[event.start] <= -never || latest[event.start] >= never) continue;
        first = std::min(first, earliest[event.start]);
        last = std::max(last, latest[event.start]);
        ++count;
    }
    if (count > 1 && last > first) return std::max((last - first) / count, model.scale.grain());
    const TimeUnit unit = model.scale.axis() == TimeAxis::age     ? TimeUnit::year
                          : model.scale.axis() == TimeAxis::clock ? TimeUnit::clock
                                                                  : TimeUnit::day;
    return model.scale.ticks(1, unit).value_or(model.scale.grain());
}

std::vector<Ticks> wanted_times(const TemporalNetwork& network, const Model& model) {
    const std::vector<Ticks> earliest = network.earliest(model.axis);
    const std::vector<Ticks> latest = network.latest(model.axis);
    const Ticks step = usual_step(earliest, latest, model);
    const Rows rows(network, earliest, latest);
    const std::vector<int> before = rows.steps_before();
    const std::vector<int> after = rows.steps_after();
    std::vector<Ticks> wanted(earliest.size(), 0);
    for (Variable v = 0; v < wanted.size(); ++v) {
        const bool low = earliest[v] > -never;
        const bool high = latest[v] < never;
        if (low && high && earliest[v] < latest[v]) {
            const double share = static_cast<double>(before[v]) / (before[v] + after[v]);
            wanted[v] = earliest[v] + std::llround(static_cast<double>(latest[v] - earliest[v]) * share);
        } else if (low) {
            wanted[v] = earliest[v] + (high ? 0 : step * before[v]);
        } else if (high) {
            wanted[v] = latest[v] - step * after[v];
        }
    }
    Ticks previous = 0;
    for (const Stretch& event : model.events) {
        if (earliest[event.start] <= -never && latest[event.start] >= never) wanted[event.start] = previous + step;
        previous = wanted[event.start];
    }
    return wanted;
}

}  // namespace

Ticks soon_after(const std::vector<Ticks>& earliest, const std::vector<Ticks>& latest, const Model& model) {
    constexpr Ticks share_of_the_whole = 200;
    Ticks first = never;
    Ticks last = -never;
    for (const Stretch& event : model.events) {
        for (const Ticks time : {earliest[event.start], latest[event.start]}) {
            if (time <= -never || time >= never) continue;
            first = std::min(first, time);
            last = std::max(last, time);
        }
    }
    const Ticks whole = last > first ? last - first : 0;
    const Ticks most = model.scale.ticks(2, TimeUnit::week).value_or(never);
    return std::clamp(whole / share_of_the_whole, model.scale.grain(), std::max(most, model.scale.grain()));
}

std::vector<Ticks> nominal_times(TemporalNetwork network, const Model& model) {
    // Steps show no distances: there it is the order alone that counts.
    if (model.scale.axis() != TimeAxis::order) {
        grant_preferences(network, model, soon_after(network.earliest(model.axis), network.latest(model.axis), model));
    }
    std::vector<Ticks> times = network.nearest(wanted_times(network, model));
    const Ticks zero = times[model.axis];
    for (Ticks& time : times)
        time -= zero;
    return times;
}

}  // namespace fabula::timing

// Searches of the network: earliest, latest and nearest times by Dijkstra's algorithm on weights made positive by the
// solution at hand (Johnson 1977).
#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

#include "time/network.hpp"

namespace fabula::timing {

/// Shortest distances where bound i costs its slack. `reduced` holds where each moment starts (`never`: not at all).
std::vector<Ticks> TemporalNetwork::shortest(std::vector<Ticks> reduced, Direction direction) const {
    using Entry = std::pair<Ticks, Variable>;
    std::vector<Entry> entries;
    for (Variable v = 0; v < reduced.size(); ++v) {
        if (reduced[v] < never) entries.emplace_back(reduced[v], v);
    }
    std::priority_queue queue(std::greater<Entry>{}, std::move(entries));
    while (!queue.empty()) {
        const auto [distance, variable] = queue.top();
        queue.pop();
        if (distance != reduced[variable]) continue;
        for (std::uint32_t i = first(variable, direction); i != no_bound; i = next(i, direction)) {
            const Variable end = other_end(bounds_[i], direction);
            const Ticks candidate = distance + slack(bounds_[i]);
            if (candidate >= reduced[end]) continue;
            reduced[end] = candidate;
            queue.emplace(candidate, end);
        }
    }
    return reduced;
}

std::vector<Ticks> TemporalNetwork::distances(Variable origin, Direction direction) const {
    std::vector<Ticks> starts(variables(), never);
    starts[origin] = 0;
    std::vector<Ticks> result = shortest(std::move(starts), direction);
    for (Variable v = 0; v < result.size(); ++v) {
        if (result[v] >= never) continue;
        const Ticks shift = solution_[v] - solution_[origin];
        result[v] += direction == Direction::forward ? shift : -shift;
    }
    return result;
}

std::vector<Ticks> TemporalNetwork::latest(Variable origin) const {
    return distances(origin, Direction::forward);
}

std::vector<Ticks> TemporalNetwork::earliest(Variable origin) const {
    std::vector<Ticks> result = distances(origin, Direction::backward);
    std::transform(result.begin(), result.end(), result.begin(), std::negate<>{});
    return result;
}

std::vector<Ticks> TemporalNetwork::nearest(const std::vector<Ticks>& wanted) const {
    std::vector<Ticks> under(variables());
    std::vector<Ticks> over(variables());
    for (Variable v = 0; v < under.size(); ++v) {
        under[v] = wanted[v] - solution_[v];
        over[v] = solution_[v] - wanted[v];
    }
    under = shortest(std::move(under), Direction::forward);
    over = shortest(std::move(over), Direction::backward);
    std::vector<Ticks> result(variables());
    // Both are solutions, and so is what lies between; rounding down keeps every bound, for it moves all sums alike.
    for (Variable v = 0; v < result.size(); ++v)
        result[v] = solution_[v] + ((under[v] - over[v]) >> 1);
    return result;
}

}  // namespace fabula::timing

#include "time/network.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

namespace fabula::timing {
namespace {

/// Where a moment is put that nothing keeps from being earlier: before any time a story can state.
constexpr Ticks long_ago = -(Ticks{1} << 60);

Ticks clamped(Ticks value) {
    return std::clamp(value, -never, never);
}

}  // namespace

/// By amount; of equal ones that first which is numbered nearest to the goal of the search, for most statements speak
/// of what stands near them.
bool TemporalNetwork::moves_less(const Move& a, const Move& b) {
    return a.amount != b.amount ? a.amount < b.amount : std::pair(a.far, a.variable) > std::pair(b.far, b.variable);
}

TemporalNetwork::TemporalNetwork(std::size_t variables, Variable axis)
    : first_out_(variables, no_bound),
      first_in_(variables, no_bound),
      axis_(axis),
      solution_(variables, long_ago),
      stamp_(variables, 0),
      amount_(variables, 0),
      through_(variables, no_bound),
      settled_(variables, false) {
    if (axis < variables) solution_[axis] = 0;
}

/// Bellman and Ford's passes, forth and back by turns (Yen 1970), for most statements speak of what stands near them.
void TemporalNetwork::prepare(const std::vector<Constraint>& constraints) {
    constexpr int most_passes = 32;
    bool moved = true;
    const auto keep = [this, &moved](Variable later, Variable than, Ticks by) {
        const Ticks least = clamped(solution_[than] + by);
        if (by <= -never || later == axis_ || solution_[later] >= least) return;
        solution_[later] = least;
        moved = true;
    };
    const auto keep_both = [&keep](const Constraint& constraint) {
        keep(constraint.to, constraint.from, constraint.low);
        keep(constraint.from, constraint.to, -constraint.high);
    };
    for (int pass = 0; moved && pass < most_passes; ++pass) {
        moved = false;
        if (pass % 2 == 0) {
            std::for_each(constraints.begin(), constraints.end(), keep_both);
        } else {
            std::for_each(constraints.rbegin(), constraints.rend(), keep_both);
        }
    }
}

std::uint32_t TemporalNetwork::first(Variable variable, Direction direction) const {
    return direction == Direction::forward ? first_out_[variable] : first_in_[variable];
}

std::uint32_t TemporalNetwork::next(std::uint32_t bound, Direction direction) const {
    return direction == Direction::forward ? next_out_[bound] : next_in_[bound];
}

Variable TemporalNetwork::other_end(const Bound& bound, Direction direction) const {
    return direction == Direction::forward ? bound.to : bound.from;
}

Ticks TemporalNetwork::slack(const Bound& bound) const {
    return clamped(clamped(solution_[bound.from] + bound.weight) - solution_[bound.to]);
}

bool TemporalNetwork::add(const Constraint& constraint, std::size_t number) {
    const std::size_t before = bounds_.size();
    moved_.clear();
    if (constraint.low > -never && !add(Bound{constraint.to, constraint.from, -constraint.low, number})) return false;
    std::vector<Move> undo;
    for (const Variable variable : moved_)
        undo.push_back({amount_[variable], 0, variable});
    if (constraint.high < never && !add(Bound{constraint.from, constraint.to, constraint.high, number})) {
        shrink(before);
        for (const Move& move : undo)
            solution_[move.variable] -= move.amount;
        return false;
    }
    return true;
}

bool TemporalNetwork::add(const Bound& bound) {
    return add(bound, true);
}

bool TemporalNetwork::add_if_possible(const Bound& bound) {
    return add(bound, false);
}

bool TemporalNetwork::add(const Bound& bound, bool cycle_wanted) {
    if (slack(bound) < 0 && !repair(bound, cycle_wanted)) return false;
    const auto index = static_cast<std::uint32_t>(bounds_.size());
    bounds_.push_back(bound);
    next_out_.push_back(std::exchange(first_out_[bound.from], index));
    next_in_.push_back(std::exchange(first_in_[bound.to], index));
    return true;
}

TemporalNetwork TemporalNetwork::without(std::vector<std::size_t> constraints) const {
    std::sort(constraints.begin(), constraints.end());
    TemporalNetwork result(variables(), axis_);
    result.solution_ = solution_;
    for (const Bound& bound : bounds_) {
        if (!std::binary_search(constraints.begin(), constraints.end(), bound.constraint)) result.add(bound);
    }
    return result;
}

TemporalNetwork TemporalNetwork::without_bounds(const std::vector<std::uint32_t>& places) const {
    TemporalNetwork result(variables(), axis_);
    result.solution_ = solution_;
    for (std::uint32_t i = 0; i < bounds_.size(); ++i) {
        if (!std::binary_search(places.begin(), places.end(), i)) result.add(bounds_[i]);
    }
    return result;
}

void TemporalNetwork::shrink(std::size_t count) {
    while (bounds_.size() > count) {
        const Bound& bound = bounds_.back();
        first_out_[bound.from] = next_out_.back();
        first_in_[bound.to] = next_in_.back();
        bounds_.pop_back();
        next_out_.pop_back();
        next_in_.pop_back();
    }
}

void TemporalNetwork::note_move(Variable variable, Ticks amount, std::uint32_t through) {
    if (stamp_[variable] == repair_number_ && (settled_[variable] || amount <= amount_[variable])) return;
    stamp_[variable] = repair_number_;
    settled_[variable] = false;
    amount_[variable] = amount;
    through_[variable] = through;
    heap_.push_back({amount, variable > goal_ ? variable - goal_ : goal_ - variable, variable});
    std::push_heap(heap_.begin(), heap_.end(), moves_less);
}

TemporalNetwork::Move TemporalNetwork::next_move() {
    std::pop_heap(heap_.begin(), heap_.end(), moves_less);
    const Move move = heap_.back();
    heap_.pop_back();
    return move;
}

/// Makes room for `added`: its `from` has to be later, and what may not be too long before that. False where `to` would
/// have to be later as well: then the bounds between them close a cycle of negative length. That is so too as soon as
/// the axis has to move, for no moment is later than it need be; only to name the cycle one has to go on.
bool TemporalNetwork::repair(const Bound& added, bool cycle_wanted) {
    ++repair_number_;
    heap_.clear();
    moved_.clear();
    goal_ = added.to;
    if (added.from == added.to) {
        cycle_.assign(1, added);
        return false;
    }
    note_move(added.from, -slack(added), no_bound);
    while (!heap_.empty()) {
        const Move move = next_move();
        if (settled_[move.variable] || move.amount != amount_[move.variable]) continue;
        if (move.variable == axis_ && !cycle_wanted) return false;
        if (move.variable == added.to) {
            extract_cycle(added, through_[added.to]);
            return false;
        }
        settled_[move.variable] = true;
        moved_.push_back(move.variable);
        ++moves_;
        for (std::uint32_t i = first_in_[move.variable]; i != no_bound; i = next_in_[i]) {
            ++steps_;
            const Ticks amount = move.amount - slack(bounds_[i]);
            if (amount > 0) note_move(bounds_[i].from, amount, i);
        }
    }
    for (const Variable variable : moved_)
        solution_[variable] = clamped(solution_[variable] + amount_[variable]);
    return true;
}

/// The path of bounds by which `last`, and `added` at its end, would move what `added` starts from.
void TemporalNetwork::extract_cycle(const Bound& added, std::uint32_t last) {
    cycle_.assign(1, added);
    for (std::uint32_t i = last; i != no_bound; i = through_[bounds_[i].to])
        cycle_.push_back(bounds_[i]);
}

// Searches of the network: earliest, latest and nearest times by Dijkstra's algorithm on weights made positive by the
// solution at hand (Johnson 1977).

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

Differences::Differences(TemporalNetwork network, std::size_t memory)
    : network_(std::move(network)), remembered_(network_.variables()) {
    const std::size_t each = sizeof(Reach) + 2 * sizeof(Ticks) * network_.variables();
    most_remembered_ = std::max<std::size_t>(memory / each, 1);
}

Difference Differences::between(Variable from, Variable to) {
    const Reach& found = reach(from);
    return {found.earliest[to], found.latest[to]};
}

const Differences::Reach& Differences::reach(Variable from) {
    if (remembered_[from]) return *remembered_[from];
    if (order_.size() < most_remembered_) {
        order_.push_back(from);
    } else {
        remembered_[std::exchange(order_[next_], from)].reset();
        next_ = (next_ + 1) % order_.size();
    }
    remembered_[from] = std::make_unique<Reach>(Reach{network_.earliest(from), network_.latest(from)});
    return *remembered_[from];
}

}  // namespace fabula::timing

#include "time/network.hpp"

#include <algorithm>
#include <utility>

namespace fabula::timing {

namespace {

Ticks clamped(Ticks value) {
    return std::clamp(value, -never, never);
}

}  // namespace

TemporalNetwork::TemporalNetwork(std::size_t variables)
    : first_out_(variables, no_bound),
      first_in_(variables, no_bound),
      degree_(variables, 0),
      solution_(variables, 0),
      stamp_(variables, 0),
      amount_(variables, 0),
      through_(variables, no_bound),
      settled_(variables, false) {}

std::uint32_t TemporalNetwork::first(Variable variable, Direction direction) const {
    return direction == Direction::forward ? first_out_[variable] : first_in_[variable];
}

std::uint32_t TemporalNetwork::next(std::uint32_t bound, Direction direction) const {
    return direction == Direction::forward ? next_out_[bound] : next_in_[bound];
}

Variable TemporalNetwork::other_end(const Bound& bound, Direction direction) const {
    return direction == Direction::forward ? bound.to : bound.from;
}

/// How far the solution is from breaking `bound`; negative where it breaks it.
Ticks TemporalNetwork::slack(const Bound& bound) const {
    return clamped(clamped(solution_[bound.from] + bound.weight) - solution_[bound.to]);
}

bool TemporalNetwork::add(const Constraint& constraint, std::size_t number) {
    const std::size_t before = bounds_.size();
    if (constraint.low > -never && !add(Bound{constraint.to, constraint.from, -constraint.low, number})) return false;
    if (constraint.high < never && !add(Bound{constraint.from, constraint.to, constraint.high, number})) {
        shrink(before);
        return false;
    }
    return true;
}

bool TemporalNetwork::add(const Bound& bound) {
    if (slack(bound) < 0 && !repair(bound)) return false;
    const auto index = static_cast<std::uint32_t>(bounds_.size());
    bounds_.push_back(bound);
    next_out_.push_back(std::exchange(first_out_[bound.from], index));
    next_in_.push_back(std::exchange(first_in_[bound.to], index));
    ++degree_[bound.from];
    ++degree_[bound.to];
    return true;
}

void TemporalNetwork::shrink(std::size_t count) {
    while (bounds_.size() > count) {
        const Bound& bound = bounds_.back();
        first_out_[bound.from] = next_out_.back();
        first_in_[bound.to] = next_in_.back();
        --degree_[bound.from];
        --degree_[bound.to];
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
    heap_.push_back({amount, variable});
    std::push_heap(heap_.begin(), heap_.end(), [](const Move& a, const Move& b) {
        return std::pair(a.amount, b.variable) < std::pair(b.amount, a.variable);
    });
}

/// Makes room for `added`: either its `to` has to be earlier, and what is bound to it, or its `from` later. The end
/// with fewer bounds is moved, for a story grows at its end, and what was stated last has the least hanging on it.
/// False where the other end would have to move as well: then the bounds between them close a cycle of negative length.
bool TemporalNetwork::repair(const Bound& added) {
    const bool earlier = degree_[added.to] <= degree_[added.from];
    const Direction direction = earlier ? Direction::forward : Direction::backward;
    const Variable start = earlier ? added.to : added.from;
    const Variable fixed = earlier ? added.from : added.to;
    ++repair_number_;
    heap_.clear();
    moved_.clear();
    if (start == fixed) {
        cycle_.assign(1, added);
        return false;
    }
    note_move(start, -slack(added), no_bound);
    while (!heap_.empty()) {
        std::pop_heap(heap_.begin(), heap_.end(), [](const Move& a, const Move& b) {
            return std::pair(a.amount, b.variable) < std::pair(b.amount, a.variable);
        });
        const Move move = heap_.back();
        heap_.pop_back();
        if (settled_[move.variable] || move.amount != amount_[move.variable]) continue;
        settled_[move.variable] = true;
        moved_.push_back(move.variable);
        for (std::uint32_t i = first(move.variable, direction); i != no_bound; i = next(i, direction)) {
            const Variable end = other_end(bounds_[i], direction);
            const Ticks amount = move.amount - slack(bounds_[i]);
            if (amount <= 0) continue;
            if (end == fixed) {
                extract_cycle(added, i, direction);
                return false;
            }
            note_move(end, amount, i);
        }
    }
    for (const Variable variable : moved_) {
        solution_[variable] = clamped(solution_[variable] + (earlier ? -amount_[variable] : amount_[variable]));
    }
    return true;
}

void TemporalNetwork::extract_cycle(const Bound& added, std::uint32_t last, Direction direction) {
    std::vector<Bound> path;
    for (std::uint32_t i = last; i != no_bound;) {
        path.push_back(bounds_[i]);
        i = through_[direction == Direction::forward ? bounds_[i].from : bounds_[i].to];
    }
    if (direction == Direction::forward) std::reverse(path.begin(), path.end());
    cycle_.assign(1, added);
    cycle_.insert(cycle_.end(), path.begin(), path.end());
}

}  // namespace fabula::timing

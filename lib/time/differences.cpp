#include "time/differences.hpp"

#include <algorithm>
#include <utility>

namespace fabula::timing {

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

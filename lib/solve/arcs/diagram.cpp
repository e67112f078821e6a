// What an order costs: arcs are swept by their left ends; a Fenwick tree counts those open by where they end.
#include "solve/arcs/diagram.hpp"

#include <algorithm>

namespace fabula::arcs {
namespace {

/// Counts numbers below a bound (Fenwick 1994).
class Counter {
public:
    explicit Counter(std::size_t bound) : sums_(bound + 1, 0) {}

    void add(std::size_t number) {
        for (std::size_t i = number + 1; i < sums_.size(); i += i & (~i + 1))
            ++sums_[i];
    }

    [[nodiscard]] std::int64_t below(std::size_t number) const {
        std::int64_t sum = 0;
        for (std::size_t i = number; i > 0; i -= i & (~i + 1))
            sum += sums_[i];
        return sum;
    }

private:
    std::vector<std::int64_t> sums_;
};

struct Stretch {
    std::size_t left = 0;
    std::size_t right = 0;
};

/// Pairs of stretches that overlap and of which neither holds the other. Stretches that share an end do not cross.
std::int64_t count_crossings(std::vector<Stretch> stretches, std::size_t places) {
    std::ranges::sort(stretches, {}, &Stretch::left);
    Counter ends(places);
    std::int64_t crossings = 0;
    for (std::size_t i = 0; i < stretches.size();) {
        // Those that begin at one place are counted against those before, not against each other.
        std::size_t after = i;
        while (after < stretches.size() && stretches[after].left == stretches[i].left) {
            crossings += ends.below(stretches[after].right) - ends.below(stretches[after].left + 1);
            ++after;
        }
        for (; i < after; ++i)
            ends.add(stretches[i].right);
    }
    return crossings;
}

}  // namespace

std::vector<std::size_t> places(const Order& order) {
    std::vector<std::size_t> places(order.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        places[order[place]] = place;
    return places;
}

Cost cost_of(const Diagram& diagram, const Order& order) {
    const std::vector<std::size_t> place = places(order);
    std::vector<Stretch> stretches[sides];
    Cost cost;
    for (const Arc& arc : diagram.arcs) {
        const auto [left, right] = std::minmax(place[arc.a], place[arc.b]);
        stretches[arc.side].push_back({left, right});
        cost.length += static_cast<std::int64_t>(right - left);
    }
    for (std::vector<Stretch>& side : stretches)
        cost.crossings += count_crossings(std::move(side), diagram.nodes);
    return cost;
}

}  // namespace fabula::arcs

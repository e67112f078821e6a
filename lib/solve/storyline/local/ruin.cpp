// Ruin and recreate.
#include "solve/storyline/local/ruin.hpp"

#include <algorithm>
#include <utility>

namespace fabula::storyline {
namespace {

constexpr std::size_t fewest = 2;
constexpr std::size_t most = 7;

}  // namespace

Ruin::Ruin(const Instance& instance)
    : instance_(instance),
      presences_(presences_of(instance)),
      first_presence_(instance.lines),
      insertion_(instance, presences_) {
    for (std::size_t p = presences_.size(); p-- > 0;)
        first_presence_[presences_[p].line] = p;
}

void Ruin::disturb(Arrangement& arrangement, std::size_t from, std::size_t until, std::mt19937_64& dice) {
    const std::size_t t = from + dice() % (until - from);
    const Layer& layer = instance_.layers[t];
    std::vector<const Presence*> out;
    for (const std::size_t slot : choose(arrangement[t], layer, dice))
        out.push_back(&presence_at(layer.slots[slot].line, t));
    for (const Presence* presence : out)
        insertion_.take_out(arrangement, *presence, std::max(from, presence->from), std::min(until, presence->until));
    for (const Presence* presence : out)
        insertion_.put_back(arrangement, *presence);
}

/// A few slots of a layer, shuffled: of one set, next to each other, or any.
std::vector<std::size_t> Ruin::choose(const std::vector<std::size_t>& order, const Layer& layer,
                                      std::mt19937_64& dice) const {
    if (order.empty()) return {};
    const std::size_t at = dice() % order.size();
    const std::size_t count = fewest + dice() % (most - fewest + 1);
    const std::size_t home = layer.slots[order[at]].home;
    std::vector<std::size_t> chosen;
    switch (dice() % 3) {
        case 0:
            if (home == 0) return {order[at]};
            std::ranges::copy_if(order, std::back_inserter(chosen),
                                 [&](std::size_t slot) { return lies_in(layer, layer.slots[slot].home, home); });
            break;
        case 1:
            for (std::size_t i = at; i < std::min(order.size(), at + count); ++i)
                chosen.push_back(order[i]);
            break;
        default:
            for (std::size_t i = 0; i < count; ++i)
                chosen.push_back(order[dice() % order.size()]);
            std::ranges::sort(chosen);
            chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    }
    for (std::size_t i = chosen.size(); i > 1; --i)
        std::swap(chosen[i - 1], chosen[dice() % i]);
    if (chosen.size() > count) chosen.resize(count);
    return chosen;
}

const Presence& Ruin::presence_at(Line line, std::size_t t) const {
    std::size_t p = first_presence_[line];
    while (presences_[p].until <= t)
        ++p;
    return presences_[p];
}

}  // namespace fabula::storyline

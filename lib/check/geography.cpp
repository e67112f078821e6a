#include "check/geography.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <utility>

namespace fabula::checking {

using timing::Ticks;

namespace {

/// A search looks at all places and journeys: whoever asks for more than so many gets no answer.
constexpr std::size_t most_steps_of_all_searches = 5'000'000;

/// How far outward a place looks for journeys: town, county, country, continent ...
constexpr std::size_t most_surroundings = 16;

}  // namespace

Geography::Geography(const Story& story, const Order& order)
    : within_(story.places().size()),
      first_(story.places().size()),
      last_(story.places().size()),
      journeys_(story.places().size()) {
    for (std::size_t from = 0; from < story.places().size(); ++from) {
        for (const Travel& travel : story.places()[from].travel) {
            const auto takes = order.least_ticks(travel.takes.value);
            if (!takes) continue;
            journeys_[from].push_back({travel.to.index, *takes});
            journeys_[travel.to.index].push_back({from, *takes});
            stated_journeys_ += 2;
        }
    }
    find_surroundings(story);
}

/// A depth-first walk without recursion. Places that lie in a circle within each other are reached from no outermost
/// place; they count as apart from all others.
void Geography::find_surroundings(const Story& story) {
    std::vector<std::vector<std::size_t>> inside(story.places().size());
    std::vector<std::size_t> pending;
    for (std::size_t place = story.places().size(); place-- > 0;) {
        const auto& within = story.places()[place].within;
        if (within) {
            inside[*within].push_back(place);
        } else {
            pending.push_back(place);
        }
    }
    std::vector<std::size_t> order;
    while (!pending.empty()) {
        const std::size_t place = pending.back();
        pending.pop_back();
        within_[place] = story.places()[place].within;
        first_[place] = order.size();
        last_[place] = order.size();
        order.push_back(place);
        pending.insert(pending.end(), inside[place].begin(), inside[place].end());
    }
    for (auto place = order.rbegin(); place != order.rend(); ++place) {
        if (within_[*place]) last_[*within_[*place]] = std::max(last_[*within_[*place]], last_[*place]);
    }
    std::vector<bool> reached(story.places().size());
    for (const std::size_t place : order)
        reached[place] = true;
    for (std::size_t place = 0, number = order.size(); place < reached.size(); ++place) {
        if (!reached[place]) first_[place] = last_[place] = number++;
    }
}

bool Geography::overlap(std::size_t first, std::size_t second) const {
    const auto contains = [this](std::size_t outer, std::size_t inner) {
        return first_[outer] <= first_[inner] && first_[inner] <= last_[outer];
    };
    return contains(first, second) || contains(second, first);
}

/// Shortest ways by Dijkstra's algorithm.
const Geography::Distances* Geography::distances(std::size_t from) {
    if (const auto known = known_.find(from); known != known_.end()) return &known->second;
    if (known_.size() * (journeys_.size() + stated_journeys_) > most_steps_of_all_searches) return nullptr;
    Distances found(journeys_.size(), timing::never);
    using Entry = std::pair<Ticks, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    found[from] = 0;
    queue.emplace(0, from);
    while (!queue.empty()) {
        const auto [distance, place] = queue.top();
        queue.pop();
        if (distance != found[place]) continue;
        for (const Journey& journey : journeys_[place]) {
            const Ticks candidate = std::min(distance + journey.takes, timing::never);
            if (candidate >= found[journey.to]) continue;
            found[journey.to] = candidate;
            queue.emplace(candidate, journey.to);
        }
    }
    return &known_.emplace(from, std::move(found)).first->second;
}

/// The place and those around it that are not around the other as well, from inside to outside.
std::vector<std::size_t> Geography::surroundings_apart(std::size_t place, std::size_t other) const {
    std::vector<std::size_t> found;
    for (std::optional<std::size_t> at = place; at && found.size() < most_surroundings && !overlap(*at, other);
         at = within_[*at])
        found.push_back(*at);
    return found;
}

std::optional<Ticks> Geography::way(std::size_t from, std::size_t to) {
    if (stated_journeys_ == 0 || overlap(from, to)) return std::nullopt;
    Ticks shortest = timing::never;
    const std::vector<std::size_t> ends = surroundings_apart(to, from);
    for (const std::size_t start : surroundings_apart(from, to)) {
        if (journeys_[start].empty()) continue;
        const Distances* ways = distances(start);
        if (ways == nullptr) return std::nullopt;
        for (const std::size_t end : ends)
            shortest = std::min(shortest, (*ways)[end]);
    }
    return shortest < timing::never ? std::optional(shortest) : std::nullopt;
}

}  // namespace fabula::checking

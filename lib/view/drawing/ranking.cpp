// ranking_of: what matters in a story.
#include "view/drawing/ranking.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numeric>
#include <set>

namespace fabula::drawing {
namespace {

constexpr double most = 10;
constexpr std::size_t parts_of_story = 10;  // over which presence is spread

/// The weights as shares of the greatest, on the scale of the ranking.
void scale_to_most(std::vector<double>& weights) {
    const double greatest = weights.empty() ? 0 : *std::ranges::max_element(weights);
    if (greatest <= 0) return;
    for (double& weight : weights)
        weight *= most / greatest;
}

/// What the author says comes before what was worked out, and that decides between those said to be equal.
template <typename Entries>
void take_stated(std::vector<double>& weights, const Entries& entries) {
    constexpr double between_equals = 1e-3;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].weight) weights[i] = entries[i].weight->value + between_equals * weights[i];
    }
}

/// Where characters appear.
class Presence {
public:
    explicit Presence(const Story& story)
        : events_(story.characters().size(), 0), parts_(story.characters().size()), met_(story.characters().size()) {
        constexpr double more = 0.5;
        for (EventIndex e = 0; e < story.events().size(); ++e) {
            const Event& event = story.events()[e];
            const std::size_t part = e * parts_of_story / story.events().size();
            for (const Reference& who : event.who) {
                events_[who.index] += 1;
                parts_[who.index] |= 1U << part;
                meet(who.index, event.who);
            }
            // What happens to somebody counts for more than being there.
            for (const Reference& dead : event.deaths)
                events_[dead.index] += more;
            if (event.milestone) events_[event.milestone->of.index] += more;
        }
        for (const Relationship& relationship : story.relationships()) {
            for (const Reference& who : relationship.between)
                events_[who.index] += more;
        }
    }

    /// How much of the story each character is in.
    [[nodiscard]] std::vector<double> weights() const {
        std::vector<double> weights;
        for (CharacterIndex c = 0; c < events_.size(); ++c) {
            const double spread = std::popcount(parts_[c]) / static_cast<double>(parts_of_story);
            const double met = std::sqrt(static_cast<double>(met_[c].size()));
            weights.push_back(events_[c] * (0.5 + 0.5 * spread) + met);
        }
        return weights;
    }

private:
    void meet(CharacterIndex character, const std::vector<Reference>& others) {
        constexpr std::size_t crowd = 12;  // in a crowd nobody meets anybody
        if (others.size() > crowd) return;
        for (const Reference& other : others) {
            if (other.index != character) met_[character].insert(other.index);
        }
    }

    std::vector<double> events_;
    std::vector<std::uint32_t> parts_;  // which tenths of the story, as bits
    std::vector<std::set<CharacterIndex>> met_;
};

/// Which events are turning points of the plot.
std::vector<bool> turning_points(const Story& story) {
    std::vector<bool> are(story.events().size(), false);
    for (const Beat& beat : story.beats())
        are[beat.event.index] = true;
    return are;
}

double weight_of(const Event& event, bool is_turning_point, const std::vector<double>& characters) {
    const auto matters = [&](const std::vector<Reference>& who) {
        double greatest = 0;
        for (const Reference& character : who)
            greatest = std::max(greatest, characters[character.index]);
        return greatest / most;
    };
    double weight = 0;
    if (!event.deaths.empty() && event.mode == Mode::present) weight += 2 + 8 * matters(event.deaths);
    if (!event.births.empty()) weight += 1 + 2 * matters(event.births);
    if (event.milestone) weight += 3 + 4 * characters[event.milestone->of.index] / most;
    if (is_turning_point) weight += 5;
    if (!event.reveals.empty()) weight += 3;
    if (event.tension) weight += 0.6 * event.tension->value;
    double present = 0;
    for (const Reference& who : event.who)
        present += characters[who.index] / most;
    return weight + 2 * matters(event.who) + std::min(0.2 * present, 1.0);
}

/// Who dies in one of the moments that are the story, or reaches a milestone there, matters as much: of several, the
/// one who matters most.
void raise_those_of_great_moments(Ranking& ranking, const Story& story) {
    const std::vector<EventIndex> order = by_importance(ranking.events);
    for (std::size_t i = 0; i < std::min(order.size(), great_moments); ++i) {
        const Event& event = story.events()[order[i]];
        std::vector<Reference> who = event.deaths;
        if (event.milestone) who.push_back(event.milestone->of);
        const auto matters_most = std::ranges::max_element(
            who, {}, [&ranking](const Reference& character) { return ranking.characters[character.index]; });
        if (matters_most == who.end() || story.characters()[matters_most->index].weight) continue;
        double& weight = ranking.characters[matters_most->index];
        weight = std::max(weight, ranking.events[order[i]]);
    }
}

}  // namespace

std::vector<std::size_t> by_importance(std::size_t count, const std::function<double(std::size_t)>& importance) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, importance);
    return order;
}

std::vector<std::size_t> by_importance(const std::vector<double>& weights) {
    return by_importance(weights.size(), [&weights](std::size_t i) { return weights[i]; });
}

Ranking ranking_of(const Story& story) {
    Ranking ranking;
    ranking.characters = Presence(story).weights();
    scale_to_most(ranking.characters);
    take_stated(ranking.characters, story.characters());

    const std::vector<bool> are_turning_points = turning_points(story);
    for (EventIndex e = 0; e < story.events().size(); ++e)
        ranking.events.push_back(weight_of(story.events()[e], are_turning_points[e], ranking.characters));
    scale_to_most(ranking.events);
    take_stated(ranking.events, story.events());

    raise_those_of_great_moments(ranking, story);

    for (const Relationship& relationship : story.relationships()) {
        double least = most;  // it matters as much as whoever in it matters less
        for (const Reference& who : relationship.between)
            least = std::min(least, ranking.characters[who.index]);
        ranking.relationships.push_back(least);
    }
    ranking.sections.assign(story.sections().size(), 0);
    ranking.things.assign(story.things().size(), 0);
    for (EventIndex e = 0; e < story.events().size(); ++e) {
        const Event& event = story.events()[e];
        if (event.section)
            ranking.sections[*event.section] = std::max(ranking.sections[*event.section], ranking.events[e]);
        for (const ThingUse& use : event.things)
            ranking.things[use.thing.index] = std::max(ranking.things[use.thing.index], ranking.events[e]);
    }
    return ranking;
}

}  // namespace fabula::drawing

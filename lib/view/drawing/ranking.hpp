#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "fabula/story.hpp"

namespace fabula::drawing {

/// How much everything in a story matters, from 0 to 10: what has more is larger and bolder, keeps its place where room
/// is short, and has a colour of its own. One ranking for all views, so that they agree on what the story is about.
struct Ranking {
    std::vector<double> events;         ///< by event
    std::vector<double> characters;     ///< by character
    std::vector<double> relationships;  ///< by relationship
    std::vector<double> sections;       ///< by section: as its weightiest event
    std::vector<double> things;         ///< by thing
};

/// So many events are the story: no picture should leave one of them out.
inline constexpr std::size_t great_moments = 10;

/// Characters count by the events that they take part in (their own death and milestones more), how far over the story
/// these are spread, their relationships, and how many others they meet. Events count by what happens in them (deaths,
/// births and numbered milestones, of those who matter; what is revealed; the turning points of the plot), by their
/// tension, and by who is there. What the story says under `weight` comes before all of this. Cost: O(n) in events and
/// those who take part.
[[nodiscard]] Ranking ranking_of(const Story& story);

/// The numbers from 0 to `count` - 1, those of the greatest importance first, equals in ascending order.
[[nodiscard]] std::vector<std::size_t> by_importance(std::size_t count,
                                                     const std::function<double(std::size_t)>& importance);
[[nodiscard]] std::vector<std::size_t> by_importance(const std::vector<double>& weights);

}  // namespace fabula::drawing

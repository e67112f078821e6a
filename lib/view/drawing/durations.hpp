#pragma once

#include <string>
#include <vector>

#include "view/drawing/context.hpp"

/// Ages, and the time between events, as far as the story is definite about them.
namespace fabula::drawing {

/// An event, and its place on the axis.
struct PlacedEvent {
    EventIndex event = 0;
    double along = 0;
};

/// An age that is known well enough to be shown, and its place on the axis.
struct AgeFigure {
    double along = 0;
    std::string calendar;  ///< "11", or "16\u201318" if it is known to a few years
    std::string text;      ///< the same, with the age lived if that differs: "115 (lived 15)"
};

/// The ages of a character at `events`, which are in order of time: each age where it changes, none where the story
/// leaves it open.
[[nodiscard]] std::vector<AgeFigure> age_figures(const std::vector<PlacedEvent>& events, const Context& context,
                                                 CharacterIndex character);

/// How much time passes from the end of one event to the start of the next, in words: "6 days later". A distance that
/// the story states is given as stated. Empty if the story leaves it open, or if no time passes.
[[nodiscard]] std::string passage_between(const Context& context, EventIndex before, EventIndex after);

}  // namespace fabula::drawing

#pragma once

#include <string>
#include <vector>

#include "view/drawing/context.hpp"

namespace fabula::drawing {

/// An event, and where on the axis it stands.
struct PlacedEvent {
    EventIndex event = 0;
    double along = 0;
};

/// An age that the story pins down well enough to say, and where on the axis it holds.
struct AgeFigure {
    double along = 0;
    std::string calendar;  ///< "11", or "16\u201318" where it is known to a few years
    std::string text;      ///< the same, and the age lived where that is another: "115 (lived 15)"
};

/// The ages of a character at `events`, which are in order of time, each said where it changes; nothing where the story
/// leaves it open.
[[nodiscard]] std::vector<AgeFigure> age_figures(const std::vector<PlacedEvent>& events, const Context& context,
                                                 CharacterIndex character);

}  // namespace fabula::drawing

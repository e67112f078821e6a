#pragma once

#include "view/lifelines/plan.hpp"

namespace fabula::lifelines {

/// An age that the story pins down well enough to say, and where on the axis it holds.
struct AgeFigure {
    double along = 0;
    std::string calendar;  ///< "11", or "16\u201318" where it is known to a few years
    std::string text;      ///< the same, and the age lived where that is another: "115 (lived 15)"
};

/// The ages of a character at the events, in order of time, each said where it changes; nothing where the story leaves
/// it open.
[[nodiscard]] std::vector<AgeFigure> age_figures(const Plan& plan, const Context& context, CharacterIndex character);

}  // namespace fabula::lifelines

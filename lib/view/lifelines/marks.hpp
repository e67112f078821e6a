#pragma once

#include "view/lifelines/plan.hpp"

namespace fabula::lifelines {

/// Radius of an event's plain mark, points.
inline constexpr double dot_radius = 2.7;

/// Radius of a numbered milestone's mark, points.
[[nodiscard]] inline double milestone_radius(const Plan& plan) {
    return plan.type.text * 0.74;
}

/// Paper around the mark of an event, which parts it from its lane.
void draw_ground(Group& group, Point at, const Theme& theme);

/// The mark of an event on the lane of one who takes part; `colour` is the lane's.
void draw_mark(Group& group, MarkShape shape, Point at, Colour colour, const Theme& theme);

/// On the lane of one who is only spoken of.
void draw_mention(Group& group, Point at, Colour colour, const Theme& theme);

/// A numbered milestone: its shape from the milestone's `mark:`, its number inside.
void draw_milestone(Group& group, const MilestoneKind& kind, std::optional<int> number, Point at, Colour colour,
                    const Plan& plan, const Context& context);

}  // namespace fabula::lifelines

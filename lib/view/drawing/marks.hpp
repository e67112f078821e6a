#pragma once

#include <optional>

#include "view/drawing/context.hpp"
#include "view/drawing/frame.hpp"

namespace fabula::drawing {

/// The mark of an event by what it is: death, milestone, what it is in the story's world, when it is told.
[[nodiscard]] MarkShape mark_shape(const Event& event, const Theme& theme);

/// The mark of what is no fact, and of what lies outside of the present.
[[nodiscard]] MarkShape mark_shape(Truth truth, const Theme& theme);
[[nodiscard]] MarkShape mark_shape(Mode mode, const Theme& theme);

/// Radius of a numbered milestone's mark beside text of this size, points.
[[nodiscard]] double milestone_radius(const Theme& theme, double text_size);

/// Paper around the mark of an event, which parts it from its lane.
void draw_ground(Group& group, Point at, const Theme& theme);

/// The mark of an event on the lane of one who takes part; `colour` is the lane's.
void draw_mark(Group& group, MarkShape shape, Point at, Colour colour, const Theme& theme);

/// On the lane of one who is only spoken of.
void draw_mention(Group& group, Point at, Colour colour, const Theme& theme);

/// A line that ends at `end` (along, across) goes on on another page: an open arrowhead, towards where time runs for a
/// `sign` of +1, and back for -1. It reaches out by `continuation_room`.
void draw_continuation(Group& group, const Frame& frame, Point end, double sign, Colour colour, const Theme& theme);
inline constexpr double continuation_room = 7;

/// A numbered milestone: its shape from the milestone's `mark:`, its number inside.
void draw_milestone(Group& group, const MilestoneKind& kind, std::optional<int> number, Point at, Colour colour,
                    double text_size, const Theme& theme, Measure& measure);

}  // namespace fabula::drawing

#pragma once

#include <optional>

#include "view/drawing/context.hpp"
#include "view/drawing/frame.hpp"

namespace fabula::drawing {

/// The mark of an event: for a death, a milestone, its truth or its mode, the first of these that applies.
[[nodiscard]] MarkShape mark_shape(const Event& event, const Theme& theme);

/// The mark of an event that is not a fact, and of one outside the present.
[[nodiscard]] MarkShape mark_shape(Truth truth, const Theme& theme);
[[nodiscard]] MarkShape mark_shape(Mode mode, const Theme& theme);

/// The radius of a numbered milestone beside text of this size, points.
[[nodiscard]] double milestone_radius(const Theme& theme, double text_size);

/// How far the mark of a milestone reaches up from its middle, points.
[[nodiscard]] double milestone_top(const MilestoneKind& kind, const Theme& theme, double text_size);

/// Paper around the mark of an event, which separates it from its lane.
void draw_ground(Group& group, Point at, const Theme& theme);

/// The mark of an event on the lane of a character who takes part; `colour` is that of the lane.
void draw_mark(Group& group, MarkShape shape, Point at, Colour colour, const Theme& theme);

/// The mark on the lane of a character who is mentioned but absent.
void draw_mention(Group& group, Point at, Colour colour, const Theme& theme);

/// An open arrowhead at `end` (along, across) of a line that continues on another page. It points forward in time if
/// `sign` is +1, backward if it is -1, and takes `continuation_room`.
void draw_continuation(Group& group, const Frame& frame, Point end, double sign, Colour colour, const Theme& theme);
inline constexpr double continuation_room = 7;

/// A numbered milestone: the shape that `mark:` names, with its number inside.
void draw_milestone(Group& group, const MilestoneKind& kind, std::optional<int> number, Point at, Colour colour,
                    double text_size, const Theme& theme, Measure& measure);

}  // namespace fabula::drawing

#pragma once

#include "view/curve/layout.hpp"
#include "view/drawing/legend.hpp"

/// The drawing passes: from a finished plan to groups of the scene. `origin` is the page's place of the plan's (0, 0).
namespace fabula::curves {

/// Section bands with their headings, what the two axes are, figures of the axis of the story.
void draw_axes(Group& parent, const Plan& plan, const Context& context, Point origin);

/// The curve and the room that uncertain times take.
void draw_telling(Group& parent, const Plan& plan, const Context& context, Point origin);

/// Marks, titles and the names of flashbacks and flash-forwards.
void draw_events(Group& parent, const Plan& plan, const Context& context, Point origin);

/// The rows of places.
void draw_places(Group& parent, const Plan& plan, const Context& context, Point origin);

void explain(Legend& legend, const Plan& plan, const Context& context);

}  // namespace fabula::curves

#pragma once

#include "view/drawing/legend.hpp"
#include "view/plot/layout.hpp"

/// The drawing passes: from a finished plan to groups of the scene. `origin` is the page's place of the plan's (0, 0).
namespace fabula::plots {

/// Acts or sections as bands, the lines of tension, figures of time, beats that are missing.
void draw_ground(Group& parent, const Plan& plan, const Context& context, Point origin);

/// The curve of all and those of threads.
void draw_curves(Group& parent, const Plan& plan, const Context& context, Point origin);

/// Marks and titles.
void draw_events(Group& parent, const Plan& plan, const Context& context, Point origin);

void explain(Legend& legend, const Plan& plan, const Context& context);

}  // namespace fabula::plots

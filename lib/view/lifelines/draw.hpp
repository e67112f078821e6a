#pragma once

#include "view/drawing/legend.hpp"
#include "view/lifelines/label_index.hpp"
#include "view/lifelines/plan.hpp"

/// The drawing passes: from a finished plan to groups of the scene. None decides where anything stands.
namespace fabula::lifelines {

/// Where each lane's line begins and ends. O(entries + lanes).
[[nodiscard]] std::vector<LaneExtent> lane_extents(const Plan& plan, const Context& context);

/// The lanes: lines with the textures of their states, beginnings, ends, breaks, names and inscriptions.
void draw_lanes(Group& parent, const Plan& plan, const Context& context, const Frame& frame);

/// The lines that join the lanes of those who take part in an event, broken where a label stands.
void draw_ties(Group& parent, const Plan& plan, const Context& context, const Frame& frame, const LabelIndex& labels);

/// Marks, extents, uncertainty and labels of the events.
void draw_events(Group& parent, const Plan& plan, const Context& context, const Frame& frame);

/// The relationships.
void draw_arcs(Group& parent, const Plan& plan, const Context& context, const Frame& frame, const LabelIndex& labels);

/// Section bands with their headings, behind everything.
void draw_bands(Group& parent, const Plan& plan, const Context& context, const Frame& frame);

/// The axis at `across`, its figures on the side of `outwards` (-1: before it, +1: after it), and the breaks with their
/// lengths.
void draw_axis(Group& parent, const Plan& plan, const Context& context, const Frame& frame, double across,
               double outwards);

/// How many of the times between events had no room on the axis.
[[nodiscard]] std::size_t passages_left_out(const Plan& plan, const Context& context);

/// How far the strips before the first lane reach out: axis, then section headings.
struct Strips {
    double axis = 0;
    double headings = 0;
};
[[nodiscard]] Strips measure_strips(const Plan& plan, const Context& context);

/// The room that the names at the lanes' starts need before the axis begins (along; across only where time runs down).
[[nodiscard]] double name_room(const Plan& plan, const Context& context);

/// Explains what the page uses and does not say beside it. `context` has to outlive the legend.
[[nodiscard]] Legend make_legend(const Plan& plan, const Context& context);

/// Where the names before the lanes' starts stand, by row.
[[nodiscard]] std::vector<NamePlace> name_places(const Plan& plan, const Context& context);

}  // namespace fabula::lifelines

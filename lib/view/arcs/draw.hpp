#pragma once

#include "view/arcs/plan.hpp"
#include "view/drawing/legend.hpp"

/// The drawing passes: from a finished plan to groups of the scene.
namespace fabula::arc_diagram {

/// What a tie looks like along a shape: its stroke, a break for every phase after the first, marks or a head where it
/// ends; open where its kind's name stands.
struct TieStyle {
    const Kind& kind;
    double weight = 1;
    std::size_t phases = 1;
    bool directed = false;
    double mark_size = 3;  ///< the most that a mark at an end may measure, points
    const KindName* name = nullptr;
};
void draw_tie(Group& group, const HalfEllipse& shape, const TieStyle& style, const Frame& frame,
              const Context& context);

/// All arcs with the names of kinds.
void draw_ties(Group& parent, const Plan& plan, const Graph& graph, const Context& context, const Frame& frame);

/// The nodes with their names.
void draw_nodes(Group& parent, const Plan& plan, const Graph& graph, const Context& context, const Frame& frame);

/// Kinds whose name does not stand in all their arcs; breaks, and width by strength.
void explain(Legend& legend, const Plan& plan, const Graph& graph, const Context& context);

}  // namespace fabula::arc_diagram

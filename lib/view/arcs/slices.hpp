#pragma once

#include "view/arcs/plan.hpp"

namespace fabula::arc_diagram {

/// The diagram of a section: its place across, and its heading.
struct Slice {
    SectionIndex section = 0;
    double axis = 0;  ///< of the line that its arcs stand on, from that of the first
    Paragraph heading;
};

/// A diagram for every section side by side, each on a line that runs down, with the nodes of all in the same rows and
/// their names at the left.
struct Slices {
    Plan plan;  ///< of one diagram, without headings; its names stand at the left of all
    std::vector<Slice> slices;
    double width = 0;  ///< of one
    double heading_height = 0;
};

[[nodiscard]] Slices lay_out_slices(const Graph& graph, const Options& options, const Page& room,
                                    const Context& context);

/// How large the whole is.
[[nodiscard]] Page size_of(const Slices& slices);

/// Draws all, with the top left corner at `at`.
void draw_slices(Group& parent, const Slices& slices, const Graph& graph, const Context& context, Point at);

}  // namespace fabula::arc_diagram

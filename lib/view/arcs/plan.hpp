#pragma once

#include <vector>

#include "view/arcs/graph.hpp"
#include "view/arcs/half_ellipse.hpp"
#include "view/drawing/section_bands.hpp"
#include "view/drawing/typesetting.hpp"

/// The values that the passes of this view hand to one another. Distances are in points, along the line from its first
/// node and across it, as in a Frame.
namespace fabula::arc_diagram {

/// Where the arcs of a node end on one side of the line.
struct Ports {
    double from = 0;
    double until = 0;
    std::size_t count = 0;
};

/// The name of a kind within an arc.
struct KindName {
    std::size_t tie = 0;
    TextLine text;
    Point centre;     ///< along, across
    double from = 0;  ///< the gap in the arc, as shares of its way
    double until = 0;
};

struct Plan {
    Options options;
    Typography type;
    Direction direction = Direction::right;
    bool both_sides = false;                ///< arcs on both; else names stand on the side without
    std::vector<double> centre;             ///< along, by node
    std::vector<Block> names;               ///< by node
    double name_depth = 0;                  ///< of the deepest name, across
    std::vector<Ports> ports[arcs::sides];  ///< by node
    double port_gap = 0;                    ///< between two arcs that end at one node
    double base[arcs::sides] = {};          ///< across: where arcs of each side stand
    double depth[arcs::sides] = {};         ///< of the deepest arc of each side
    double length = 0;                      ///< of the line
    double aspect = 1;                      ///< how far arcs reach, by half their length
    std::vector<HalfEllipse> shapes;        ///< by tie
    std::vector<KindName> kind_names;
    SectionBands sections;

    /// Which way across a side is.
    [[nodiscard]] double outwards(std::size_t side) const {
        return (side == 0) == (direction == Direction::down) ? 1 : -1;
    }
};

/// What the picture covers, along and across.
[[nodiscard]] Box extent(const Plan& plan);

/// How headings of sections are set where the line has bands.
[[nodiscard]] HeadingStyle heading_style(const Plan& plan);

}  // namespace fabula::arc_diagram

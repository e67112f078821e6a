#pragma once

#include <string>
#include <vector>

#include "fabula/view.hpp"

#include "solve/arcs/arrangement.hpp"
#include "view/drawing/context.hpp"
#include "view/drawing/frame.hpp"
#include "view/drawing/legend.hpp"
#include "view/drawing/section_bands.hpp"
#include "view/drawing/setting_table.hpp"
#include "view/drawing/typesetting.hpp"

namespace fabula {

/// The row of the registry for `arcs`. Figures: {"view", "of", "order": [ids along the line], "crossings", "length"
/// (the sum of the distances of all arcs, in places), "optimal", "arcs", "kinds": [{"kind", "side", "arcs"}],
/// "unrelated": [ids], "kind_names_left_out"}.
[[nodiscard]] View arcs_view();

}  // namespace fabula

/// What the passes of the view `arcs` hand to one another: the options, the graph, then the plan of a picture.
namespace fabula::arc_diagram {

using namespace drawing;

/// What stands on the line.
enum class Of {
    characters,  ///< joined by relationships
    meetings,    ///< characters, joined by the scenes that they share
    events       ///< joined by links, and by what they reveal
};

/// How it is ordered.
enum class Sequence {
    automatic,  ///< events by time, characters by crossings
    crossings,  ///< so that few arcs cross
    time,       ///< by when things happen; characters by when they first take part
    told,       ///< by when they are told
    file        ///< as in the story file
};

/// Which way the line runs.
enum class Course { automatic, right, down };

struct Options {
    Of of = Of::characters;
    Sequence order = Sequence::automatic;
    Course direction = Course::automatic;
    bool sections = false;  ///< a diagram for each section, side by side
    bool kinds = true;      ///< names of kinds within the arcs
    bool legend = true;
};

/// What stands where arcs of a kind end. Those of directed arcs end in a head instead.
enum class EndMark { none, disc, ring, square, diamond, bar };

/// A kind of arc: all on one side of the line.
struct Kind {
    std::string name = {};  ///< empty: of no kind
    KindStyle style = {};
    EndMark mark = EndMark::none;
    std::size_t side = 0;  ///< 0: over the line, or to its right where it runs down
    std::size_t arcs = 0;
};

/// A character or an event.
struct Node {
    std::size_t index = 0;  ///< of Story::characters or Story::events
    Subject subject = {};   ///< of its group in the scene
    std::string id = {};
    std::string name = {};
    Colour colour = {};
};

/// Two nodes joined; directed: from `a` to `b`.
struct Tie {
    std::size_t a = 0;
    std::size_t b = 0;
    std::size_t kind = 0;
    bool directed = false;
    double weight = 1;       ///< of its stroke, relative to that of its kind
    std::size_t phases = 1;  ///< how often it was begun
    Subject subject = {};    ///< of its group in the scene; nothing for the second and later of one relationship
    std::string title = {};
    std::string text = {};
    std::vector<double> weight_in = {};  ///< by section: 0 where it is not in force
    std::vector<bool> ends_in = {};      ///< by section: whether it ends there
};

/// What stands on the line and what joins it, before anything has a place on the page.
struct Graph {
    std::vector<Node> nodes = {};  ///< from left to right
    std::vector<Kind> kinds = {};
    std::vector<Tie> ties = {};               ///< those of one relationship next to each other
    std::vector<std::string> unrelated = {};  ///< ids of those that nothing joins; they are not shown
    std::size_t crowds_left_out = 0;          ///< scenes with too many characters to say who meets whom
    arcs::Cost cost = {};                     ///< of the order
    bool optimal = false;                     ///< no order is cheaper
    bool by_section = false;                  ///< the nodes of each section stand next to each other
    [[nodiscard]] bool empty() const { return ties.empty(); }
};

/// The graph that the options ask for, in order.
[[nodiscard]] Graph make_graph(const Options& options, const Context& context);

/// A half ellipse on a line: along and across as in a Frame. All of one picture have the same shape, so that two cross
/// only where their ends alternate.
struct HalfEllipse {
    double from = 0;   ///< along: where a share of 0 is
    double until = 0;  ///< where a share of 1 is; may be less than `from`
    double base = 0;   ///< across
    double rise = 0;   ///< across, from the base to the highest point; negative towards less

    [[nodiscard]] double centre() const { return (from + until) / 2; }
    [[nodiscard]] double radius() const;

    /// The place (along, across) at a share of the way from one end to the other, 0 to 1 by the angle.
    [[nodiscard]] Point at(double share) const;

    /// A stretch of it.
    [[nodiscard]] Path path(const Frame& frame, double share_from, double share_until) const;

    /// Whether it passes through a box (left and right along, top and bottom across).
    [[nodiscard]] bool passes(const Box& box) const;
};

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

/// Where everything stands. Distances are in points, along the line from its start and across it, as in a Frame.
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
    double aspect = 1;                      ///< how far arcs reach, relative to half their length
    std::vector<HalfEllipse> shapes;        ///< by tie
    std::vector<KindName> kind_names;
    SectionBands sections;

    /// Which way across a side is.
    [[nodiscard]] double outwards(std::size_t side) const {
        return (side == 0) == (direction == Direction::down) ? 1 : -1;
    }
};

/// Lays the graph out in the room that there is; where the room grows, as large as good. Whether it fits is for the
/// caller to see.
[[nodiscard]] Plan lay_out(const Graph& graph, const Options& options, const Page& room, const Context& context);

/// How many arcs end at every node, on one side.
[[nodiscard]] std::vector<std::size_t> count_ports(const Graph& graph, std::size_t side);

/// Gives all arcs their ports and one shape: half circles, or flatter ones where those of both sides together would
/// reach further than `most_depth`. Fills in Plan::ports, shapes, depth and aspect.
void shape_arcs(Plan& plan, const Graph& graph, double most_depth);

/// What the picture covers, along and across.
[[nodiscard]] Box extent(const Plan& plan);

/// How headings of sections are set where the line has bands.
[[nodiscard]] HeadingStyle heading_style(const Plan& plan);

/// What a tie looks like along a shape: its stroke, with a break for every phase after the first and a gap for the name
/// of its kind, and marks or a head at its ends.
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

/// Explains kinds whose name does not stand in all their arcs, breaks, and widths.
void explain(Legend& legend, const Plan& plan, const Graph& graph, const Context& context);

/// The diagram of a section: its place across, and its heading.
struct Slice {
    SectionIndex section = 0;
    double axis = 0;  ///< of the line that its arcs stand on, from that of the first
    Paragraph heading;
};

/// A diagram for every section side by side, each on a line that runs down. The nodes of all stand in the same rows,
/// with their names at the left.
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

#pragma once

#include <string>
#include <vector>

#include "solve/arcs/arrangement.hpp"
#include "view/arcs/options.hpp"
#include "view/drawing/context.hpp"

/// What stands on the line and what joins it, before anything has a place on the page.
namespace fabula::arc_diagram {

using namespace drawing;

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
    double weight = 1;       ///< of its stroke, by that of its kind
    std::size_t phases = 1;  ///< how often it was begun
    Subject subject = {};    ///< of its group in the scene; nothing for the second and later of one relationship
    std::string title = {};
    std::string text = {};
    std::vector<double> weight_in = {};  ///< by section: 0 where it is not in force
    std::vector<bool> ends_in = {};      ///< by section: whether it ends there
};

struct Graph {
    std::vector<Node> nodes = {};  ///< from left to right
    std::vector<Kind> kinds = {};
    std::vector<Tie> ties = {};               ///< those of one relationship next to each other
    std::vector<std::string> unrelated = {};  ///< ids of those that nothing joins; they are not shown
    std::size_t crowds_left_out = 0;          ///< scenes of so many that they say nothing of who meets whom
    arcs::Cost cost = {};                     ///< of the order
    bool optimal = false;                     ///< no order is cheaper
    bool by_section = false;                  ///< nodes stand in an order in which sections are stretches
    [[nodiscard]] bool empty() const { return ties.empty(); }
};

/// The graph that the options ask for, in order.
[[nodiscard]] Graph make_graph(const Options& options, const Context& context);

}  // namespace fabula::arc_diagram

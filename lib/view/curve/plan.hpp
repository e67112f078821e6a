#pragma once

#include <vector>

#include "view/curve/options.hpp"
#include "view/curve/telling.hpp"
#include "view/drawing/context.hpp"
#include "view/drawing/typesetting.hpp"

/// The values that the passes of this view hand to one another. Distances are in points, x to the right in the order
/// told, y downwards in the order of the story; (0, 0) is where the first told stands across and the first to happen
/// stands down.
namespace fabula::curves {

using namespace drawing;

/// A line of text with its left end in the middle of its height.
struct Inscription {
    std::size_t of = 0;  ///< a place in the telling, or of Telling::anachronies
    TextLine text;
    Box box;
};

/// A place as a row under the curve.
struct PlaceRow {
    std::size_t place = 0;  ///< of Story::places
    TextLine name;
    std::vector<std::pair<std::size_t, std::size_t>> runs;  ///< places in the telling, first and last
};

/// A kind that the curve shows by texture and colour.
struct Category {
    std::string name;
    LinePattern pattern = LinePattern::solid;
    Colour colour;
};

struct Plan {
    Options options;
    Typography type;
    Telling telling;
    double step = 12;           ///< from one event told to the next
    std::vector<double> rows;   ///< y by rank
    std::vector<double> times;  ///< nominal, by rank; for the axis
    std::vector<Category> categories;
    std::vector<std::size_t> category_of;  ///< by place in the telling; SIZE_MAX: none
    std::vector<PlaceRow> place_rows;
    std::vector<Inscription> titles;
    std::vector<Inscription> notes;  ///< names and measures of anachronies
    std::size_t left_out = 0;        ///< titles without room

    [[nodiscard]] double x(std::size_t place) const { return static_cast<double>(place) * step; }
    [[nodiscard]] double y(std::size_t place) const { return rows[telling.events[place].rank]; }
    [[nodiscard]] Point at(std::size_t place) const { return {x(place), y(place)}; }
    [[nodiscard]] double width() const { return x(telling.events.size() - 1); }
    [[nodiscard]] double height() const { return rows.back(); }
    /// The height at which a time stands.
    [[nodiscard]] double y_at(double time) const;
    /// All points of the curve, in the order told.
    [[nodiscard]] std::vector<Point> points() const;
};

}  // namespace fabula::curves

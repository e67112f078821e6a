#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <vector>

#include "fabula/view.hpp"

#include "view/drawing/context.hpp"
#include "view/drawing/frame.hpp"

/// Statements that are set aside because they contradict firmer ones (Timetable::set_aside), as a picture shows them.
namespace fabula::drawing {

/// The mark of what has a statement set aside: an upright triangle with a stroke and a point in it, in the ink of text.
/// Nothing else looks like it. `size` is its height, points.
void draw_set_aside(Group& group, Point centre, double size, const Theme& theme);

/// Where a statement that is set aside would have put its subject: the same triangle, hollow.
void draw_asked_place(Group& group, Point centre, double size, const Theme& theme);

/// How high these marks are beside text of the theme's size, points.
[[nodiscard]] double set_aside_size(const Theme& theme);

/// A row of a picture: which part of the page it takes across the axis, points, and where times stand along it.
struct TimeRow {
    double from = -std::numeric_limits<double>::infinity();
    double until = std::numeric_limits<double>::infinity();
    std::vector<SharedAxis::Knot> knots;  ///< in order of time
};

/// ViewResult::place_in_time of a picture in rows whose axis runs so: between knots evenly, and at the ends of a row
/// for what is beyond them, or nowhere if there are several rows.
[[nodiscard]] std::function<std::optional<Point>(Point, double)> place_in_rows(std::vector<TimeRow> rows,
                                                                               Direction direction);

/// The knots of events, each with its place along the axis.
[[nodiscard]] TimeRow row_of(std::vector<SharedAxis::Knot> events);

/// Adds the marks to a finished picture: to each event, character and section that has a statement set aside, beside
/// its title or mark where nothing else stands, and where the picture has an axis of time (ViewResult::place_in_time)
/// also to the place that the statement asked for. With several, letters say which belong together.
void mark_set_aside(ViewResult& picture, const Context& context);

}  // namespace fabula::drawing

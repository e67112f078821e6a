#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "fabula/view.hpp"

#include "view/drawing/context.hpp"
#include "view/drawing/section_bands.hpp"
#include "view/drawing/typesetting.hpp"
#include "view/plot/options.hpp"

/// The values that the passes of this view hand to one another. Distances are in points, x to the right along the axis,
/// y downwards from where tension is at its highest.
namespace fabula::plots {

using namespace drawing;

inline constexpr double most_tension = 10;

/// An event on the axis.
struct Moment {
    EventIndex event = 0;
    double x = 0;
    std::optional<double> tension;
};

/// A turning point: an event by what it is in the plot. `beat` is of Story::beats.
struct TurningPoint {
    std::size_t beat = 0;
    std::size_t moment = 0;
};

/// An act, from where it begins to the next.
struct Act {
    std::string name;
    double from = 0;
};

/// A beat that the structure expects and the story does not name.
struct MissingBeat {
    std::string name;
    double x = 0;
};

/// A text at its place, with a leader from the event to it where it stands apart.
struct Inscription {
    std::size_t moment = 0;
    Block block;
    Point at;  ///< the top left corner
    bool led = false;
};

/// The curve of a thread, in a strip of its own.
struct Strip {
    std::size_t thread = 0;                 ///< of Story::threads
    std::vector<std::size_t> moments = {};  ///< those of its events that have a tension
    double top = 0;
};

struct Plan {
    Options options;
    Typography type;
    double width = 0;
    double height = 0;                 ///< of the curve of all
    std::vector<Moment> moments;       ///< from left to right
    std::vector<TurningPoint> beats;   ///< from left to right
    std::vector<Act> acts;             ///< from left to right
    std::vector<MissingBeat> missing;  ///< only where the axis is the telling
    SectionBands sections;             ///< where there are no acts
    std::vector<Inscription> titles;
    std::vector<Inscription> notes;  ///< of missing beats; `moment` is of `missing`
    std::vector<Strip> strips;
    std::size_t left_out = 0;  ///< titles without room
    bool follows = false;      ///< the axis of another picture, which has the figures
    bool timed = false;        ///< the axis is the story's time

    [[nodiscard]] double y(double tension) const { return height * (1 - tension / most_tension); }
    [[nodiscard]] Point at(std::size_t moment) const { return {moments[moment].x, y(*moments[moment].tension)}; }
    /// The turning points that a moment is.
    [[nodiscard]] std::span<const TurningPoint> beats_of(std::size_t moment) const;
    /// The points of the curve of all.
    [[nodiscard]] std::vector<Point> points() const;
};

/// What stands around the curve of all, points.
struct Surroundings {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
};
[[nodiscard]] Surroundings surroundings(const Plan& plan, const Context& context);

inline constexpr double strip_height = 30;
inline constexpr double strip_distance = 16;

}  // namespace fabula::plots

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "fabula/view.hpp"

#include "view/drawing/context.hpp"
#include "view/drawing/legend.hpp"
#include "view/drawing/section_bands.hpp"
#include "view/drawing/typesetting.hpp"

namespace fabula {

/// The row of the registry for `plot`. Figures: {"view", "axis" ("told" or "time"), "events": [{"event", "x", "tension"
/// (null where nothing is said), "y"}], "beats": [{"beat", "event", "share" (of the axis, 0 to 1)}], "acts": [{"act",
/// "share"}], "missing_beats": [names], "threads": [{"thread", "events"}], "titles_left_out"}; x and y in points.
[[nodiscard]] View plot_view();

}  // namespace fabula

/// What the passes of the view `plot` hand to one another: the options, then the plan of a picture.
namespace fabula::plots {

using namespace drawing;

/// What the axis is true to.
enum class Axis {
    told,  ///< the order of the telling
    time   ///< the time of the story, as far as every event has a place of its own
};

struct Options {
    Axis axis = Axis::told;
    bool titles = true;
    bool threads = true;
    bool legend = true;
    static constexpr bool ages = true;  ///< its axis may be that of an age
};

inline constexpr double most_tension = 10;

/// An event on the axis.
struct Moment {
    EventIndex event = 0;
    double x = 0;
    std::optional<double> tension;
};

/// A turning point: an event and the beat of the plot that it is.
struct TurningPoint {
    std::size_t beat = 0;  ///< of Story::beats
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

inline constexpr double strip_height = 30;
inline constexpr double strip_distance = 16;

/// Where everything stands. Distances are in points, x to the right along the axis, y downwards from where tension is
/// at its highest.
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

/// Lays the plot out in the room that there is; where the room grows, as large as good. Follows `axis` where that is
/// not null and the plot's axis is the story's time. Precondition: the story has two tensions or more.
[[nodiscard]] Plan lay_out(const Options& options, const Page& room, const SharedAxis* axis, const Context& context);

/// From where to where texts may stand along the axis.
struct TitleRoom {
    double left = 0;
    double right = 0;
};

/// Sets turning points with the names of their beats, then the beats that are missing, then other titles where the
/// options ask for them, the most important first. None touches the curve or another. Counts those without room.
void inscribe(Plan& plan, const TitleRoom& room, const Context& context);

/// What stands around the curve of all, points.
struct Surroundings {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
};
[[nodiscard]] Surroundings surroundings(const Plan& plan, const Context& context);

[[nodiscard]] HeadingStyle heading_style(const Plan& plan);

/// Draws acts or sections as bands, the lines of tension, figures of time, beats that are missing. Here and below,
/// `origin` is the place on the page of the plan's (0, 0).
void draw_ground(Group& parent, const Plan& plan, const Context& context, Point origin);

/// The curve of all and those of threads.
void draw_curves(Group& parent, const Plan& plan, const Context& context, Point origin);

/// Marks and titles.
void draw_events(Group& parent, const Plan& plan, const Context& context, Point origin);

void explain(Legend& legend, const Plan& plan, const Context& context);

}  // namespace fabula::plots

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "fabula/story.hpp"
#include "fabula/timetable.hpp"
#include "fabula/view.hpp"

#include "view/drawing/context.hpp"
#include "view/drawing/legend.hpp"
#include "view/drawing/section_bands.hpp"
#include "view/drawing/typesetting.hpp"

namespace fabula {

/// The row of the registry for `curve`: told order against story order, one curve through the events (Story Curves:
/// Kim, Bach, Im, Schriber, Gross and Pfister 2017).
[[nodiscard]] View curve_view();

}  // namespace fabula

/// What the passes of the view `curve` hand to one another: the options, the telling, then the plan of a picture.
namespace fabula::curves {

using namespace drawing;

/// What the axis of the story is true to.
enum class StoryAxis {
    automatic,  ///< time where the story has dates, ages or a clock, else the order
    time,       ///< time, as far as every event has a row of its own
    order       ///< the order of events alone
};

/// What texture and colour of the curve say.
enum class By { nothing, place, character, reality };

struct Options {
    StoryAxis story = StoryAxis::automatic;
    By by = By::nothing;
    bool titles = true;
    bool places = true;
    bool legend = true;
    static constexpr bool ages = true;  ///< its axis may be that of an age
};

/// A stretch of the telling that leaves its order.
struct Anachrony {
    enum class Kind { flashback, flash_forward };
    Kind kind = Kind::flashback;
    std::size_t first = 0;  ///< places in the telling
    std::size_t last = 0;
    double reach = 0;              ///< from the moment it leaves to its furthest: time, as Timetable counts it
    std::size_t reach_events = 0;  ///< the same in events told
    double extent = 0;             ///< the time from the first that happens in it to the last
    std::size_t left = 0;          ///< the place in the telling of the event that it is measured from

    friend bool operator==(const Anachrony&, const Anachrony&) = default;
};

/// One event told.
struct Told {
    EventIndex event = 0;
    std::size_t rank = 0;  ///< among those told, by when they happen
    bool in_order = true;  ///< part of the base narrative

    friend bool operator==(const Told&, const Told&) = default;
};

/// What is told, in that order. The base narrative is the longest selection of it that is in order of time (a longest
/// increasing subsequence; Schensted 1961). Among equally long ones it is the one told first. Scenes that the story
/// itself calls flashbacks are never part of it. Anything else that is not part of it is either earlier than the point
/// that the base narrative had reached, a flashback (analepsis), or later than the point at which it goes on, a
/// flash-forward (prolepsis; Genette 1972).
struct Telling {
    std::vector<Told> events;
    std::vector<Anachrony> anachronies;  ///< in the order told
    double non_linearity = 0;            ///< 0 told in order to 1 told backwards: see non_linearity_of
};

/// Cost: O(n log n) in events told.
[[nodiscard]] Telling make_telling(const Story& story, const Timetable& timetable);

/// The sum of the distances of all ranks from their places in the telling, over that of the reversed order (Kim, Bach,
/// Im, Schriber, Gross and Pfister 2017). 0 for fewer than two.
[[nodiscard]] double non_linearity_of(const std::vector<std::size_t>& ranks);

/// Which of the ranks, all different, belong to the longest increasing selection; among equally long ones, to the one
/// that comes first. Only `eligible` ranks may belong to it. Cost: O(n log n).
[[nodiscard]] std::vector<bool> longest_increasing(const std::vector<std::size_t>& ranks,
                                                   const std::vector<bool>& eligible);

/// A line of text with its left end in the middle of its height.
struct Inscription {
    std::size_t of = 0;  ///< a place in the telling, or of Telling::anachronies
    TextLine text;
    Box box;
    bool led = false;  ///< it stands over or under its mark, at the end of a leader line
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

/// Where everything stands. Distances are in points, x to the right in the order told, y downwards in the order of the
/// story. (0, 0) is in the column of the first event told and in the row of the first to happen.
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

/// Decides where everything stands: as large as the story asks for where the page grows (`room` is zero), else as large
/// as there is room for, in smaller type where there is little.
[[nodiscard]] Plan lay_out(const Options& options, const Page& room, const Context& context);

/// Sets the names of flashbacks and flash-forwards, and then the titles of events, each where nothing else stands:
/// those that reach furthest and the most important events first. The others are left out and counted.
void inscribe(Plan& plan, const Box& room, const Context& context, bool leaders);

/// What stands around the curve, points.
struct Surroundings {
    double left = 0;    ///< figures of the axis, names of places
    double right = 0;   ///< titles that reach out behind the last event
    double top = 0;     ///< headings of sections, what the axes are
    double bottom = 0;  ///< rows of places

    [[nodiscard]] Page around(double width, double height) const {
        return {left + width + right, top + height + bottom};
    }
};

[[nodiscard]] Surroundings surroundings(const Plan& plan, const Context& context);

/// How high a row of a place under the curve is, points.
[[nodiscard]] double place_row_height(const Plan& plan);

/// What the two axes are.
[[nodiscard]] TextLine as_told(const Plan& plan, const Context& context);
[[nodiscard]] TextLine as_it_happened(const Plan& plan, const Context& context);

/// The bands of sections as they are told, from left to right; none for a stretch too narrow for a heading.
[[nodiscard]] SectionBands section_bands(const Plan& plan, const Context& context);
[[nodiscard]] HeadingStyle heading_style(const Plan& plan);

/// Draws section bands with their headings, what the two axes are, figures of the axis of the story. Here and below,
/// `origin` is the place on the page of the plan's (0, 0).
void draw_axes(Group& parent, const Plan& plan, const Context& context, Point origin);

/// The curve, and bars for uncertain times.
void draw_telling(Group& parent, const Plan& plan, const Context& context, Point origin);

/// Marks, titles and the names of flashbacks and flash-forwards.
void draw_events(Group& parent, const Plan& plan, const Context& context, Point origin);

/// The rows of places.
void draw_places(Group& parent, const Plan& plan, const Context& context, Point origin);

void explain(Legend& legend, const Plan& plan, const Context& context);

}  // namespace fabula::curves

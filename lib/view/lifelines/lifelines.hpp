#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "fabula/ages.hpp"
#include "fabula/scene.hpp"
#include "fabula/story.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"
#include "fabula/timetable.hpp"
#include "fabula/view.hpp"

#include "view/drawing/context.hpp"
#include "view/drawing/durations.hpp"
#include "view/drawing/frame.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/typesetting.hpp"

namespace fabula {

/// The row of the view `lifelines` in the registry.
[[nodiscard]] View lifelines_view();

}  // namespace fabula

/// The view `lifelines`: its settings, its time scale, and the plan that its passes fill.
namespace fabula::lifelines {

// The values that the passes of the lifelines view hand to one another.
//
// Places are given as `along` (with time) and `across` (from lane to lane), in points, so that one layout serves both
// directions of the page; Frame turns them into points of the page.

using namespace drawing;

/// The order of lanes: those who meet near each other, or as the story lists its characters.
enum class LaneOrder { automatic, file };

struct Options {
    Direction direction = Direction::right;
    bool notes = true;
    bool dates = true;
    bool weekday = false;  ///< dates say the day of the week
    bool elapsed = false;  ///< the axis says how much time passes from one event to the next
    bool ages = true;
    bool legend = true;
    LaneOrder order = LaneOrder::automatic;
};

/// One row of the picture: the lane of a character, or the nameless one of events that nobody takes part in.
struct Lane {
    std::optional<CharacterIndex> character;
    Colour colour;
};

/// The lanes, from the first to the last, and the row of each character.
struct Cast {
    std::vector<Lane> lanes;
    std::vector<std::optional<std::size_t>> row_of;  ///< by character
    std::optional<std::size_t> row_of_nobody;

    [[nodiscard]] std::optional<std::size_t> row(CharacterIndex character) const { return row_of[character]; }
};

/// What the picture shows of an event, before it has a place.
struct Entry {
    EventIndex event = 0;
    std::vector<std::size_t> rows;       ///< of those who take part; ascending, never empty
    std::vector<std::size_t> mentioned;  ///< of those who are mentioned and alive then; ascending, none of `rows`
    MarkShape shape = MarkShape::dot;
    std::vector<std::size_t> marked_rows;  ///< of those whose milestone or death it is; others have a dot
    Block label;
    double tip = 0;     ///< how far its mark sticks out over the core of a lane, if time runs to the right; points
    double weight = 0;  ///< where labels do not fit, the lightest are left out first

    /// The first and the last lane that the tie of the event reaches.
    [[nodiscard]] std::size_t top() const {
        return mentioned.empty() ? rows.front() : std::min(rows.front(), mentioned.front());
    }
    [[nodiscard]] std::size_t bottom() const {
        return mentioned.empty() ? rows.back() : std::max(rows.back(), mentioned.back());
    }
};

/// An event of another page that lasts into this one, which shows only its band.
struct Carried {
    EventIndex event = 0;
    std::vector<std::size_t> rows;  ///< ascending; never empty
};

/// The two strips of a lane in which labels stand: before it (above, left) and after it (below, right).
enum class Side { before, after };

struct Zone {
    std::size_t row = 0;
    Side side = Side::after;

    [[nodiscard]] std::size_t index() const { return row * 2 + (side == Side::after ? 1 : 0); }
    /// The gap of the zone. Gap g is the one before row g, so n rows have the gaps 0 to n.
    [[nodiscard]] std::size_t gap() const { return row + (side == Side::after ? 1 : 0); }

    friend bool operator==(const Zone&, const Zone&) = default;
};

/// The place of a label: its extent along the axis, and its depth in the zone, from the lane outwards.
struct LabelPlace {
    Zone zone;
    double from = 0;
    double until = 0;
    double near = 0;
    double far = 0;
};

/// One stretch of a relationship, in the gap that holds its track.
struct Arc {
    std::size_t relationship = 0;
    std::size_t phase = 0;
    std::vector<std::size_t> rows;  ///< ascending
    double from = 0;
    double until = 0;
    bool open_end = false;      ///< it goes on past the end of the story, or of the page
    bool continues = false;     ///< it comes from an earlier page
    bool is_continued = false;  ///< it goes on on a later page
    std::size_t gap = 0;
    std::size_t track = 0;
};

/// A stretch along the axis that stands for a long time in which nothing happens.
struct Break {
    double from = 0;
    double until = 0;
    std::optional<Duration> length;
};

/// The place of each time along the page. True to the order of time everywhere, and to its length where there is room.
class TimeScale {
public:
    /// A time and the stretch that it takes up: events of one moment that would cover each other stand side by side in
    /// it.
    struct Knot {
        double time = 0;
        double from = 0;
        double until = 0;
    };

    TimeScale() = default;
    TimeScale(std::vector<Knot> knots, std::vector<Break> breaks);

    /// The place of a time: the start of its knot, or between its neighbours; that of times beyond the ends is an end.
    /// Cost: O(log n).
    [[nodiscard]] double at(double time) const;
    /// The end of the knot at `time` if there is one, else at(time).
    [[nodiscard]] double end_at(double time) const;

    [[nodiscard]] const std::vector<Knot>& knots() const { return knots_; }
    [[nodiscard]] const std::vector<Break>& breaks() const { return breaks_; }
    [[nodiscard]] double length() const { return knots_.empty() ? 0 : knots_.back().until; }

private:
    std::vector<Knot> knots_;
    std::vector<Break> breaks_;
};

/// A distance within a knot: neighbouring columns that have a lane in common are as far apart as marks have to be,
/// others as far as ties.
struct Offset {
    std::size_t mark_steps = 0;
    std::size_t tie_steps = 0;

    [[nodiscard]] double points(double mark_room, double tie_room) const {
        return static_cast<double>(mark_steps) * mark_room + static_cast<double>(tie_steps) * tie_room;
    }
};

/// Events of one moment in columns side by side, so that no two of their ties cover each other.
struct Columns {
    std::vector<Offset> offset_of;                  ///< by entry: of its column from the start of the knot
    std::vector<Offset> breadth_at;                 ///< by knot: from its first column to its last
    std::vector<std::size_t> knot_of;               ///< by entry
    std::vector<double> times;                      ///< by knot, ascending
    std::vector<std::size_t> events_at;             ///< by knot: how many start there (0: a birth, a change of state)
    std::vector<bool> heads_section;                ///< by knot: the heading of a section begins here
    std::vector<std::vector<std::size_t>> rows_at;  ///< by knot: the lanes that have a mark there, ascending
    std::vector<bool> timed;                        ///< by knot: more is known of its time than its place in the order
    std::vector<double> demand;                     ///< by knot: how much more room than usual its labels need
    std::vector<double> room_before;                ///< by knot: for words of the time since the last event, points
    bool cut_at_start = false;                      ///< the first knot is the start of the page, but not of the story
    bool cut_at_end = false;                        ///< the last knot is the end of the page, but not of the story
};

/// Groups the entries and the other moments that need a place on the page, such as its ends if it shows a part of the
/// story. Cost: O(n log n).
[[nodiscard]] Columns arrange_columns(const Story& story, const Timetable& timetable, const Cast& cast,
                                      const std::vector<Entry>& entries, const Shown& shown = {});

/// What the axis gives room to, points.
struct Spacing {
    double stretch = 40;       ///< an ordinary step from one event to the next
    double mark_room = 9.5;    ///< least distance of neighbouring marks on one lane
    double tie_room = 3;       ///< least distance of neighbouring moments
    double heading_room = 60;  ///< least distance of section headings
};

/// Spreads the knots: room grows with the number of events and the demand of their labels and, where times are known,
/// with the root of the time between. Cost: O(n).
[[nodiscard]] TimeScale spread(const Columns& columns, const Timetable& timetable, const Spacing& spacing);

/// The places of marks, labels, tracks and lanes, in the coordinates of the frame. Lane 0 has the smallest `across`.
struct Placement {
    TimeScale scale;
    std::vector<double> along;                      ///< by entry: of its marks
    std::vector<std::optional<LabelPlace>> labels;  ///< by entry; nothing if the label was left out
    std::vector<Arc> arcs;
    std::vector<double> lanes;         ///< by row: across, of the line
    std::vector<double> gap_depth;     ///< by gap: the room between the cores of the lanes
    std::vector<double> track_offset;  ///< by gap: of the first track, from the start of the gap
    double length = 0;                 ///< along, with labels
    double breadth = 0;                ///< across
    std::size_t cuts = 0;              ///< ties and arcs that are broken for a label
};

/// Half the breadth of a lane in type of this size, points.
[[nodiscard]] inline double lane_core(const Typography& type) {
    return std::max(type.heading * 0.66, 6.5);
}

/// Sizes that the steps share, points.
struct Measures {
    double core = 6.5;         ///< half the breadth of a lane: line, marks, whiskers, names in the line
    double mark_room = 9.5;    ///< least distance of two marks on one lane
    double tie_room = 3;       ///< least distance of two ties
    double heading_room = 60;  ///< least distance of two section headings
    double pad = 3;            ///< around a label
    double label_gap = 7;      ///< from one label to the next along a row
    double track = 10;         ///< from one track to the next
    double arc_shift = 3.2;    ///< the ends of an arc stand this far before the event they begin with, clear of its tie
    double lane_gap = 4;       ///< least room between the cores of two lanes
    double tie_offset = 3;     ///< from an event's tie to its label
};

/// The size of the name of a lane, points.
struct NameSize {
    double width = 0;
    double height = 0;
    std::optional<double> beginning;  ///< the time at which the lane begins, if it is known
};

/// The room that labels have, points, and the entries in the order in which they take their places.
struct LabelRoom {
    std::vector<std::size_t> order;
    double along = 0;   ///< where the room ends
    double across = 0;  ///< how broad all lanes with their labels may be
};

/// What is to be placed. `kept` says by entry whether it has its label; with `room`, labels are placed as far as that
/// goes, whatever is kept.
struct Placeable {
    const Story& story;
    const Timetable& timetable;
    const Cast& cast;
    const std::vector<Entry>& entries;
    const Columns& columns;
    const std::vector<bool>& kept;
    const std::vector<NameSize>& names;
    Shown shown = {};
    const LabelRoom* room = nullptr;
};

/// Places everything for one stretch of the time axis. Labels are flags: from the latest to the earliest, each takes
/// the nearest free depth in the best zone of its lanes, so that the pole from its mark meets no other label. Cost:
/// near linear in the number of labels for stories whose labels spread over the lanes.
[[nodiscard]] Placement place(const Placeable& what, const Measures& measures, Direction direction, double stretch);

/// Puts the lanes between the gaps, and adds up the breadth.
void set_lanes(Placement& placement, const Measures& measures);

struct Interval {
    double from = 0;
    double until = 0;
};

/// A word or figure in the line of a lane, like the height of a contour line on a map.
struct Inscription {
    enum class Kind { name, state, absence, age };
    Kind kind = Kind::name;
    std::size_t row = 0;
    double centre = 0;  ///< along
    TextLine text;
    std::size_t state = 0;  ///< index into Story::states for Kind::state, into Character::absent for Kind::absence
};

/// The stretch of a lane's line, along: from birth or first appearance to death or last appearance.
struct LaneExtent {
    double from = 0;
    double until = 0;
    double head = 0;            ///< where the name of the lane ends, before all that is drawn before its start
    bool born = false;          ///< it begins with a known birth
    bool dies = false;          ///< it ends with a known death
    bool continues = false;     ///< it comes from an earlier page
    bool is_continued = false;  ///< it goes on on a later page
};

/// The kind of a relationship, in its track.
struct ArcName {
    std::size_t arc = 0;  ///< index into Placement::arcs
    double centre = 0;    ///< along
    TextLine text;
};

/// All decisions about a picture, except for its place on the page.
struct Plan {
    Options options;
    Typography type;
    Measures measures;
    Cast cast;
    std::vector<Entry> entries;
    std::vector<Carried> carried;
    Placement placement;
    std::vector<Extent> lines;        ///< by character: the extent of its line
    std::vector<LaneExtent> extents;  ///< by row
    std::vector<Inscription> inscriptions;
    std::vector<ArcName> arc_names;
    std::size_t left_out = 0;         ///< labels that did not fit
    std::size_t events_left_out = 0;  ///< events that did not fit
    std::size_t lanes_left_out = 0;   ///< characters whose lanes did not fit
    bool cramped = false;             ///< a page that was only tried has no room; nothing else is decided
};

/// Where the band of an event ends, along; the place of its mark if the event does not last.
[[nodiscard]] inline double extent_end(const Plan& plan, const Timetable& timetable, std::size_t entry) {
    const EventTime& time = timetable.events[plan.entries[entry].event];
    const double along = plan.placement.along[entry];
    return time.end.nominal > time.start.nominal ? std::max(along, plan.placement.scale.at(time.end.nominal)) : along;
}

/// The band of an event of another page on this one, along.
[[nodiscard]] inline Interval carried_extent(const Plan& plan, const Timetable& timetable, const Carried& carried) {
    const EventTime& time = timetable.events[carried.event];
    return {plan.placement.scale.at(time.start.nominal), plan.placement.scale.at(time.end.nominal)};
}

/// The stretch in which an event may have happened, along, if it is worth drawing.
[[nodiscard]] inline std::optional<std::pair<double, double>> whisker_extent(const Plan& plan,
                                                                             const Timetable& timetable,
                                                                             std::size_t entry) {
    constexpr double least = 11;
    const EventTime& time = timetable.events[plan.entries[entry].event];
    if (time.certainty != Certainty::stated) return std::nullopt;
    const double along = plan.placement.along[entry];
    const double from = std::min(along, plan.placement.scale.at(time.stated.earliest));
    const double until = std::max(along, plan.placement.scale.end_at(time.stated.latest));
    return until - from < least ? std::nullopt : std::optional(std::pair(from, until));
}

/// The events of the picture and their places along, in order of time.
[[nodiscard]] inline std::vector<PlacedEvent> placed_events(const Plan& plan) {
    std::vector<PlacedEvent> events;
    for (std::size_t e = 0; e < plan.entries.size(); ++e)
        events.push_back({plan.entries[e].event, plan.placement.along[e]});
    return events;
}

}  // namespace fabula::lifelines

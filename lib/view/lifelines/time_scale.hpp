#pragma once

#include <vector>

#include "view/lifelines/model.hpp"

namespace fabula::lifelines {

/// Where along the page a time stands. Monotone; true to the order of time everywhere, to its length where there is
/// room.
class TimeScale {
public:
    /// The times that share one nominal value, and the stretch they take up: events of one moment that would cover each
    /// other stand side by side in it.
    struct Knot {
        double time = 0;
        double from = 0;
        double until = 0;
    };

    TimeScale() = default;
    TimeScale(std::vector<Knot> knots, std::vector<Break> breaks);

    /// The place of `time`: the start of its knot, or between its neighbours; the ends stand for all beyond them. O(log
    /// n).
    [[nodiscard]] double at(double time) const;
    /// The end of the knot at `time`, where it has one; else at(time).
    [[nodiscard]] double end_at(double time) const;

    [[nodiscard]] const std::vector<Knot>& knots() const { return knots_; }
    [[nodiscard]] const std::vector<Break>& breaks() const { return breaks_; }
    [[nodiscard]] double length() const { return knots_.empty() ? 0 : knots_.back().until; }

private:
    std::vector<Knot> knots_;
    std::vector<Break> breaks_;
};

/// A distance within a knot: neighbouring columns that mark a lane in common are as far apart as marks have to be,
/// others as far as ties.
struct Offset {
    std::size_t mark_steps = 0;
    std::size_t tie_steps = 0;

    [[nodiscard]] double points(double mark_room, double tie_room) const {
        return static_cast<double>(mark_steps) * mark_room + static_cast<double>(tie_steps) * tie_room;
    }
};

/// Events of one moment in columns side by side, so that the ties of no two of them cover each other.
struct Columns {
    std::vector<Offset> offset_of;                  ///< by entry: of its column from the start of the knot
    std::vector<Offset> breadth_at;                 ///< by knot: from its first column to its last
    std::vector<std::size_t> knot_of;               ///< by entry
    std::vector<double> times;                      ///< by knot, ascending
    std::vector<std::size_t> events_at;             ///< by knot: how many start there (0: a birth, a change of state)
    std::vector<bool> heads_section;                ///< by knot: a section's heading begins here
    std::vector<std::vector<std::size_t>> rows_at;  ///< by knot: the lanes that carry a mark there, ascending
    std::vector<bool> timed;                        ///< by knot: more is known of its time than its place in the order
    std::vector<double> demand;                     ///< by knot: how much more room than usual its labels want
    std::vector<double> room_before;                ///< by knot: for words of the time since the last event, points
    bool cut_at_start = false;                      ///< the first knot is the start of the page, and not of the story
    bool cut_at_end = false;                        ///< the last knot is the end of the page, and not of the story
};

/// Groups the entries and the other moments that need a place on the page; where the page cuts the story, its ends too.
/// O(n log n).
[[nodiscard]] Columns arrange_columns(const Story& story, const Timetable& timetable, const Cast& cast,
                                      const std::vector<Entry>& entries, const Shown& shown = {});

/// What the axis is to give room to, points.
struct Spacing {
    double stretch = 40;       ///< an ordinary step from one event to the next
    double mark_room = 9.5;    ///< least distance of neighbouring marks on one lane
    double tie_room = 3;       ///< least distance of neighbouring moments
    double heading_room = 60;  ///< least distance of section headings
};

/// Spreads the knots: room grows with the number of events and their demand and, where times are known, with the root
/// of the time between. O(n).
[[nodiscard]] TimeScale spread(const Columns& columns, const Timetable& timetable, const Spacing& spacing);

}  // namespace fabula::lifelines

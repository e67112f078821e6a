#pragma once

#include "view/lifelines/model.hpp"
#include "view/lifelines/time_scale.hpp"

namespace fabula::lifelines {

/// Where the marks, labels, tracks and lanes stand, in the coordinates of the frame. Lane 0 is at the smallest
/// `across`.
struct Placement {
    TimeScale scale;
    std::vector<double> along;                      ///< of each entry's marks
    std::vector<std::optional<LabelPlace>> labels;  ///< by entry; nothing where the label was left out
    std::vector<Arc> arcs;
    std::vector<double> lanes;         ///< across, of each lane's line
    std::vector<double> gap_depth;     ///< room between the cores of the lanes, by gap (rows + 1)
    std::vector<double> track_offset;  ///< by gap: of the first track from the start of the gap
    double length = 0;                 ///< along, labels included
    double breadth = 0;                ///< across
    std::size_t cuts = 0;              ///< ties and arcs that have to be broken for a label
};

/// Sizes that the passes share, in points.
struct Measures {
    double core = 6.5;         ///< half the breadth of a lane: its line, marks, whiskers, inline names
    double mark_room = 9.5;    ///< least distance of two marks on one lane
    double tie_room = 3;       ///< least distance of two ties
    double heading_room = 60;  ///< least distance of two section headings
    double pad = 3;            ///< round a label
    double label_gap = 7;      ///< from one label to the next along a row
    double track = 10;         ///< from one relationship's track to the next
    double arc_shift = 3.2;    ///< an arc's ends stand so much before the event they begin with, not to cover its tie
    double lane_gap = 4;       ///< least room between the cores of two lanes
    double tie_offset = 3;     ///< from an event's tie to its label
};

/// The size of a lane's name, points.
struct NameSize {
    double width = 0;
    double height = 0;
    std::optional<double> beginning;  ///< the time at which the lane begins, where it is known
};

/// What there is to place. `kept` says by entry whose labels are.
struct Placeable {
    const Story& story;
    const Timetable& timetable;
    const Cast& cast;
    const std::vector<Entry>& entries;
    const Columns& columns;
    const std::vector<bool>& kept;
    const std::vector<NameSize>& names;
    Shown shown = {};
};

/// Places everything for one stretch of the time axis.
/// Labels are flags: processed from the latest to the earliest, each takes the nearest free depth in the best zone of
/// its lanes, so that the pole from its mark never meets another label. Cost: near-linear in the number of labels for
/// stories whose labels spread over the lanes.
[[nodiscard]] Placement place(const Placeable& what, const Measures& measures, Direction direction, double stretch);

/// Puts the lanes where the gaps between them are, and sums up the breadth.
void set_lanes(Placement& placement, const Measures& measures);

}  // namespace fabula::lifelines

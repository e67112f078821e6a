#pragma once

#include "view/drawing/legend.hpp"
#include "view/drawing/set_aside.hpp"
#include "view/drawing/sheet.hpp"
#include "view/lifelines/lifelines.hpp"

namespace fabula::lifelines {

/// The place of a lane's name, before the start of the lane.
struct NamePlace {
    Interval along;
    double half_breadth = 0;  ///< across, from the line of the lane
};

/// The extent of a label across.
[[nodiscard]] Interval label_across(const Plan& plan, const LabelPlace& place);

/// Labels and lane names by gap and place along, so that what crosses the lanes can be broken where it would meet one.
class LabelIndex {
public:
    LabelIndex(const Plan& plan, const std::vector<NamePlace>& names);

    /// The parts of a stretch across, at `along`, that no label or name of the gaps first..last covers.
    [[nodiscard]] std::vector<Interval> clear(double along, Interval across, std::size_t first_gap,
                                              std::size_t last_gap) const;

private:
    struct Item {
        double from = 0;
        double until = 0;
        Interval across;
    };
    std::vector<std::vector<Item>> by_gap_;
    double longest_ = 0;
    double pad_ = 1.5;
};

/// The shape of a relationship's arc: two bends from the lanes into a track, and out of it again.
struct ArcShape {
    double from = 0;  ///< along, of the line that comes from the lanes
    double until = 0;
    double across = 0;  ///< of the track
    double radius = 0;  ///< of the bends
};

[[nodiscard]] ArcShape arc_shape(const Plan& plan, const Arc& arc);

// From a finished plan to groups of the scene. Nothing here decides where anything stands in the picture.

/// The start and end of each lane's line. Cost: O(entries + lanes).
[[nodiscard]] std::vector<LaneExtent> lane_extents(const Plan& plan, const Context& context);

/// The lanes: lines with the textures of their states, beginnings, ends, breaks, names and inscriptions.
void draw_lanes(Group& parent, const Plan& plan, const Context& context, const Frame& frame);

/// The lines that connect the lanes of those who take part in an event, broken where a label stands.
void draw_ties(Group& parent, const Plan& plan, const Context& context, const Frame& frame, const LabelIndex& labels);

/// The marks, extents, uncertainty and labels of the events.
void draw_events(Group& parent, const Plan& plan, const Context& context, const Frame& frame);

/// The relationships.
void draw_arcs(Group& parent, const Plan& plan, const Context& context, const Frame& frame, const LabelIndex& labels);

/// Section bands with their headings, behind everything else.
void draw_bands(Group& parent, const Plan& plan, const Context& context, const Frame& frame);

/// The axis at `across`, with its figures on the side of `outwards` (-1: before it, +1: after it), and the breaks with
/// their lengths.
void draw_axis(Group& parent, const Plan& plan, const Context& context, const Frame& frame, double across,
               double outwards);

/// How many of the times between events had no room on the axis.
[[nodiscard]] std::size_t passages_left_out(const Plan& plan, const Context& context);

/// The depths of the strips before the first lane: axis, then section headings.
struct Strips {
    double axis = 0;
    double headings = 0;
};
[[nodiscard]] Strips measure_strips(const Plan& plan, const Context& context);

/// The room that the names before the starts of the lanes need before the start of the axis, along.
[[nodiscard]] double name_room(const Plan& plan, const Context& context);

/// Explains what the page uses and does not label in place. `context` must outlive the legend.
[[nodiscard]] Legend make_legend(const Plan& plan, const Context& context);

/// The places of the names before the starts of the lanes, by row.
[[nodiscard]] std::vector<NamePlace> name_places(const Plan& plan, const Context& context);

/// A plan on its page.
class PlanSheet {
public:
    /// `page` is the size of the paper; a page that grows becomes as large as the picture needs.
    PlanSheet(const Plan& plan, const Context& context, const Page& page);
    PlanSheet(const PlanSheet&) = delete;  // its sheet refers to its legend
    PlanSheet& operator=(const PlanSheet&) = delete;
    ~PlanSheet() = default;

    /// The size that the page needs, points.
    [[nodiscard]] Page size() const { return sheet_.size(picture_); }

    [[nodiscard]] bool fits() const { return sheet_.fits(picture_); }

    /// For marks of where events would be at other times.
    [[nodiscard]] TimeRow times() const;

    /// The axis of the picture; none if time runs down.
    [[nodiscard]] SharedAxis axis() const;

    [[nodiscard]] Scene draw() const;

private:
    [[nodiscard]] Frame frame(Point at) const;
    void draw_picture(Group& root, Point at) const;

    const Plan& plan_;
    const Context& context_;
    Legend legend_;
    Sheet sheet_;
    double before_along_ = 0;   ///< how far the picture reaches before the start of the axis
    double before_across_ = 0;  ///< how far it reaches before the first lane
    Page picture_;
};

}  // namespace fabula::lifelines

// Relationships: a track between the lanes, connected to both where the relationship begins and where it ends.

#include <algorithm>

#include "view/drawing/strokes.hpp"
#include "view/lifelines/draw.hpp"

namespace fabula::lifelines {

namespace {

/// Draws the line from a lane to the track: straight, then a quarter bend, broken where a label stands. `sign` is +1 at
/// the beginning of the arc and -1 at its end.
void draw_end(Group& group, const ArcShape& shape, const Frame& frame, const LabelIndex& labels, const Plan& plan,
              const Arc& arc, std::size_t row, double along, double sign, const Stroke& stroke) {
    const double lane = plan.placement.lanes[row];
    const double toward = lane < shape.across ? 1 : -1;
    const double radius = std::min(shape.radius, std::abs(shape.across - lane) - 2);
    const double bend = shape.across - toward * radius;
    const double edge = lane + toward * 2.2;
    const Interval straight{std::min(edge, bend), std::max(edge, bend)};
    const std::size_t first = std::min(row + 1, arc.gap);
    const std::size_t last = std::max(row, arc.gap);
    for (const Interval& part : labels.clear(along, straight, first, last)) {
        draw_stroke(group, frame, {along, part.from}, {along, part.until}, stroke);
    }
    constexpr double k = 0.5523;
    Path quarter;
    quarter.move_to(frame.at(along, bend));
    quarter.cubic_to(frame.at(along, bend + toward * k * radius),
                     frame.at(along + sign * (1 - k) * radius, shape.across),
                     frame.at(along + sign * radius, shape.across));
    quarter.stroke = stroke;
    group.children.emplace_back(std::move(quarter));
}

/// Draws the head of an arrow, no longer than `room`: it has to stay within the core of the lane, beside which labels
/// may begin.
void draw_head(Group& group, const Frame& frame, Point tip, double toward, double room, Colour colour) {
    const double length = std::min(room, 5.0);
    const double half = length * 0.48;
    Path head;
    head.move_to(frame.at(tip.x, tip.y)).line_to(frame.at(tip.x - half, tip.y - toward * length));
    head.line_to(frame.at(tip.x + half, tip.y - toward * length)).close();
    head.fill = colour;
    group.children.emplace_back(std::move(head));
}

/// Draws the end of a phase that another one follows: two short strokes across the track.
void draw_rupture(Group& group, const Frame& frame, double along, double across, const Stroke& stroke) {
    for (const double shift : {-1.5, 1.5}) {
        draw_stroke(group, frame, {along + shift - 1.2, across + 3.2}, {along + shift + 1.2, across - 3.2}, stroke);
    }
}

/// Whether the end of the phase is on the page and another phase follows.
bool is_ruptured(const Arc& arc, const Relationship& relationship) {
    return !arc.is_continued && arc.phase + 1 < relationship.phases.size();
}

class ArcPainter {
public:
    ArcPainter(const Plan& plan, const Context& context, const Frame& frame, const LabelIndex& labels)
        : plan_(plan), context_(context), frame_(frame), labels_(labels) {}

    void draw(Group& group, std::size_t a) const {
        const Arc& arc = plan_.placement.arcs[a];
        const Relationship& relationship = context_.story.relationships()[arc.relationship];
        const KindStyle style = context_.kinds.relationship(relationship.kind);
        const ArcShape shape = arc_shape(plan_, arc);
        const double width = style.width > 0 ? style.width : context_.theme.strokes.relationship;
        const Colour colour = style.colour.value_or(context_.theme.colours.relationship);
        const Stroke ends{colour, std::min(width, 1.0), {}, LineCap::butt, LineJoin::round};
        for (const std::size_t row : arc.rows) {
            if (!arc.continues) draw_end(group, shape, frame_, labels_, plan_, arc, row, shape.from, 1, ends);
            if (arc.open_end || has_ended(row, shape.until)) continue;
            draw_end(group, shape, frame_, labels_, plan_, arc, row, shape.until, -1, ends);
        }
        draw_track(group, a, shape, {0, 0, shape.across, style.pattern, width, colour});
        if (relationship.directed && !arc.continues) draw_direction(group, arc, shape, colour);
        if (is_ruptured(arc, relationship)) {
            draw_rupture(group, frame_, shape.until - shape.radius - 2, shape.across,
                         {colour, context_.theme.strokes.event, {}, LineCap::butt, LineJoin::round});
        }
    }

private:
    /// Whether a lane has ended before this place, so that there is nothing to return to.
    [[nodiscard]] bool has_ended(std::size_t row, double along) const {
        constexpr double fade = 12;
        return plan_.extents[row].until + fade < along;
    }

    void draw_direction(Group& group, const Arc& arc, const ArcShape& shape, Colour colour) const {
        const auto& to = context_.story.relationships()[arc.relationship].between.back();
        const auto row = plan_.cast.row(to.index);
        if (!row) return;
        const double lane = plan_.placement.lanes[*row];
        const double toward = lane > shape.across ? 1 : -1;
        constexpr double lane_edge = 2.2;
        const double room = plan_.measures.core - lane_edge - 0.5;
        draw_head(group, frame_, {shape.from, lane - toward * lane_edge}, toward, room, colour);
    }

    /// Draws the track, with the name of its kind in it if there was room.
    void draw_track(Group& group, std::size_t a, const ArcShape& shape, PatternLine line) const {
        const Arc& arc = plan_.placement.arcs[a];
        line.from = arc.continues ? shape.from : shape.from + shape.radius;
        line.until = arc.open_end ? shape.until : shape.until - shape.radius;
        const auto name = std::ranges::find(plan_.arc_names, a, &ArcName::arc);
        if (name == plan_.arc_names.end()) {
            draw_pattern(group, frame_, line, context_.theme);
            return;
        }
        constexpr double air = 2.5;
        const double half = name->text.width / 2 + air;
        PatternLine before = line;
        before.until = name->centre - half;
        draw_pattern(group, frame_, before, context_.theme);
        draw_centred(group, name->text, frame_.at(name->centre, shape.across), line.colour);
        line.from = name->centre + half;
        draw_pattern(group, frame_, line, context_.theme);
    }

    const Plan& plan_;
    const Context& context_;
    const Frame& frame_;
    const LabelIndex& labels_;
};

}  // namespace

ArcShape arc_shape(const Plan& plan, const Arc& arc) {
    const Placement& placement = plan.placement;
    const double gap_start = arc.gap == 0 ? 0 : placement.lanes[arc.gap - 1] + plan.measures.core;
    ArcShape shape;
    shape.from = arc.continues ? arc.from : arc.from - plan.measures.arc_shift;
    shape.until = arc.is_continued ? arc.until : std::max(arc.until - plan.measures.arc_shift, shape.from + 4);
    shape.across = gap_start + placement.track_offset[arc.gap] + static_cast<double>(arc.track) * plan.measures.track;
    // So small that the bends stay between the labels of both sides.
    shape.radius = std::min(plan.measures.track / 2, (shape.until - shape.from) / 2);
    return shape;
}

void draw_arcs(Group& parent, const Plan& plan, const Context& context, const Frame& frame, const LabelIndex& labels) {
    const ArcPainter painter(plan, context, frame, labels);
    for (std::size_t a = 0; a < plan.placement.arcs.size(); ++a) {
        const Arc& arc = plan.placement.arcs[a];
        const Relationship& relationship = context.story.relationships()[arc.relationship];
        std::string title = relationship.kind;
        for (const Reference& who : relationship.between)
            title += (title.empty() ? "" : " ") + context.story.characters()[who.index].name;
        Group& group = add_group(parent, subjects::Relationship{arc.relationship + 1, arc.phase + 1, relationship.kind},
                                 std::move(title), relationship.text);
        painter.draw(group, a);
    }
}

}  // namespace fabula::lifelines

// The ties, marks, extents, whiskers and labels of events, and what the legend explains.

#include <algorithm>
#include <numeric>
#include <vector>

#include "view/drawing/event_labels.hpp"
#include "view/drawing/legend.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/strokes.hpp"
#include "view/lifelines/draw.hpp"
#include "view/lifelines/passes.hpp"

namespace fabula::lifelines {

namespace {

bool carries_own_mark(const Entry& entry, std::size_t row) {
    return std::ranges::find(entry.marked_rows, row) != entry.marked_rows.end();
}

/// Draws a pole from the mark to a label that could not stand next to it.
void draw_pole(Group& group, const Plan& plan, const Context& context, const Frame& frame, std::size_t e) {
    const LabelPlace& place = *plan.placement.labels[e];
    constexpr double next_to_it = 3;
    if (place.near < next_to_it) return;
    const double lane = plan.placement.lanes[place.zone.row];
    const Interval across = label_across(plan, place);
    const bool after = place.zone.side == Side::after;
    // Beside the whole label, which reads as a flag; only to its near edge if time runs down.
    const bool down = frame.down();
    const double end =
        after ? (down ? across.from - 1.5 : across.until - 2) : (down ? across.until + 1.5 : across.from + 2);
    const double start = lane + (after ? 1 : -1) * (context.theme.marks.event + 1);
    draw_stroke(group, frame, {plan.placement.along[e], start}, {plan.placement.along[e], end},
                {context.theme.colours.structure, context.theme.strokes.structure, {}, LineCap::butt, LineJoin::round});
}

/// Draws the stretch in which an event may have happened, in dots under the line (Priestley, A Chart of Biography,
/// 1765).
void draw_whisker(Group& group, const Plan& plan, const Context& context, const Frame& frame, std::size_t e) {
    const auto extent = whisker_extent(plan, context.timetable, e);
    if (!extent) return;
    const auto [from, until] = *extent;
    const std::size_t row = plan.entries[e].rows.front();
    const double across = plan.placement.lanes[row] + plan.measures.core - 1.2;
    draw_pattern(group, frame, {from, until, across, LinePattern::dotted, 1.1, plan.cast.lanes[row].colour},
                 context.theme);
}

/// The ends of a band that are open, for the event begins or ends on another page.
struct OpenEnds {
    bool start = false;
    bool end = false;
};

OpenEnds open_ends(EventIndex event, const Context& context) {
    const EventTime& time = context.timetable.events[event];
    return {context.shown.is_earlier(time.start.nominal), context.shown.is_later(time.end.nominal)};
}

/// The long sides of a band, and the short side at the closed end if there is one.
Path open_band(const Frame& frame, const Interval& along, double across, const OpenEnds& open, double reach) {
    const double near = across - reach;
    const double far = across + reach;
    Path band;
    if (open.start && open.end) {
        band.move_to(frame.at(along.from, near)).line_to(frame.at(along.until, near));
        band.move_to(frame.at(along.from, far)).line_to(frame.at(along.until, far));
        return band;
    }
    const double cut = open.start ? along.from : along.until;
    const double end = open.start ? along.until : along.from;
    const double bend = end + (open.start ? -reach : reach);
    constexpr double k = 0.4477;  // from the corner to the control point of a quarter circle, in radii
    const double handle = end + (bend - end) * k;
    band.move_to(frame.at(cut, near)).line_to(frame.at(bend, near));
    band.cubic_to(frame.at(handle, near), frame.at(end, near + reach * k), frame.at(end, across));
    band.cubic_to(frame.at(end, far - reach * k), frame.at(handle, far), frame.at(bend, far));
    band.line_to(frame.at(cut, far));
    return band;
}

/// Draws the stretch of an event that lasts, as a band on the lanes of those who take part.
void draw_band(Group& group, const Plan& plan, const Context& context, const Frame& frame, EventIndex event,
               const std::vector<std::size_t>& rows, const Interval& along) {
    if (along.until - along.from < 1) return;
    const OpenEnds open = open_ends(event, context);
    for (const std::size_t row : rows) {
        const double across = plan.placement.lanes[row];
        const double reach = context.theme.marks.event;
        const Box box = frame.box(along.from, along.until, across - reach, across + reach);
        Path band = open.start || open.end ? open_band(frame, along, across, open, reach) : rectangle(box, reach);
        band.stroke =
            Stroke{plan.cast.lanes[row].colour, context.theme.strokes.structure, {}, LineCap::butt, LineJoin::round};
        group.children.emplace_back(std::move(band));
    }
}

void draw_extent(Group& group, const Plan& plan, const Context& context, const Frame& frame, std::size_t e) {
    const Entry& entry = plan.entries[e];
    draw_band(group, plan, context, frame, entry.event, entry.rows,
              {plan.placement.along[e], extent_end(plan, context.timetable, e)});
}

/// Draws the bands of events of other pages that last into this one.
void draw_carried(Group& parent, const Plan& plan, const Context& context, const Frame& frame) {
    if (plan.carried.empty()) return;
    Group& group = add_part(parent, subjects::Part::carried);
    for (const Carried& carried : plan.carried)
        draw_band(group, plan, context, frame, carried.event, carried.rows,
                  carried_extent(plan, context.timetable, carried));
}

void draw_marks(Group& group, const Plan& plan, const Context& context, const Frame& frame, std::size_t e) {
    const Entry& entry = plan.entries[e];
    const Event& event = context.story.events()[entry.event];
    const auto place = [&](std::size_t row) { return frame.at(plan.placement.along[e], plan.placement.lanes[row]); };
    for (const std::size_t row : entry.mentioned)
        draw_mention(group, place(row), plan.cast.lanes[row].colour, context.theme);
    for (const std::size_t row : entry.rows) {
        if (!carries_own_mark(entry, row)) draw_ground(group, place(row), context.theme);
    }
    for (const std::size_t row : entry.rows) {
        const Point at = place(row);
        const Colour colour =
            plan.cast.lanes[row].character ? plan.cast.lanes[row].colour : context.theme.colours.quiet;
        if (!carries_own_mark(entry, row)) {
            draw_mark(group, entry.shape, at, colour, context.theme);
        } else if (event.milestone) {
            const Milestone& milestone = *event.milestone;
            const auto number = milestone.number ? std::optional(milestone.number->value) : std::nullopt;
            draw_milestone(group, context.story.milestones()[milestone.kind.index], number, at, colour, plan.type.text,
                           context.theme, context.measure);
        }
    }
}

void draw_label(Group& group, const Plan& plan, const Frame& frame, std::size_t e) {
    const LabelPlace& place = *plan.placement.labels[e];
    const Interval across = label_across(plan, place);
    const Box box = frame.box(place.from, place.until, across.from, across.until);
    const Block& block = plan.entries[e].label;
    // A label on the left of its lane is set flush with the lane if time runs down, and flush with its mark otherwise.
    const bool flush_right = frame.down() ? place.zone.side == Side::before : place.until < plan.placement.along[e];
    if (!flush_right) {
        draw_block(group, block, {box.left, box.top});
        return;
    }
    for (const Block::Line& line : block.lines) {
        draw_text(group, line.text, {box.right - line.text.width, box.top + line.baseline}, line.colour);
    }
}

/// The order of time; if marks overlap on a small page, numbered ones come last and are drawn over the others.
std::vector<std::size_t> drawing_order(const Plan& plan, const Context& context) {
    std::vector<std::size_t> order(plan.entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (plan.measures.mark_room < milestone_radius(context.theme, plan.type.text) + context.theme.marks.event) {
        std::stable_partition(order.begin(), order.end(),
                              [&](std::size_t e) { return !context.story.events()[plan.entries[e].event].milestone; });
    }
    return order;
}

}  // namespace

void draw_ties(Group& parent, const Plan& plan, const Context& context, const Frame& frame, const LabelIndex& labels) {
    Group& group = add_group(parent, subjects::Part::ties);
    const Stroke solid{
        context.theme.colours.structure, context.theme.strokes.event, {}, LineCap::butt, LineJoin::round};
    Stroke dotted = solid;
    dotted.dash = {0.001, 2.4};
    dotted.cap = LineCap::round;
    for (std::size_t e = 0; e < plan.entries.size(); ++e) {
        const Entry& entry = plan.entries[e];
        const auto draw_tie = [&](std::size_t first, std::size_t last, const Stroke& stroke) {
            if (first >= last) return;
            const double along = plan.placement.along[e];
            const Interval across{plan.placement.lanes[first], plan.placement.lanes[last]};
            Path tie;
            tie.stroke = stroke;
            for (const Interval& part : labels.clear(along, across, first + 1, last))
                tie.move_to(frame.at(along, part.from)).line_to(frame.at(along, part.until));
            if (!tie.steps.empty()) group.children.emplace_back(std::move(tie));
        };
        draw_tie(entry.rows.front(), entry.rows.back(), solid);
        draw_tie(entry.top(), entry.rows.front(), dotted);  // to those who are mentioned
        draw_tie(entry.rows.back(), entry.bottom(), dotted);
    }
}

void draw_events(Group& parent, const Plan& plan, const Context& context, const Frame& frame) {
    draw_carried(parent, plan, context, frame);
    for (const std::size_t e : drawing_order(plan, context)) {
        const Event& event = context.story.events()[plan.entries[e].event];
        Group& group = add_group(parent, subject_of(event), name_of(event, context.story, context.wording), event.text);
        group.link = event.url;
        if (plan.placement.labels[e]) draw_pole(group, plan, context, frame, e);
        draw_extent(group, plan, context, frame, e);
        draw_whisker(group, plan, context, frame, e);
        draw_marks(group, plan, context, frame, e);
        if (plan.placement.labels[e]) draw_label(group, plan, frame, e);
    }
}

namespace {

void explain_uncertainty(Legend& legend, const Plan& plan, const Context& context) {
    bool any = false;
    for (std::size_t e = 0; e < plan.entries.size() && !any; ++e)
        any = whisker_extent(plan, context.timetable, e).has_value();
    if (!any) return;
    legend.explain(context.wording.word("uncertain", "when it may have been"), [&](Group& group, Point at) {
        const Frame frame{Direction::right, at};
        const Colour colour = context.theme.colours.life;
        draw_pattern(group, frame, {-10, 10, 0, LinePattern::solid, context.theme.strokes.life, colour}, context.theme);
        draw_ground(group, at, context.theme);
        draw_mark(group, MarkShape::dot, at, colour, context.theme);
        draw_pattern(group, frame, {-10, 10, plan.measures.core - 1.2, LinePattern::dotted, 1.1, colour},
                     context.theme);
    });
}

/// Explains the states whose word is not in every lane that has them.
void explain_states(Legend& legend, const Plan& plan, const Context& context) {
    std::vector<std::string_view> said;
    for (std::size_t s = 0; s < context.story.states().size(); ++s) {
        const State& state = context.story.states()[s];
        const bool beside = std::ranges::any_of(plan.inscriptions, [&](const Inscription& i) {
            return i.kind == Inscription::Kind::state && i.state == s;
        });
        if (beside || !context.shown.has(context.timetable.states[s]) || !plan.cast.row(state.who.index) ||
            std::ranges::find(said, state.is) != said.end())
            continue;
        said.push_back(state.is);
        legend.explain_line(state.is, context.kinds.state(state.is), context.theme.strokes.life,
                            context.theme.colours.life);
    }
}

/// Explains absences if some are not labelled in their lane.
void explain_absences(Legend& legend, const Plan& plan, const Context& context) {
    bool any = false;
    for (std::size_t row = 0; row < plan.cast.lanes.size(); ++row) {
        const auto character = plan.cast.lanes[row].character;
        if (!character) continue;
        const Life& life = context.timetable.lives[*character];
        const auto said = static_cast<std::size_t>(std::ranges::count_if(plan.inscriptions, [&](const Inscription& i) {
            return i.row == row && i.kind == Inscription::Kind::absence;
        }));
        const auto here = static_cast<std::size_t>(
            std::ranges::count_if(life.absences, [&](const Away& away) { return context.shown.has(away.when); }));
        any = any || said < here || life.clock.size() > 1;
    }
    if (!any) return;
    legend.explain_line(context.wording.word("away", "away"), style_of_absence, 1, context.theme.colours.life);
}

/// Explains the kinds of relationship whose name is not in all of their tracks.
void explain_relationships(Legend& legend, const Plan& plan, const Context& context) {
    std::vector<std::string_view> said;
    for (std::size_t a = 0; a < plan.placement.arcs.size(); ++a) {
        const std::string& kind = context.story.relationships()[plan.placement.arcs[a].relationship].kind;
        const bool beside = std::ranges::find(plan.arc_names, a, &ArcName::arc) != plan.arc_names.end();
        if (beside || kind.empty() || std::ranges::find(said, kind) != said.end()) continue;
        said.push_back(kind);
        legend.explain_line(kind, context.kinds.relationship(kind), context.theme.strokes.relationship,
                            context.theme.colours.relationship);
    }
}

}  // namespace

Legend make_legend(const Plan& plan, const Context& context) {
    std::vector<EventIndex> events;
    for (const Entry& entry : plan.entries)
        events.push_back(entry.event);
    Legend legend(context, plan.type.text);
    legend.explain_events(events, {.deaths = std::ranges::any_of(plan.extents, &LaneExtent::dies),
                                   .places_in_time = true,
                                   .cast = true,
                                   .sections = true});
    if (std::ranges::any_of(plan.entries, [](const Entry& entry) { return !entry.mentioned.empty(); }))
        legend.explain_mentions();
    if (std::ranges::any_of(plan.extents, [](const LaneExtent& e) { return e.continues || e.is_continued; }))
        legend.explain_continuation();
    explain_uncertainty(legend, plan, context);
    explain_states(legend, plan, context);
    explain_absences(legend, plan, context);
    explain_relationships(legend, plan, context);
    return legend;
}

}  // namespace fabula::lifelines

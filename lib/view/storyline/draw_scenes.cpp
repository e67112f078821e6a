// Scenes with their containers, titles and marks, and what the legend explains.

#include <algorithm>

#include "view/drawing/event_labels.hpp"
#include "view/drawing/legend.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/strokes.hpp"
#include "view/storyline/draw.hpp"
#include "view/storyline/passes.hpp"

namespace fabula::storylines {

namespace {

Box box_of(const Meeting& meeting, const Row& row, const Plan& plan, Point origin) {
    const double reach = meeting.reach(plan.measures);
    const double top = row.assignment.at(meeting.top);
    const double height = static_cast<double>(meeting.span(to_units(plan.measures.scene_gap))) * height_unit;
    return {origin.x + row.placement.columns[meeting.first].from, origin.y + top - reach,
            origin.x + row.placement.columns[meeting.last].until, origin.y + top + height + reach};
}

/// Draws the mark of what is not a fact of the present on the lines of all who take part, and that of a milestone on
/// the line of its character.
void draw_marks(Group& group, const Meeting& meeting, const Row& row, const Plan& plan, const Context& context,
                Point origin) {
    const Event& event = context.story.events()[meeting.event];
    const MarkShape shape = mark_shape(event, context.theme);
    const Box box = box_of(meeting, row, plan, origin);
    if (!group.mark) group.mark = Point{(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    if (meeting.goes_on || shape == MarkShape::dot || shape == MarkShape::death) return;
    const double x = (box.left + box.right) / 2;
    for (std::size_t i = 0; i < meeting.lines.size(); ++i) {
        const Line line = meeting.lines[i];
        const Point at{x, origin.y + row.assignment.at(meeting.top) + static_cast<double>(i) * plan.measures.scene_gap};
        if (shape != MarkShape::milestone) {
            draw_mark(group, shape, at, plan.colours[line], context.theme);
        } else if (event.milestone->of.index == line) {
            const auto& number = event.milestone->number;
            draw_milestone(group, context.story.milestones()[event.milestone->kind.index],
                           number ? std::optional(number->value) : std::nullopt, at, plan.colours[line], plan.type.text,
                           context.theme, context.measure);
        }
    }
}

void draw_text_of(Group& group, const Label& label, const Row& row, Point origin) {
    const double x = origin.x + row.placement.columns[label.step].from + label.left;
    draw_block(group, label.text, {x, origin.y + row.assignment.at(label.anchor) + label.top});
}

}  // namespace

void draw_containers(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin) {
    std::vector<std::size_t> order(row.arrangement.meetings.size());
    for (std::size_t s = 0; s < order.size(); ++s)
        order[s] = s;
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return row.arrangement.meetings[a].depth > row.arrangement.meetings[b].depth;
    });
    for (const std::size_t s : order) {
        const Meeting& meeting = row.arrangement.meetings[s];
        const Event& event = context.story.events()[meeting.event];
        Group& group = add_group(parent, subjects::Container{event.id});
        const Box box = box_of(meeting, row, plan, origin);
        Path path = rectangle(box, std::min({box.width() / 2, box.height() / 2, 5.0}));
        path.fill = context.theme.colours.paper;
        path.stroke = Stroke{
            context.theme.colours.quiet, context.theme.strokes.structure * 1.2, {}, LineCap::butt, LineJoin::round};
        group.children.emplace_back(std::move(path));
    }
}

void draw_scenes(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin) {
    std::vector<const Label*> titles(row.arrangement.meetings.size(), nullptr);
    for (const Label& label : row.placement.labels) {
        if (label.kind == Label::Kind::title) titles[label.of] = &label;
    }
    for (std::size_t s = 0; s < row.arrangement.meetings.size(); ++s) {
        const Meeting& meeting = row.arrangement.meetings[s];
        if (meeting.goes_on) continue;
        const Event& event = context.story.events()[meeting.event];
        Group& group = add_group(parent, subject_of(event), name_of(event, context.story, context.wording), event.text);
        group.link = event.url;
        draw_marks(group, meeting, row, plan, context, origin);
        if (titles[s] != nullptr) draw_text_of(group, *titles[s], row, origin);
    }
}

void draw_mentions(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin) {
    for (const Mention& mention : mentions_of(row, context.story)) {
        const Column& column = row.placement.columns[mention.step];
        draw_mention(parent, {origin.x + (column.from + column.until) / 2, origin.y + row.assignment.at(mention.place)},
                     plan.colours[mention.line], context.theme);
    }
}

void draw_interludes(Group& parent, const Row& row, const Plan&, const Context& context, Point origin) {
    for (const Label& label : row.placement.labels) {
        if (label.kind != Label::Kind::interlude) continue;
        const Event& event = context.story.events()[row.interludes[label.of].event];
        Group& group = add_group(parent, subject_of(event), name_of(event, context.story, context.wording), event.text);
        group.link = event.url;
        const Point at{origin.x + row.placement.columns[label.step].from + label.left,
                       origin.y + row.assignment.at(label.anchor) + label.top};
        const Block::Line& first = label.text.lines.front();
        Path mark = circle({at.x + 1.7, at.y + first.baseline - first.text.ascent * 0.34}, 1.7);
        mark.fill = context.theme.colours.quiet;
        group.children.emplace_back(std::move(mark));
        draw_block(group, label.text, {at.x + label.indent, at.y});
    }
}

namespace {

std::vector<EventIndex> events_of(const Plan& plan) {
    std::vector<EventIndex> events;
    for (std::size_t t = plan.from; t < plan.until; ++t) {
        for (const SceneInStep& scene : plan.plot.steps[t].scenes)
            events.push_back(scene.event);
    }
    for (const Interlude& interlude : plan.plot.interludes)
        events.push_back(interlude.event);
    return events;
}

/// Explains a line with a sample in the pattern of curves.
void explain_curve(Legend& legend, std::string words, const KindStyle& style, double width, Colour colour,
                   const Theme& theme) {
    legend.explain(std::move(words), [=, &theme](Group& group, Point at) {
        const double half = Legend::sample_width / 2;
        draw_curve(group, line({at.x - half, at.y}, {at.x + half, at.y}),
                   {style.pattern, style.width > 0 ? style.width : width, style.colour.value_or(colour)}, theme);
    });
}

void explain_states(Legend& legend, const Context& context) {
    std::vector<std::string_view> said;
    for (std::size_t s = 0; s < context.story.states().size(); ++s) {
        const State& state = context.story.states()[s];
        if (!context.shown.has(context.timetable.states[s])) continue;
        const bool appears = context.timetable.lives[state.who.index].appears;
        if (!appears || std::ranges::find(said, state.is) != said.end()) continue;
        said.push_back(state.is);
        explain_curve(legend, state.is, context.kinds.state(state.is), context.theme.strokes.life,
                      context.theme.colours.life, context.theme);
    }
}

void explain_relationships(Legend& legend, const Plan& plan, const Context& context) {
    std::vector<std::string_view> said;
    for (const Row& row : plan.rows) {
        for (const Bond& bond : bonds_of(row, plan, context)) {
            const std::string& kind = context.story.relationships()[bond.relationship].kind;
            if (kind.empty() || std::ranges::find(said, kind) != said.end()) continue;
            said.push_back(kind);
        }
    }
    for (const std::string_view kind : said) {
        explain_curve(legend, std::string(kind), context.kinds.relationship(kind), context.theme.strokes.relationship,
                      context.theme.colours.relationship, context.theme);
    }
}

}  // namespace

Legend make_legend(const Plan& plan, const Context& context) {
    const std::vector<EventIndex> events = events_of(plan);
    Legend legend(context, plan.type.text);
    legend.explain_events(events, {.deaths = any_life_ends(events, context.story),
                                   .places_in_time = plan.options.axis != Axis::told,
                                   .cast = true,
                                   .sections = true});
    if (std::ranges::any_of(plan.rows, [&](const Row& row) { return !mentions_of(row, context.story).empty(); }))
        legend.explain_mentions();
    const auto is_cut = [](const Row& row) { return row.starts_page || row.ends_page; };
    if (std::ranges::any_of(plan.rows, is_cut)) legend.explain_continuation();
    explain_states(legend, context);
    explain_relationships(legend, plan, context);
    return legend;
}

}  // namespace fabula::storylines

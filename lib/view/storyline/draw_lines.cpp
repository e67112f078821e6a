// The lines of the characters, their ends and their names.
#include <algorithm>

#include "view/drawing/marks.hpp"
#include "view/drawing/strokes.hpp"
#include "view/storyline/curves.hpp"
#include "view/storyline/draw.hpp"
#include "view/storyline/runs.hpp"

namespace fabula::storylines {
namespace {

double width_of(Importance importance, const Theme& theme) {
    switch (importance) {
        case Importance::main:
            return theme.strokes.life * 1.15;
        case Importance::supporting:
            return theme.strokes.life * 0.8;
        case Importance::minor:
            return theme.strokes.life * 0.5;
    }
    return theme.strokes.life;
}

/// An end that the story does not tell fades out in dots.
void draw_fade(Group& group, Point end, double sign, Colour colour) {
    double x = end.x + sign * 3.2;
    for (const double radius : {0.9, 0.7, 0.5}) {
        Path dot = circle({x, end.y}, radius);
        dot.fill = colour;
        add_path(group, std::move(dot));
        x += sign * 3;
    }
}

void draw_death(Group& group, Point end, const Plan& plan, const Context& context) {
    // Between neighbouring lines, and where these are far apart, as on a page with room to spare, clear of titles.
    const Measures& measures = plan.measures;
    const double reach = std::min(measures.scene_gap / 2 - 0.6, measures.pad + measures.title_gap / 2);
    Path bar = rectangle({end.x - 1.3, end.y - reach, end.x + 1.3, end.y + reach});
    bar.fill = context.theme.colours.ink;
    group.children.emplace_back(std::move(bar));
}

void draw_birth(Group& group, Point start, const Context& context, Colour colour) {
    Path tick = line({start.x, start.y - 3}, {start.x, start.y + 3});
    tick.stroke = Stroke{colour, context.theme.strokes.milestone, {}, LineCap::butt, LineJoin::round};
    group.children.emplace_back(std::move(tick));
}

/// Whether the last that is told of this character in the picture is its death.
bool dies_at_end(const LineRun& run, const Row& row, const Plan& plan, const Context& context) {
    const Life& life = context.timetable.lives[run.line];
    if (!life.death_known) return false;
    if (plan.options.axis == Axis::told) {
        const auto& scenes = row.steps[run.last].scenes;
        return std::ranges::any_of(scenes, [&](const SceneInStep& s) { return s.event == life.death_event; });
    }
    return life.death.nominal <= row.steps[run.last].until && life.death.nominal >= row.steps[run.last].from;
}

bool is_born_at_start(const LineRun& run, const Row& row, const Plan& plan, const Context& context) {
    const Life& life = context.timetable.lives[run.line];
    const StoryStep& step = row.steps[run.first];
    return plan.options.axis != Axis::told && life.birth_known && step.from <= life.birth.nominal &&
           life.birth.nominal <= step.until;
}

/// What a character is for a while, as the texture of its line, by step; where nothing is told the theme's plain line.
std::vector<KindStyle> textures(const LineRun& run, const Row& row, const Context& context) {
    std::vector<KindStyle> styles(run.last - run.first + 1);
    for (std::size_t s = 0; s < context.story.states().size(); ++s) {
        if (context.story.states()[s].who.index != run.line) continue;
        const Extent& extent = context.timetable.states[s];
        for (std::size_t t = run.first; t <= run.last; ++t) {
            const StoryStep& step = row.steps[t];
            const bool exclusions = extent.from.nominal <= step.from && step.until <= extent.until.nominal;
            if (exclusions) styles[t - run.first] = context.kinds.state(context.story.states()[s].is);
        }
    }
    return styles;
}

/// A part of a line, with gaps for the names that stand in it.
void draw_between_names(Group& group, Line line, const StepCurve& curve, double begin, double end, const Row& row,
                        const CurveStyle& style, const Theme& theme) {
    auto name = std::ranges::lower_bound(row.names_along, line, {}, &NameAlong::line);
    for (; name != row.names_along.end() && name->line == line; ++name) {
        if (name->until <= begin || name->from >= end) continue;
        if (name->from > begin) draw_curve(group, curve.part(begin, name->from), style, theme);
        begin = name->until;
    }
    if (begin < end) draw_curve(group, curve.part(begin, end), style, theme);
}

void draw_curves(Group& group, const LineRun& run, const Row& row, const Plan& plan, const Context& context,
                 Point origin) {
    const StepCurve curve(row.placement.columns, run.first, run.heights, origin);
    const std::vector<KindStyle> styles = textures(run, row, context);
    const double plain = width_of(plan.importance[run.line], context.theme);
    std::size_t from = run.first;
    double begin = run.from;
    for (std::size_t t = run.first; t <= run.last; ++t) {
        const bool last = t == run.last;
        if (!last && styles[t + 1 - run.first] == styles[from - run.first]) continue;
        const KindStyle& style = styles[from - run.first];
        // A texture lasts up to the scene with which the next begins.
        const double end = last ? run.until : row.placement.columns[t + 1].from;
        const double width = style.width > 0 ? style.width * plain / context.theme.strokes.life : plain;
        draw_between_names(group, run.line, curve, begin, end, row,
                           {style.pattern, width, style.colour.value_or(plan.colours[run.line])}, context.theme);
        from = t + 1;
        begin = end;
    }
}

void draw_run(Group& group, const LineRun& run, bool returns, bool leaves, const Row& row, const Plan& plan,
              const Context& context, Point origin) {
    const Colour colour = plan.colours[run.line];
    draw_curves(group, run, row, plan, context, origin);
    const Point start{origin.x + run.from, origin.y + run.heights.front()};
    const Point end{origin.x + run.until, origin.y + run.heights.back()};
    const bool continues = row.continues && run.first == 0;
    const Frame frame{Direction::right, {}};
    if (continues && row.starts_page) draw_continuation(group, frame, start, -1, colour, context.theme);
    if (run.goes_on && row.ends_page) draw_continuation(group, frame, end, 1, colour, context.theme);
    if (returns && !continues) draw_fade(group, start, -1, colour);
    if (!returns && !continues && is_born_at_start(run, row, plan, context)) draw_birth(group, start, context, colour);
    const bool dies = !leaves && !run.goes_on && dies_at_end(run, row, plan, context);
    if (dies) draw_death(group, end, plan, context);
    if (!dies && !run.goes_on) draw_fade(group, end, 1, colour);
}

}  // namespace

void draw_lines(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin) {
    const std::vector<LineRun> runs = line_runs(row, plan.colours.size());
    for (const Importance importance : {Importance::minor, Importance::supporting, Importance::main}) {
        for (std::size_t r = 0; r < runs.size();) {
            const Line line = runs[r].line;
            std::size_t end = r;
            while (end < runs.size() && runs[end].line == line)
                ++end;
            if (plan.importance[line] == importance) {
                const Character& character = context.story.characters()[line];
                Group& group = add_group(parent, subjects::Character{character.id}, character.name, character.role);
                for (std::size_t i = r; i < end; ++i)
                    draw_run(group, runs[i], i > r || std::ranges::binary_search(row.seen, line), i + 1 < end, row,
                             plan, context, origin);
            }
            r = end;
        }
    }
}

void draw_names(Group& parent, const Row& row, const Plan& plan, const Context&, Point origin) {
    for (const NameAlong& name : row.names_along) {
        const Point centre{origin.x + name.centre.x, origin.y + name.centre.y};
        draw_centred(parent, name.text, centre, plan.colours[name.line], name.turn);
    }
    for (const Label& label : row.placement.labels) {
        if (label.kind != Label::Kind::start && label.kind != Label::Kind::end) continue;
        if (label.text.lines.empty()) continue;
        const Column& column = row.placement.columns[label.step];
        const Point centre{origin.x + column.from + label.left + label.indent + label.text.width / 2,
                           origin.y + row.assignment.at(label.anchor)};
        draw_centred(parent, label.text.lines.front().text, centre, label.text.lines.front().colour);
    }
}

}  // namespace fabula::storylines

// The lines of the characters: the runs and curves that they follow, their ends and names, and the relationships
// between neighbouring lines.

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

#include "view/drawing/marks.hpp"
#include "view/drawing/strokes.hpp"
#include "view/storyline/draw.hpp"

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
    // Between neighbouring lines; where these are far apart, clear of titles.
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

/// Whether the run ends with the death of its character.
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

/// By step: the style of the line, which shows the state of its character; the plain style if there is none.
std::vector<KindStyle> textures(const LineRun& run, const Row& row, const Context& context) {
    std::vector<KindStyle> styles(run.last - run.first + 1);
    for (std::size_t s = 0; s < context.story.states().size(); ++s) {
        if (context.story.states()[s].who.index != run.line) continue;
        const Extent& extent = context.timetable.states[s];
        for (std::size_t t = run.first; t <= run.last; ++t) {
            const StoryStep& step = row.steps[t];
            const bool lasts = extent.from.nominal <= step.from && step.until <= extent.until.nominal;
            if (lasts) styles[t - run.first] = context.kinds.state(context.story.states()[s].is);
        }
    }
    return styles;
}

/// Draws a part of a line, with gaps for the names along it.
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
        // A texture lasts until the scene with which the next one begins.
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

namespace {

using Cubic = std::array<Point, 4>;

Point between(Point a, Point b, double u) {
    return {a.x + (b.x - a.x) * u, a.y + (b.y - a.y) * u};
}

/// The bend from one height to another, level at both ends, with both control points halfway.
Cubic bend(Point from, Point to) {
    const double middle = (from.x + to.x) / 2;
    return {from, {middle, from.y}, {middle, to.y}, to};
}

/// The parameter at which a bend has covered this share of its way along x. The share is u^3 - 3/2 u^2 + 3/2 u; with
/// v = u - 1/2 it becomes v^3 + 3/4 v + 1/2, and with v = sinh(w) it is sinh(3w)/4 + 1/2.
double parameter_at(double share) {
    return std::sinh(std::asinh(4 * (share - 0.5)) / 3) + 0.5;
}

/// The part of a cubic from its start to a parameter, and the rest (de Casteljau).
std::pair<Cubic, Cubic> split(const Cubic& cubic, double u) {
    const Point a = between(cubic[0], cubic[1], u);
    const Point b = between(cubic[1], cubic[2], u);
    const Point c = between(cubic[2], cubic[3], u);
    const Point ab = between(a, b, u);
    const Point bc = between(b, c, u);
    const Point middle = between(ab, bc, u);
    return {{cubic[0], a, ab, middle}, {middle, bc, c, cubic[3]}};
}

}  // namespace

std::size_t StepCurve::step_before(double x) const {
    const auto from = columns_.begin() + static_cast<std::ptrdiff_t>(first_);
    const auto until = from + static_cast<std::ptrdiff_t>(heights_.size());
    const auto behind = std::ranges::upper_bound(from, until, x, {}, &Column::flat_from);
    return first_ + static_cast<std::size_t>(std::max<std::ptrdiff_t>(behind - from, 1)) - 1;
}

double StepCurve::height_at(double x) const {
    const std::size_t step = step_before(x);
    if (step == last() || x <= columns_[step].flat_until) return height(step);
    const double start = columns_[step].flat_until;
    const double u = parameter_at((x - start) / (columns_[step + 1].flat_from - start));
    return height(step) + (height(step + 1) - height(step)) * u * u * (3 - 2 * u);
}

void StepCurve::add_bend(Path& path, std::size_t step, double begin, double end) const {
    const double start = columns_[step].flat_until;
    const double stop = columns_[step + 1].flat_from;
    const auto parameter = [&](double x) { return parameter_at((x - start) / (stop - start)); };
    const double from = begin > start ? parameter(begin) : 0;
    const double until = end < stop ? parameter(end) : 1;
    Cubic cubic = bend({start, height(step)}, {stop, height(step + 1)});
    if (until < 1) cubic = split(cubic, until).first;
    if (from > 0) cubic = split(cubic, from / until).second;
    const auto at = [&](Point point) { return Point{origin_.x + point.x, origin_.y + point.y}; };
    if (begin < start) path.line_to(at(cubic[0]));
    path.cubic_to(at(cubic[1]), at(cubic[2]), at(cubic[3]));
}

Path StepCurve::part(double begin, double end) const {
    Path path;
    path.move_to({origin_.x + begin, origin_.y + height_at(begin)});
    for (std::size_t step = step_before(begin); step < last() && columns_[step].flat_until < end; ++step) {
        if (height(step) != height(step + 1)) add_bend(path, step, begin, end);
    }
    const std::size_t step = step_before(end);
    const bool is_level = step == last() || end <= columns_[step].flat_until || height(step) == height(step + 1);
    if (is_level) path.line_to({origin_.x + end, origin_.y + height_at(end)});
    return path;
}

std::vector<LineRun> line_runs(const Row& row, std::size_t characters) {
    std::vector<std::vector<LineRun>> by_line(characters);
    for (std::size_t t = 0; t < row.steps.size(); ++t) {
        for (const Standing& standing : row.arrangement.steps[t]) {
            std::vector<LineRun>& runs = by_line[standing.line];
            const Column& column = row.placement.columns[t];
            if (runs.empty() || runs.back().last + 1 != t)
                runs.push_back({standing.line, t, t, column.from - line_lead, 0, false, {}});
            runs.back().last = t;
            runs.back().until = column.until + line_lead;
            runs.back().heights.push_back(row.assignment.at(standing.place));
        }
    }
    std::vector<LineRun> all;
    for (std::vector<LineRun>& runs : by_line) {
        if (!runs.empty() && runs.back().last + 1 == row.steps.size() &&
            std::ranges::binary_search(row.next, runs.back().line)) {
            runs.back().goes_on = true;
            runs.back().until =
                row.placement.columns.back().flat_until + row_tail - (row.ends_page ? continuation_room : 0);
        }
        std::ranges::move(runs, std::back_inserter(all));
    }
    return all;
}

namespace {

class Finder {
public:
    Finder(const Row& row, const Plan& plan) : row_(row), plan_(plan), taken_(row.steps.size()) {
        for (std::size_t t = 0; t < row.steps.size(); ++t) {
            auto& positions = positions_.emplace_back();
            for (std::size_t p = 0; p < row.arrangement.steps[t].size(); ++p)
                positions.emplace_back(row.arrangement.steps[t][p].line, p);
            std::ranges::sort(positions);
        }
    }

    /// Adds the stretches in which `a` and `b` are neighbours during `extent`.
    void find(std::size_t relationship, Line a, Line b, const Extent& extent) {
        Bond bond{relationship, 0, 0, {}};
        for (std::size_t t = 0; t <= row_.steps.size(); ++t) {
            const auto height = t < row_.steps.size() && lasts(row_.steps[t], extent) ? between(t, a, b) : std::nullopt;
            if (height) {
                if (bond.heights.empty()) bond.first = t;
                bond.last = t;
                bond.heights.push_back(*height);
            } else if (!bond.heights.empty()) {
                bonds_.push_back(std::move(bond));
                bond = {relationship, 0, 0, {}};
            }
        }
    }

    [[nodiscard]] std::vector<Bond> take() { return std::move(bonds_); }

private:
    static bool lasts(const StoryStep& step, const Extent& extent) {
        return extent.from.nominal <= step.from && step.until <= extent.until.nominal;
    }

    [[nodiscard]] std::optional<std::size_t> position(std::size_t t, Line line) const {
        const auto found = std::ranges::lower_bound(positions_[t], line, {}, &std::pair<Line, std::size_t>::first);
        if (found == positions_[t].end() || found->first != line) return std::nullopt;
        return found->second;
    }

    /// The height halfway between two lines, if they are neighbours and so close that no title stands between them.
    [[nodiscard]] std::optional<double> between(std::size_t t, Line a, Line b) {
        const auto p = position(t, a);
        const auto q = position(t, b);
        if (!p || !q || std::max(*p, *q) - std::min(*p, *q) != 1) return std::nullopt;
        const auto& standings = row_.arrangement.steps[t];
        const double upper = row_.assignment.at(standings[std::min(*p, *q)].place);
        const double lower = row_.assignment.at(standings[std::max(*p, *q)].place);
        if (lower - upper > 1.2 * plan_.measures.scene_gap) return std::nullopt;
        if (!taken_[t].insert(std::min(*p, *q)).second) return std::nullopt;
        return (upper + lower) / 2;
    }

    const Row& row_;
    const Plan& plan_;
    std::vector<std::vector<std::pair<Line, std::size_t>>> positions_;  ///< by step, by line
    std::vector<std::set<std::size_t>> taken_;                          ///< by step: the gaps that show a relationship
    std::vector<Bond> bonds_;
};

}  // namespace

std::vector<Bond> bonds_of(const Row& row, const Plan& plan, const Context& context) {
    if (context.story.relationships().empty()) return {};
    struct Phase {
        std::size_t relationship = 0;
        Extent extent;
    };
    std::vector<Phase> phases;
    for (std::size_t r = 0; r < context.story.relationships().size(); ++r) {
        for (const Extent& extent : context.timetable.relationships[r])
            phases.push_back({r, extent});
    }
    // Of two relationships between the same characters at one time, the one that began last is shown.
    std::ranges::stable_sort(phases, std::greater(), [](const Phase& phase) { return phase.extent.from.nominal; });
    Finder finder(row, plan);
    for (const Phase& phase : phases) {
        const auto& between = context.story.relationships()[phase.relationship].between;
        for (std::size_t i = 0; i < between.size(); ++i) {
            for (std::size_t j = i + 1; j < between.size(); ++j)
                finder.find(phase.relationship, between[i].index, between[j].index, phase.extent);
        }
    }
    return finder.take();
}

std::vector<Mention> mentions_of(const Row& row, const Story& story) {
    std::vector<Mention> mentions;
    for (const Meeting& meeting : row.arrangement.meetings) {
        if (meeting.goes_on) continue;
        for (const Reference& who : story.events()[meeting.event].mentions) {
            const auto& standings = row.arrangement.steps[meeting.first];
            const auto found = std::ranges::find(standings, who.index, &Standing::line);
            const bool is_in_it = std::ranges::find(meeting.lines, who.index) != meeting.lines.end();
            if (found != standings.end() && !is_in_it) mentions.push_back({meeting.first, who.index, found->place});
        }
    }
    return mentions;
}

void draw_relationships(Group& parent, const Row& row, const Plan& plan, const Context& context, Point origin) {
    for (const Bond& bond : bonds_of(row, plan, context)) {
        const Relationship& relationship = context.story.relationships()[bond.relationship];
        std::string title = relationship.kind;
        for (const Reference& who : relationship.between)
            title += (title.empty() ? "" : " ") + context.story.characters()[who.index].name;
        Group& group = add_group(parent, subjects::Relationship{bond.relationship + 1, 0, relationship.kind},
                                 std::move(title), relationship.text);
        group.is_addressed = false;  // a relationship may have several stretches
        const KindStyle style = context.kinds.relationship(relationship.kind);
        const double width = style.width > 0 ? style.width : context.theme.strokes.relationship;
        const StepCurve curve(row.placement.columns, bond.first, bond.heights, origin);
        const auto& columns = row.placement.columns;
        draw_curve(group, curve.part(columns[bond.first].from, columns[bond.last].until),
                   {style.pattern, width * 0.8, style.colour.value_or(context.theme.colours.relationship)},
                   context.theme);
    }
}

}  // namespace fabula::storylines

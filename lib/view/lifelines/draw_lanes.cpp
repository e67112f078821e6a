// The lanes of the characters: their lines, beginnings, ends, names and inscriptions, and where each line begins and
// ends.

#include <algorithm>

#include "view/drawing/marks.hpp"
#include "view/drawing/strokes.hpp"
#include "view/lifelines/draw.hpp"
#include "view/lifelines/passes.hpp"

namespace fabula::lifelines {

namespace {

/// A stretch of a lane with one texture.
struct Stretch {
    double from = 0;
    double until = 0;
    KindStyle style;
};

/// The stretches along in which the character is alive but absent.
std::vector<Interval> absences(const Plan& plan, const Context& context, std::size_t row) {
    const Life& life = context.timetable.lives[*plan.cast.lanes[row].character];
    const TimeScale& scale = plan.placement.scale;
    std::vector<Interval> result;
    for (const Away& away : life.absences)
        result.push_back({scale.end_at(away.when.from.nominal), scale.at(away.when.until.nominal)});
    std::vector<Interval> lived;
    for (const Extent& stretch : life.clock)
        lived.push_back({scale.at(stretch.from.nominal), scale.end_at(stretch.until.nominal)});
    std::ranges::sort(lived, {}, &Interval::from);
    double until = lived.empty() ? 0 : lived.front().from;
    for (const Interval& stretch : lived) {
        if (stretch.from > until) result.push_back({until, stretch.from});
        until = std::max(until, stretch.until);
    }
    std::ranges::sort(result, {}, &Interval::from);
    return result;
}

/// Stretches keep their texture outside `absences`; inside, the line is dotted.
std::vector<Stretch> with_absences(const std::vector<Stretch>& stretches, const std::vector<Interval>& absences) {
    std::vector<Stretch> result;
    for (const Stretch& stretch : stretches) {
        double at = stretch.from;
        for (const Interval& absence : absences) {
            const double from = std::clamp(absence.from, at, stretch.until);
            const double until = std::clamp(absence.until, at, stretch.until);
            if (until <= from) continue;
            if (from > at) result.push_back({at, from, stretch.style});
            result.push_back({from, until, style_of_absence});
            at = until;
        }
        if (at < stretch.until) result.push_back({at, stretch.until, stretch.style});
    }
    return result;
}

/// The line of the lane, cut into its states; in between, the plain style of the theme.
std::vector<Stretch> textures(const Plan& plan, const Context& context, std::size_t row) {
    const LaneExtent& extent = plan.extents[row];
    std::vector<Stretch> states;
    for (std::size_t s = 0; s < context.story.states().size(); ++s) {
        const State& state = context.story.states()[s];
        if (state.who.index != *plan.cast.lanes[row].character) continue;
        const Extent& time = context.timetable.states[s];
        const double from = std::clamp(plan.placement.scale.at(time.from.nominal), extent.from, extent.until);
        const double until = std::clamp(plan.placement.scale.end_at(time.until.nominal), extent.from, extent.until);
        if (until > from) states.push_back({from, until, context.kinds.state(state.is)});
    }
    std::ranges::stable_sort(states, {}, &Stretch::from);
    std::vector<Stretch> stretches;
    double at = extent.from;
    for (const Stretch& state : states) {
        if (state.from > at) stretches.push_back({at, state.from, {}});
        if (state.until <= at) continue;
        stretches.push_back({std::max(at, state.from), state.until, state.style});
        at = state.until;
    }
    if (at < extent.until) stretches.push_back({at, extent.until, {}});
    return with_absences(stretches, absences(plan, context, row));
}

/// The inscriptions in the line of one lane.
using Inscribed = std::vector<const Inscription*>;

std::vector<Inscribed> inscriptions_by_row(const Plan& plan) {
    std::vector<Inscribed> rows(plan.cast.lanes.size());
    for (const Inscription& inscription : plan.inscriptions)
        rows[inscription.row].push_back(&inscription);
    return rows;
}

/// What interrupts the line of a lane: inscriptions, and breaks of the axis.
std::vector<Interval> interruptions(const Plan& plan, const Inscribed& inscribed) {
    std::vector<Interval> spans;
    for (const Inscription* inscription : inscribed) {
        const double half = half_room(*inscription, plan);
        spans.push_back({inscription->centre - half, inscription->centre + half});
    }
    for (const Break& gap : plan.placement.scale.breaks())
        spans.push_back({gap.from + 5, gap.until - 5});
    std::ranges::sort(spans, {}, &Interval::from);
    return spans;
}

double life_width(const Context& context, const KindStyle& style) {
    return style.width > 0 ? style.width : context.theme.strokes.life;
}

void draw_line(Group& group, const Plan& plan, const Context& context, const Frame& frame, std::size_t row,
               const Inscribed& inscribed) {
    const double across = plan.placement.lanes[row];
    const Colour colour = plan.cast.lanes[row].colour;
    const std::vector<Interval> spans = interruptions(plan, inscribed);
    for (const Stretch& stretch : textures(plan, context, row)) {
        PatternLine line{stretch.from,
                         stretch.from,
                         across,
                         stretch.style.pattern,
                         life_width(context, stretch.style),
                         stretch.style.colour.value_or(colour)};
        for (const Interval& span : spans) {
            if (span.until <= stretch.from || span.from >= stretch.until) continue;
            line.until = span.from;
            if (line.until > line.from) draw_pattern(group, frame, line, context.theme);
            line.from = std::max(line.from, span.until);
        }
        line.until = stretch.until;
        if (line.until > line.from) draw_pattern(group, frame, line, context.theme);
    }
}

/// Where the axis is broken, a lane that goes on is dotted between two oblique strokes.
void draw_breaks(Group& group, const Plan& plan, const Context& context, const Frame& frame, std::size_t row) {
    const double across = plan.placement.lanes[row];
    const LaneExtent& extent = plan.extents[row];
    const Stroke stroke{plan.cast.lanes[row].colour, context.theme.strokes.event, {}, LineCap::round, LineJoin::round};
    for (const Break& gap : plan.placement.scale.breaks()) {
        const double from = std::max(gap.from + 5, extent.from);
        const double until = std::min(gap.until - 5, extent.until);
        if (until - from < 2) continue;
        draw_pattern(group, frame, {from + 3, until - 3, across, LinePattern::dotted, 1, stroke.colour}, context.theme);
        for (const double end : {from, until}) {
            if (!gap.length && end == from) continue;  // only a birth comes before the story
            draw_stroke(group, frame, {end - 1.5, across + 4}, {end + 1.5, across - 4}, stroke);
        }
    }
}

/// A beginning or end that the story does not tell fades out in dots.
void draw_fade(Group& group, const Plan& plan, const Frame& frame, std::size_t row, double end, double sign) {
    const double across = plan.placement.lanes[row];
    double at = end + sign * 3.5;
    for (const double radius : {0.9, 0.7, 0.5}) {
        Path dot = circle(frame.at(at, across), radius);
        dot.fill = plan.cast.lanes[row].colour;
        group.children.emplace_back(std::move(dot));
        at += sign * 3.2;
    }
}

/// The bar that ends a life.
void draw_death(Group& group, const Plan& plan, const Context& context, const Frame& frame, std::size_t row) {
    const double at = plan.extents[row].until;
    const double across = plan.placement.lanes[row];
    const double reach = plan.measures.core - 1;
    Path bar = rectangle(frame.box(at - 1.3, at + 1.3, across - reach, across + reach));
    bar.fill = context.theme.colours.ink;
    group.children.emplace_back(std::move(bar));
}

void draw_birth(Group& group, const Plan& plan, const Context& context, const Frame& frame, std::size_t row) {
    const double at = plan.extents[row].from;
    const double across = plan.placement.lanes[row];
    draw_stroke(group, frame, {at, across - 3}, {at, across + 3},
                {plan.cast.lanes[row].colour, context.theme.strokes.milestone, {}, LineCap::butt, LineJoin::round});
}

void draw_beginning(Group& group, const Plan& plan, const Context& context, const Frame& frame, std::size_t row) {
    const LaneExtent& extent = plan.extents[row];
    if (extent.continues) {
        draw_continuation(group, frame, {extent.from, plan.placement.lanes[row]}, -1, plan.cast.lanes[row].colour,
                          context.theme);
    } else if (extent.born) {
        draw_birth(group, plan, context, frame, row);
    } else {
        draw_fade(group, plan, frame, row, extent.from, -1);
    }
}

void draw_end(Group& group, const Plan& plan, const Context& context, const Frame& frame, std::size_t row) {
    const LaneExtent& extent = plan.extents[row];
    if (extent.is_continued) {
        draw_continuation(group, frame, {extent.until, plan.placement.lanes[row]}, 1, plan.cast.lanes[row].colour,
                          context.theme);
    } else if (extent.dies) {
        draw_death(group, plan, context, frame, row);
    } else {
        draw_fade(group, plan, frame, row, extent.until, 1);
    }
}

TextLine lane_name(const Plan& plan, const Context& context, std::size_t row) {
    const Character& character = context.story.characters()[*plan.cast.lanes[row].character];
    return context.measure.line(character.name, {.size = plan.type.heading, .weight = Weight::bold});
}

void draw_name(Group& group, const Plan& plan, const Context& context, const Frame& frame, std::size_t row) {
    TextLine name = lane_name(plan, context, row);
    const LaneExtent& extent = plan.extents[row];
    const double across = plan.placement.lanes[row];
    const double end = extent.head;
    const Point centre =
        frame.down() ? frame.at(end - name.ascent / 2, across) : frame.at(end - name.width / 2, across);
    draw_centred(group, std::move(name), centre, plan.cast.lanes[row].colour);
}

subjects::Part part_of(Inscription::Kind kind) {
    switch (kind) {
        case Inscription::Kind::name:
            return subjects::Part::name;
        case Inscription::Kind::state:
            return subjects::Part::state;
        case Inscription::Kind::absence:
            return subjects::Part::absence;
        case Inscription::Kind::age:
            break;
    }
    return subjects::Part::age;
}

void draw_inscriptions(Group& group, const Plan& plan, const Context& context, const Frame& frame, std::size_t row,
                       const Inscribed& inscribed) {
    for (const Inscription* inscription : inscribed) {
        Group& part = add_part(group, part_of(inscription->kind));
        const Colour colour =
            inscription->kind == Inscription::Kind::age ? context.theme.colours.quiet : plan.cast.lanes[row].colour;
        draw_centred(part, inscription->text, frame.at(inscription->centre, plan.placement.lanes[row]), colour);
    }
}

/// Events that nobody takes part in stand on a hairline of their own.
void draw_lane_of_nobody(Group& parent, const Plan& plan, const Context& context, const Frame& frame, std::size_t row) {
    Group& group = add_group(parent, subjects::Nobody{});
    draw_pattern(group, frame,
                 {0, plan.placement.scale.length(), plan.placement.lanes[row], LinePattern::solid,
                  context.theme.strokes.structure, context.theme.colours.structure},
                 context.theme);
}

}  // namespace

void draw_lanes(Group& parent, const Plan& plan, const Context& context, const Frame& frame) {
    const std::vector<Inscribed> inscribed = inscriptions_by_row(plan);
    for (std::size_t row = 0; row < plan.cast.lanes.size(); ++row) {
        if (!plan.cast.lanes[row].character) {
            draw_lane_of_nobody(parent, plan, context, frame, row);
            continue;
        }
        const Character& character = context.story.characters()[*plan.cast.lanes[row].character];
        Group& group = add_group(parent, subjects::Character{character.id}, character.name, character.role);
        draw_line(group, plan, context, frame, row, inscribed[row]);
        draw_breaks(group, plan, context, frame, row);
        draw_beginning(group, plan, context, frame, row);
        draw_end(group, plan, context, frame, row);
        draw_name(group, plan, context, frame, row);
        draw_inscriptions(group, plan, context, frame, row, inscribed[row]);
    }
}

std::vector<NamePlace> name_places(const Plan& plan, const Context& context) {
    std::vector<NamePlace> places;
    const bool down = plan.options.direction == Direction::down;
    for (std::size_t row = 0; row < plan.cast.lanes.size(); ++row) {
        const LaneExtent& extent = plan.extents[row];
        if (!plan.cast.lanes[row].character) {
            places.push_back({{extent.from, extent.from}, 0});
            continue;
        }
        const TextLine name = lane_name(plan, context, row);
        const double length = down ? name.ascent + name.descent : name.width;
        const double end = extent.head;
        places.push_back({{end - length, end}, down ? name.width / 2 : plan.measures.core});
    }
    return places;
}

double name_room(const Plan& plan, const Context& context) {
    double room = 0;
    for (const NamePlace& name : name_places(plan, context))
        room = std::max(room, -name.along.from);
    return room;
}

namespace {

/// By row: the stretch along in which the lane has events and relationships of the page.
std::vector<Interval> seen_extents(const Plan& plan, const Timetable& timetable) {
    const TimeScale& scale = plan.placement.scale;
    std::vector<Interval> seen(plan.cast.lanes.size(), {scale.length(), 0});
    const auto end_of = [&](EventIndex event) { return scale.at(timetable.events[event].end.nominal); };
    for (std::size_t e = 0; e < plan.entries.size(); ++e) {
        const double along = plan.placement.along[e];
        const double until = std::max(along, end_of(plan.entries[e].event));
        for (const std::size_t row : plan.entries[e].rows) {
            seen[row].from = std::min(seen[row].from, along);
            seen[row].until = std::max(seen[row].until, until);
        }
    }
    for (const Carried& carried : plan.carried) {
        for (const std::size_t row : carried.rows)
            seen[row].until = std::max(seen[row].until, end_of(carried.event));
    }
    for (const Arc& arc : plan.placement.arcs) {
        for (const std::size_t row : arc.rows)
            seen[row].from = std::min(seen[row].from, arc.from - plan.measures.arc_shift);
    }
    return seen;
}

/// By character: the place of the event of its death, which may share its moment with others.
std::vector<std::optional<double>> deaths(const Plan& plan, const Timetable& timetable) {
    std::vector<std::optional<double>> death(timetable.lives.size());
    for (std::size_t e = 0; e < plan.entries.size(); ++e) {
        for (const std::size_t row : plan.entries[e].marked_rows) {
            const auto character = plan.cast.lanes[row].character;
            if (character && timetable.lives[*character].death_event == plan.entries[e].event)
                death[*character] = plan.placement.along[e];
        }
    }
    return death;
}

LaneExtent extent_of(const Plan& plan, const Context& context, CharacterIndex character, const Interval& seen,
                     const std::optional<double>& death) {
    const TimeScale& scale = plan.placement.scale;
    const Life& life = context.timetable.lives[character];
    const Extent& line = plan.lines[character];
    LaneExtent extent;
    if (!context.shown.has(line)) {  // it takes part although it is not alive: a ghost, an ancestor
        extent.from = seen.from;
        extent.until = std::max(seen.from, seen.until);
        return extent;
    }
    extent.continues = context.shown.is_earlier(line.from.nominal);
    extent.is_continued = context.shown.is_later(line.until.nominal);
    extent.born = life.birth_known && !extent.continues;
    extent.dies = life.death_known && !extent.is_continued;
    extent.from = extent.continues ? 0 : extent.born ? scale.at(life.birth.nominal) : seen.from;
    extent.until = extent.is_continued ? scale.length()
                   : extent.dies       ? death.value_or(scale.at(life.death.nominal))
                                       : seen.until;
    return extent;
}

/// Names stand before the tick of a birth, the dots of an unknown beginning or the mark of one on another page, and
/// before the dots of an uncertain first event.
void place_heads(std::vector<LaneExtent>& extents, const Plan& plan, const Timetable& timetable) {
    constexpr double name_distance = 5;
    constexpr double fade_room = 11;
    for (LaneExtent& extent : extents)
        extent.head = extent.from - name_distance - (extent.born ? 0 : fade_room);
    for (std::size_t e = 0; e < plan.entries.size(); ++e) {
        LaneExtent& extent = extents[plan.entries[e].rows.front()];
        const auto whisker = whisker_extent(plan, timetable, e);
        if (whisker) extent.head = std::min(extent.head, whisker->first - name_distance);
    }
}

}  // namespace

std::vector<LaneExtent> lane_extents(const Plan& plan, const Context& context) {
    const std::vector<Interval> seen = seen_extents(plan, context.timetable);
    const std::vector<std::optional<double>> death = deaths(plan, context.timetable);
    std::vector<LaneExtent> extents(plan.cast.lanes.size());
    for (std::size_t row = 0; row < extents.size(); ++row) {
        if (const auto character = plan.cast.lanes[row].character) {
            extents[row] = extent_of(plan, context, *character, seen[row], death[*character]);
        } else {
            extents[row].until = plan.placement.scale.length();
        }
    }
    place_heads(extents, plan, context.timetable);
    return extents;
}

}  // namespace fabula::lifelines

// Marks, titles, places.
#include <algorithm>
#include <cmath>

#include "view/curve/draw.hpp"
#include "view/drawing/event_labels.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/strokes.hpp"

namespace fabula::curves {
namespace {

/// Whether a numbered mark would reach into those told before and after.
bool is_crowded(const Plan& plan, std::size_t place, const Theme& theme) {
    const double reach = 2.2 * milestone_radius(theme, plan.type.text);
    const auto is_near = [&](std::size_t other) {
        return std::abs(plan.x(other) - plan.x(place)) < reach && std::abs(plan.y(other) - plan.y(place)) < reach;
    };
    return (place > 0 && is_near(place - 1)) || (place + 1 < plan.telling.events.size() && is_near(place + 1));
}

void draw_mark_of(Group& group, std::size_t place, Point at, const Plan& plan, const Context& context) {
    const Event& event = context.story.events()[plan.telling.events[place].event];
    MarkShape shape = mark_shape(event, context.theme);
    if (shape == MarkShape::milestone && is_crowded(plan, place, context.theme)) shape = MarkShape::dot;
    if (shape == MarkShape::milestone) {
        const auto& number = event.milestone->number;
        draw_milestone(group, context.story.milestones()[event.milestone->kind.index],
                       number ? std::optional(number->value) : std::nullopt, at, context.theme.colours.ink,
                       plan.type.text, context.theme, context.measure);
        return;
    }
    if (shape == MarkShape::death) {
        Path bar = rectangle({at.x - 1.2, at.y - 4, at.x + 1.2, at.y + 4});
        bar.fill = context.theme.colours.ink;
        group.children.emplace_back(std::move(bar));
        return;
    }
    if (shape == MarkShape::dot) {  // small, for the curve is what counts, and smaller where columns are narrow
        Path dot = circle(at, std::min(0.75 * context.theme.marks.event, 0.3 * plan.step));
        dot.fill = context.theme.colours.ink;
        group.children.emplace_back(std::move(dot));
        return;
    }
    draw_mark(group, shape, at, context.theme.colours.ink, context.theme);
}

void draw_inscription(Group& group, const Inscription& inscription, Point origin, Colour colour) {
    const Box& box = inscription.box;
    const Point middle{origin.x + (box.left + box.right) / 2, origin.y + (box.top + box.bottom) / 2};
    draw_centred(group, inscription.text, middle, colour);
}

}  // namespace

void draw_events(Group& parent, const Plan& plan, const Context& context, Point origin) {
    Group& notes = add_part(parent, subjects::Part::anachronies);
    for (const Inscription& note : plan.notes)
        draw_inscription(notes, note, origin, context.theme.colours.quiet);
    std::vector<const Inscription*> titles(plan.telling.events.size(), nullptr);
    for (const Inscription& title : plan.titles)
        titles[title.of] = &title;
    for (std::size_t place = 0; place < plan.telling.events.size(); ++place) {
        const Event& event = context.story.events()[plan.telling.events[place].event];
        Group& group = add_group(parent, subject_of(event), name_of(event, context.story, context.wording), event.text);
        group.link = event.url;
        const Point at = plan.at(place);
        draw_mark_of(group, place, {origin.x + at.x, origin.y + at.y}, plan, context);
        if (titles[place] != nullptr) draw_inscription(group, *titles[place], origin, context.theme.colours.ink);
    }
}

void draw_places(Group& parent, const Plan& plan, const Context& context, Point origin) {
    if (plan.place_rows.empty()) return;
    Group& group = add_part(parent, subjects::Part::places);
    const Frame frame{Direction::right, origin};
    double y = plan.height() + 3.2 * plan.type.text;
    for (const PlaceRow& row : plan.place_rows) {
        const Place& place = context.story.places()[row.place];
        Group& line = add_group(group, subjects::Place{place.id}, place.name, place.text);
        TextLine name = row.name;
        const Point at{origin.x - 12 - name.width, origin.y + y + name.ascent * 0.36};
        draw_text(line, std::move(name), at, context.theme.colours.quiet);
        for (const auto& [first, last] : row.runs) {
            const double reach = std::min(plan.step / 2, context.theme.marks.event + 1);
            Path bar = rectangle(frame.box(plan.x(first) - reach, plan.x(last) + reach, y - 1.6, y + 1.6), 1.6);
            bar.fill = context.theme.colours.life;
            add_path(line, std::move(bar));
        }
        y += place_row_height(plan);
    }
}

}  // namespace fabula::curves

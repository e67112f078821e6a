#include "view/drawing/legend.hpp"

#include <algorithm>
#include <utility>

#include "view/drawing/event_labels.hpp"
#include "view/drawing/set_aside.hpp"
#include "view/drawing/strokes.hpp"
#include "view/drawing/typesetting.hpp"

namespace fabula::drawing {
namespace {

template <typename Test>
bool any_event(const std::vector<EventIndex>& events, const Story& story, const Test& test) {
    return std::ranges::any_of(events, [&](EventIndex e) { return test(story.events()[e]); });
}

}  // namespace

bool any_life_ends(const std::vector<EventIndex>& events, const Story& story) {
    return any_event(events, story, [](const Event& e) { return !e.deaths.empty() && is_real(e.mode); });
}

void Legend::explain_events(const std::vector<EventIndex>& events, const EventMarks& marks) {
    explain_milestones(events);
    if (marks.deaths) explain_deaths();
    explain_truths(events);
    explain_set_aside(events, marks);
    explain_modes(events);
}

void Legend::explain(std::string words, Sample sample) {
    entries_.push_back({std::move(words), std::move(sample)});
}

void Legend::explain_line(std::string words, const KindStyle& style, double width, Colour colour) {
    explain(std::move(words), [&context = context_, style, width, colour](Group& group, Point at) {
        const Frame frame{Direction::right, at};
        const double half = sample_width / 2;
        draw_pattern(
            group, frame,
            {-half, half, 0, style.pattern, style.width > 0 ? style.width : width, style.colour.value_or(colour)},
            context.theme);
    });
}

void Legend::explain_mark(std::string words, MarkShape shape) {
    explain(std::move(words), [&context = context_, shape](Group& group, Point at) {
        draw_mark(group, shape, at, context.theme.colours.life, context.theme);
    });
}

void Legend::explain_milestones(const std::vector<EventIndex>& events) {
    std::vector<bool> used(context_.story.milestones().size());
    for (const EventIndex e : events) {
        if (const auto& milestone = context_.story.events()[e].milestone) used[milestone->kind.index] = true;
    }
    for (std::size_t kind = 0; kind < used.size(); ++kind) {
        if (!used[kind]) continue;
        const MilestoneKind& milestone = context_.story.milestones()[kind];
        explain(milestone.name + ", " + context_.wording.word("numbered", "numbered"),
                [&context = context_, &milestone, size = text_size_](Group& group, Point at) {
                    draw_milestone(group, milestone, 1, at, context.theme.colours.life, size, context.theme,
                                   context.measure);
                });
    }
}

void Legend::explain_deaths() {
    explain(context_.wording.word("death", "death"), [&context = context_](Group& group, Point at) {
        const Frame frame{Direction::right, at};
        draw_pattern(group, frame,
                     {-9, 0, 0, LinePattern::solid, context.theme.strokes.life, context.theme.colours.life},
                     context.theme);
        Path bar = rectangle(frame.box(-1.3, 1.3, -5.5, 5.5));
        bar.fill = context.theme.colours.ink;
        group.children.emplace_back(std::move(bar));
    });
}

void Legend::explain_truths(const std::vector<EventIndex>& events) {
    for (const Truth truth : {Truth::rumour, Truth::hope, Truth::memory, Truth::dream, Truth::lie}) {
        if (any_event(events, context_.story, [&](const Event& e) { return e.truth == truth; }))
            explain_mark(truth_word(context_.wording, truth), mark_shape(truth, context_.theme));
    }
}

void Legend::explain_set_aside(const std::vector<EventIndex>& events, const EventMarks& marks) {
    const auto is_shown = [&](const SetAside& statement) {
        if (statement.kind == SetAside::Kind::section) return marks.sections;
        if (statement.kind != SetAside::Kind::event) return marks.cast;
        return std::ranges::find(events, statement.index) != events.end();
    };
    bool any = false;
    bool any_place = false;
    for (const SetAside& statement : context_.timetable.set_aside) {
        if (!is_shown(statement)) continue;
        any = true;
        const bool has_place = statement.asked_from.has_value() || statement.asked_until.has_value();
        any_place = any_place || (statement.kind == SetAside::Kind::event && has_place);
    }
    const auto sample = [&context = context_](const auto& draw) {
        return
            [&context, draw](Group& group, Point at) { draw(group, at, set_aside_size(context.theme), context.theme); };
    };
    if (any)
        explain(context_.wording.word("set-aside", "set aside: contradicts firmer statements"), sample(draw_set_aside));
    if (any_place && marks.places_in_time)
        explain(context_.wording.word("asked-place", "where that would put it"), sample(draw_asked_place));
}

void Legend::explain_modes(const std::vector<EventIndex>& events) {
    const bool dreams = any_event(events, context_.story, [](const Event& e) { return e.truth == Truth::dream; });
    for (const Mode mode : {Mode::flashback, Mode::dream, Mode::vision}) {
        if (mode == Mode::dream && dreams) continue;  // explain_truths has explained the same mark
        const auto is_so = [&](const Event& e) { return e.mode == mode && e.truth == Truth::fact; };
        if (any_event(events, context_.story, is_so))
            explain_mark(mode_word(context_.wording, mode), mark_shape(mode, context_.theme));
    }
}

void Legend::explain_mentions() {
    explain(context_.wording.word("mentioned", "spoken of"), [&context = context_](Group& group, Point at) {
        const Frame frame{Direction::right, at};
        const Colour colour = context.theme.colours.life;
        draw_pattern(group, frame, {-10, 10, 0, LinePattern::solid, context.theme.strokes.life, colour}, context.theme);
        draw_mention(group, at, colour, context.theme);
    });
}

void Legend::explain_continuation() {
    explain(context_.wording.word("continued", "continued"), [&context = context_](Group& group, Point at) {
        const Frame frame{Direction::right, at};
        const Colour colour = context.theme.colours.life;
        draw_pattern(group, frame, {-10, 3, 0, LinePattern::solid, context.theme.strokes.life, colour}, context.theme);
        draw_continuation(group, frame, {3, 0}, 1, colour, context.theme);
    });
}

double Legend::draw(Group& parent, Point at, double width) const {
    if (entries_.empty()) return 0;
    Group& group = add_group(parent, subjects::Part::legend);
    const double line_height = text_size_ * 2.1;
    constexpr double words_distance = 5;
    constexpr double entry_distance = 18;
    double x = at.x;
    double y = at.y + line_height / 2;
    for (const Entry& entry : entries_) {
        TextLine words = context_.measure.line(entry.words, {.size = text_size_});
        const double entry_width = sample_width + words_distance + words.width;
        if (x > at.x && x + entry_width > at.x + width) {
            x = at.x;
            y += line_height;
        }
        entry.sample(group, {x + sample_width / 2, y});
        const double baseline = y + words.ascent * 0.36;
        draw_text(group, std::move(words), {x + sample_width + words_distance, baseline}, context_.theme.colours.quiet);
        x += entry_width + entry_distance;
    }
    return y + line_height / 2 - at.y;
}

}  // namespace fabula::drawing

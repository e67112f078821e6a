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

void Legend::explain(std::string words, Sample sample) {
    entries_.push_back({std::move(words), std::move(sample)});
}

void Legend::explain_line(std::string words, const KindStyle& style, double width, Colour colour) {
    explain(std::move(words), [this, style, width, colour](Group& group, Point at) {
        const Frame frame{Direction::right, at};
        const double half = sample_width / 2;
        draw_pattern(
            group, frame,
            {-half, half, 0, style.pattern, style.width > 0 ? style.width : width, style.colour.value_or(colour)},
            context_.theme);
    });
}

void Legend::explain_mark(std::string words, MarkShape shape) {
    explain(std::move(words), [this, shape](Group& group, Point at) {
        draw_mark(group, shape, at, context_.theme.colours.life, context_.theme);
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
                [this, &milestone](Group& group, Point at) {
                    draw_milestone(group, milestone, 1, at, context_.theme.colours.life, text_size_, context_.theme,
                                   context_.measure);
                });
    }
}

void Legend::explain_deaths() {
    explain(context_.wording.word("death", "death"), [this](Group& group, Point at) {
        const Frame frame{Direction::right, at};
        draw_pattern(group, frame,
                     {-9, 0, 0, LinePattern::solid, context_.theme.strokes.life, context_.theme.colours.life},
                     context_.theme);
        Path bar = rectangle(frame.box(-1.3, 1.3, -5.5, 5.5));
        bar.fill = context_.theme.colours.ink;
        group.children.emplace_back(std::move(bar));
    });
}

void Legend::explain_truths(const std::vector<EventIndex>& events) {
    for (const Truth truth : {Truth::rumour, Truth::hope, Truth::memory, Truth::dream, Truth::lie}) {
        if (any_event(events, context_.story, [&](const Event& e) { return e.truth == truth; }))
            explain_mark(truth_word(context_.wording, truth), mark_shape(truth, context_.theme));
    }
    explain_set_aside(events);
}

void Legend::explain_set_aside(const std::vector<EventIndex>& events) {
    const auto is_marked = [this](EventIndex e) { return has_set_aside(e, context_.timetable); };
    if (!std::ranges::any_of(events, is_marked)) return;
    const auto sample = [this](const auto& draw) {
        return
            [this, draw](Group& group, Point at) { draw(group, at, set_aside_size(context_.theme), context_.theme); };
    };
    explain(context_.wording.word("set-aside", "set aside: contradicts firmer statements"), sample(draw_set_aside));
    explain(context_.wording.word("asked-place", "where it would be by that"), sample(draw_asked_place));
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
    explain(context_.wording.word("mentioned", "spoken of"), [this](Group& group, Point at) {
        const Frame frame{Direction::right, at};
        const Colour colour = context_.theme.colours.life;
        draw_pattern(group, frame, {-10, 10, 0, LinePattern::solid, context_.theme.strokes.life, colour},
                     context_.theme);
        draw_mention(group, at, colour, context_.theme);
    });
}

void Legend::explain_continuation() {
    explain(context_.wording.word("continued", "continued"), [this](Group& group, Point at) {
        const Frame frame{Direction::right, at};
        const Colour colour = context_.theme.colours.life;
        draw_pattern(group, frame, {-10, 3, 0, LinePattern::solid, context_.theme.strokes.life, colour},
                     context_.theme);
        draw_continuation(group, frame, {3, 0}, 1, colour, context_.theme);
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

// Texts beside the curve: inscribe.
#include <algorithm>
#include <fmt/format.h>

#include "view/curve/curve.hpp"
#include "view/drawing/event_labels.hpp"
#include "view/drawing/label_placement.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/strokes.hpp"

namespace fabula::curves {
namespace {

constexpr double beside = 6;          // from the middle of a mark to a text
constexpr double most_width = 24;     // of a title, by the size of its type
constexpr double half_height = 0.56;  // of a line of text, by the size of its type
constexpr std::size_t samples = 16;   // of the curve between two events

class Inscriber {
public:
    Inscriber(Plan& plan, const Box& room, const Context& context)
        : plan_(plan), context_(context), placement_(room, {.between = 3}) {
        placement_.block_line(monotone_samples(plan.points(), samples), {.beside = 2, .over = 1});
        for (std::size_t place = 0; place < plan.telling.events.size(); ++place) {
            const Point at = plan.at(place);
            const Box mark = mark_box(place);
            placement_.block({at.x + mark.left, at.y + mark.top, at.x + mark.right, at.y + mark.bottom});
        }
    }

    void inscribe_notes() {
        const auto& all = plan_.telling.anachronies;
        for (const std::size_t a :
             by_importance(all.size(), [&](std::size_t a) { return static_cast<double>(all[a].reach_events); }))
            inscribe_note(a);
    }

    /// Beside their marks, the weightiest first; with `leaders` also over or under them, where these have no room,
    /// those of the weightiest before any other.
    void inscribe_titles(bool leaders) {
        const std::vector<std::size_t> order = by_importance(plan_.telling.events.size(), [&](std::size_t place) {
            return context_.ranking.events[plan_.telling.events[place].event];
        });
        std::vector<std::size_t> left;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const bool led = leaders && i < great_moments;
            const bool is_set = inscribe_title(order[i]) ||
                                (led && (lead_to_title(order[i]) || inscribe_title(order[i], most_width / 2) ||
                                         lead_to_title(order[i], most_width / 2)));
            if (!is_set) left.push_back(order[i]);
        }
        for (const std::size_t place : left) {
            if (!leaders || !lead_to_title(place)) ++plan_.left_out;
        }
    }

private:
    [[nodiscard]] const Event& event(std::size_t place) const {
        return context_.story.events()[plan_.telling.events[place].event];
    }

    /// In words: "flashback, 10 years".
    [[nodiscard]] std::string note_of(const Anachrony& anachrony) const {
        const bool is_back = anachrony.kind == Anachrony::Kind::flashback;
        const std::string name = is_back ? mode_word(context_.wording, Mode::flashback)
                                         : context_.wording.word("flash-forward", "flash-forward");
        if (context_.timetable.axis == TimeAxis::order || anachrony.reach <= 0)
            return fmt::format("{}, {} {}", name, anachrony.reach_events, context_.wording.word("events", "events"));
        return name + ", " + context_.wording.duration(usual_duration(context_.timetable, anachrony.reach));
    }

    void inscribe_note(std::size_t a) {
        const Anachrony& anachrony = plan_.telling.anachronies[a];
        const TextStyle style{.size = plan_.type.text, .italic = true};
        TextLine text = context_.measure.line(note_of(anachrony), style);
        const bool is_back = anachrony.kind == Anachrony::Kind::flashback;
        std::size_t furthest = anachrony.first;
        for (std::size_t place = anachrony.first; place <= anachrony.last; ++place) {
            if (is_back ? plan_.y(place) < plan_.y(furthest) : plan_.y(place) > plan_.y(furthest)) furthest = place;
        }
        const Point at = plan_.at(furthest);
        // Leaves room for the title of the event.
        const double away = (is_back ? -1 : 1) * (3.4 * half_height * plan_.type.text + context_.theme.marks.event + 2);
        const Box candidates[] = {box_at(at.x - text.width / 2, at.y + away, text.width),
                                  box_at(at.x + beside, at.y + away, text.width),
                                  box_at(at.x - beside - text.width, at.y + away, text.width)};
        if (const auto box = placement_.place(candidates)) plan_.notes.push_back({a, std::move(text), *box});
    }

    [[nodiscard]] TextLine set_title(const Event& event, double width = most_width) const {
        const bool heavy = event.milestone || !event.deaths.empty();
        const TextStyle style{.size = plan_.type.text,
                              .weight = heavy ? Weight::bold : Weight::regular,
                              .italic = event.truth != Truth::fact};
        const std::string name = name_of(event, context_.story, context_.wording);
        return cut_line(context_.measure, name, style, width * style.size);
    }

    bool inscribe_title(std::size_t place, double width = most_width) {
        TextLine text = set_title(event(place), width);
        const Point at = plan_.at(place);
        const double clear = std::max(beside, mark_box(place).right + 2);
        // Where the curve goes down to the right, there is room above it on the right and below it on the left.
        const double lift = 0.6 * plan_.type.text;
        const double right = at.x + clear;
        const double left = at.x - clear - text.width;
        const double high =
            half_height * plan_.type.text + context_.theme.marks.event + 2;  // over a curve that is nearly level
        const auto box = [&](double start, double middle) { return box_at(start, middle, text.width); };
        const Box candidates[] = {box(right, at.y - lift),    box(left, at.y + lift),
                                  box(right, at.y),           box(left, at.y),
                                  box(right, at.y + lift),    box(left, at.y - lift),
                                  box(at.x - 2, at.y - high), box(at.x + 2 - text.width, at.y + high),
                                  box(at.x - 2, at.y + high), box(at.x + 2 - text.width, at.y - high)};
        const auto free = placement_.place(candidates);
        if (free) plan_.titles.push_back({place, std::move(text), *free});
        return free.has_value();
    }

    /// At the end of a line that goes up from the mark, or down: there it can meet no other part of the curve.
    bool lead_to_title(std::size_t place, double width = most_width) {
        constexpr double nearest = 14;
        constexpr double farthest = 130;
        constexpr double by_marks = 9;  // where the curve is dense, a line passes the marks of the next events
        const double line = 1.25 * plan_.type.text;
        TextLine text = set_title(event(place), width);
        const Point at = plan_.at(place);
        for (double away = nearest; away <= farthest; away += line) {
            for (const bool up : {true, false}) {
                const double middle = at.y + (up ? -away : away);
                const double half = half_height * plan_.type.text;
                const Box leader = up ? Box{at.x - 0.5, middle + half, at.x + 0.5, at.y - by_marks}
                                      : Box{at.x - 0.5, at.y + by_marks, at.x + 0.5, middle - half};
                if (leader.height() > 0 && !placement_.is_clear(leader)) continue;
                const Box candidates[] = {box_at(up ? at.x - 1 : at.x + 1 - text.width, middle, text.width),
                                          box_at(up ? at.x + 1 - text.width : at.x - 1, middle, text.width)};
                const auto free = placement_.place(candidates);
                if (!free) continue;
                placement_.block(leader);
                plan_.titles.push_back({place, std::move(text), *free, true});
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] Box box_at(double left, double middle, double width) const {
        const double half = half_height * plan_.type.text;
        return {left, middle - half, left + width, middle + half};
    }

    /// What a mark takes, around its place.
    [[nodiscard]] Box mark_box(std::size_t place) const {
        const bool large = event(place).milestone || !event(place).deaths.empty();
        const double reach =
            (large ? milestone_radius(context_.theme, plan_.type.text) : context_.theme.marks.event) + 1;
        constexpr double tip = 1.75;  // of the radius: as far as the highest of the marks reaches, a drop
        return {-reach, event(place).milestone ? -tip * reach : -reach, reach, reach};
    }

    Plan& plan_;
    const Context& context_;
    LabelPlacement placement_;
};

}  // namespace

void inscribe(Plan& plan, const Box& room, const Context& context, bool leaders) {
    plan.titles.clear();
    plan.notes.clear();
    plan.left_out = 0;
    Inscriber inscriber(plan, room, context);
    inscriber.inscribe_notes();
    if (plan.options.titles) inscriber.inscribe_titles(leaders);
}

}  // namespace fabula::curves

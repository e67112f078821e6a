// Texts beside the curve: inscribe.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

#include "view/curve/curve.hpp"
#include "view/drawing/event_labels.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/monotone.hpp"
#include "view/drawing/overlap.hpp"

namespace fabula::curves {
namespace {

constexpr double beside = 6;          // from the middle of a mark to a text
constexpr double most_width = 24;     // of a title, by the size of its type
constexpr double half_height = 0.56;  // of a line of text, by the size of its type
constexpr std::size_t samples = 16;   // of the curve between two events

/// The curve as short straight pieces, found by where they stand along x.
class CurvePieces {
public:
    explicit CurvePieces(const Plan& plan)
        : step_(plan.step), last_(plan.telling.events.size() - 1), pieces_(monotone_samples(plan.points(), samples)) {}

    /// Whether the curve passes through a box.
    [[nodiscard]] bool meets(const Box& box) const {
        const auto place = [&](double x) {
            return static_cast<std::size_t>(std::clamp(std::floor(x / step_), 0.0, static_cast<double>(last_)));
        };
        const std::size_t until = std::min((place(box.right) + 1) * samples, pieces_.size() - 1);
        for (std::size_t i = place(box.left) * samples; i < until; ++i) {
            const Point& a = pieces_[i];
            const Point& b = pieces_[i + 1];
            const Box piece{a.x, std::min(a.y, b.y), b.x, std::max(a.y, b.y)};
            if (overlap(piece, box)) return true;
        }
        return false;
    }

private:
    double step_;
    std::size_t last_;
    std::vector<Point> pieces_;
};

class Inscriber {
public:
    Inscriber(Plan& plan, const Box& room, const Context& context)
        : plan_(plan), room_(room), context_(context), curve_(plan) {}

    void inscribe_notes() {
        const auto& all = plan_.telling.anachronies;
        std::vector<std::size_t> order(all.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, std::greater(), [&](std::size_t a) { return all[a].reach_events; });
        for (const std::size_t a : order)
            inscribe_note(a);
    }

    void inscribe_titles() {
        std::vector<std::size_t> order(plan_.telling.events.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, std::greater(), [&](std::size_t place) { return importance(event(place)); });
        for (const std::size_t place : order) {
            if (!inscribe_title(place)) ++plan_.left_out;
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
        for (const Point middle : {Point{at.x, at.y + away}, Point{at.x + text.width / 2 + beside, at.y + away},
                                   Point{at.x - text.width / 2 - beside, at.y + away}}) {
            const Box box = box_at(middle.x - text.width / 2, middle.y, text.width);
            if (!is_free(box)) continue;
            put(plan_.notes, {a, std::move(text), box});
            return;
        }
    }

    [[nodiscard]] TextLine set_title(const Event& event) const {
        const bool heavy = event.milestone || !event.deaths.empty();
        const TextStyle style{.size = plan_.type.text,
                              .weight = heavy ? Weight::bold : Weight::regular,
                              .italic = event.truth != Truth::fact};
        const std::string name = name_of(event, context_.story, context_.wording);
        return cut_line(context_.measure, name, style, most_width * style.size);
    }

    bool inscribe_title(std::size_t place) {
        TextLine text = set_title(event(place));
        const Point at = plan_.at(place);
        const double clear = std::max(beside, mark_box(place).right + 2);
        // Where the curve goes down to the right, there is room above it on the right and below it on the left.
        const double lift = 0.6 * plan_.type.text;
        const double right = at.x + clear;
        const double left = at.x - clear - text.width;
        const double high =
            half_height * plan_.type.text + context_.theme.marks.event + 2;  // over a curve that is nearly level
        for (const Point start : {Point{right, at.y - lift}, Point{left, at.y + lift}, Point{right, at.y},
                                  Point{left, at.y}, Point{right, at.y + lift}, Point{left, at.y - lift},
                                  Point{at.x - 2, at.y - high}, Point{at.x + 2 - text.width, at.y + high},
                                  Point{at.x - 2, at.y + high}, Point{at.x + 2 - text.width, at.y - high}}) {
            const Box box = box_at(start.x, start.y, text.width);
            if (!is_free(box)) continue;
            put(plan_.titles, {place, std::move(text), box});
            return true;
        }
        return false;
    }

    [[nodiscard]] Box box_at(double left, double middle, double width) const {
        const double half = half_height * plan_.type.text;
        return {left, middle - half, left + width, middle + half};
    }

    [[nodiscard]] bool is_free(const Box& box) const {
        if (box.left < room_.left || box.right > room_.right || box.top < room_.top || box.bottom > room_.bottom)
            return false;
        return !curve_.meets({box.left - 2, box.top - 1, box.right + 2, box.bottom + 1}) && !meets_mark(box) &&
               std::ranges::none_of(taken_, [&](const Box& other) { return overlap(box, other); });
    }

    /// What a mark takes, around its place.
    [[nodiscard]] Box mark_box(std::size_t place) const {
        const bool large = event(place).milestone || !event(place).deaths.empty();
        const double reach =
            (large ? milestone_radius(context_.theme, plan_.type.text) : context_.theme.marks.event) + 1;
        constexpr double tip = 1.75;  // of the radius: as far as the highest of the marks reaches, a drop
        return {-reach, event(place).milestone ? -tip * reach : -reach, reach, reach};
    }

    [[nodiscard]] bool meets_mark(const Box& box) const {
        const double reach = milestone_radius(context_.theme, plan_.type.text) + 1;
        const double last = static_cast<double>(plan_.telling.events.size() - 1);
        const double first = std::clamp(std::ceil((box.left - reach) / plan_.step), 0.0, last);
        const double until = std::clamp(std::floor((box.right + reach) / plan_.step), 0.0, last);
        for (auto place = static_cast<std::size_t>(first); place <= static_cast<std::size_t>(until); ++place) {
            const Point at = plan_.at(place);
            const Box mark = mark_box(place);
            if (overlap(box, {at.x + mark.left, at.y + mark.top, at.x + mark.right, at.y + mark.bottom})) return true;
        }
        return false;
    }

    void put(std::vector<Inscription>& inscriptions, Inscription inscription) {
        const Box& box = inscription.box;
        taken_.push_back({box.left - 3, box.top, box.right + 3, box.bottom});
        inscriptions.push_back(std::move(inscription));
    }

    Plan& plan_;
    const Box& room_;
    const Context& context_;
    CurvePieces curve_;
    std::vector<Box> taken_;
};

}  // namespace

void inscribe(Plan& plan, const Box& room, const Context& context) {
    plan.titles.clear();
    plan.notes.clear();
    plan.left_out = 0;
    Inscriber inscriber(plan, room, context);
    inscriber.inscribe_notes();
    if (plan.options.titles) inscriber.inscribe_titles();
}

}  // namespace fabula::curves

// Texts beside the curve: inscribe.
#include <algorithm>
#include <fmt/format.h>
#include <numeric>

#include "view/drawing/event_labels.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/monotone.hpp"
#include "view/drawing/overlap.hpp"
#include "view/plot/plot.hpp"

namespace fabula::plots {
namespace {

/// How far the mark of an event reaches; a numbered one has a tip.
double mark_reach(const Plan& plan, std::size_t moment, const Story& story, const Theme& theme) {
    const bool is_numbered = mark_shape(story.events()[plan.moments[moment].event], theme) == MarkShape::milestone;
    return is_numbered ? 1.9 * milestone_radius(theme, plan.type.text) : theme.marks.event;
}

/// What texts may not touch: the curve in short pieces, marks, texts and leaders.
class Obstacles {
public:
    Obstacles(const Plan& plan, const Story& story, const Theme& theme) {
        constexpr std::size_t samples = 14;
        constexpr double half_stroke = 1.4;
        const std::vector<Point> curve = monotone_samples(plan.points(), samples);
        for (std::size_t i = 1; i < curve.size(); ++i) {
            const Point& a = curve[i - 1];
            const Point& b = curve[i];
            add({a.x, std::min(a.y, b.y) - half_stroke, b.x, std::max(a.y, b.y) + half_stroke});
        }
        pieces_ = boxes_.size();
        for (std::size_t moment = 0; moment < plan.moments.size(); ++moment) {
            if (!plan.moments[moment].tension) continue;
            const double reach = mark_reach(plan, moment, story, theme) + 0.5;
            const Point at = plan.at(moment);
            add({at.x - reach, at.y - reach, at.x + reach, at.y + reach});
        }
    }

    void add(const Box& box) { boxes_.push_back(box); }

    [[nodiscard]] bool touch(const Box& box) const {
        // Pieces ascend along x: only those near have to be looked at.
        const auto end = boxes_.begin() + static_cast<std::ptrdiff_t>(pieces_);
        auto piece = std::partition_point(boxes_.begin(), end, [&](const Box& b) { return b.right <= box.left; });
        for (; piece != end && piece->left < box.right; ++piece)
            if (overlap(*piece, box)) return true;
        return std::any_of(end, boxes_.end(), [&](const Box& other) { return overlap(other, box); });
    }

private:
    std::vector<Box> boxes_;
    std::size_t pieces_ = 0;
};

class Inscriber {
public:
    Inscriber(Plan& plan, const TitleRoom& room, const Context& context)
        : plan_(plan),
          room_(room),
          context_(context),
          obstacles_(plan, context.story, context.theme),
          top_(-5.4 * plan.type.text),
          said_(plan.moments.size(), false) {}

    void inscribe_beats() {
        for (const TurningPoint& point : plan_.beats) {
            if (said_[point.moment]) continue;
            said_[point.moment] = true;
            const Point at = place_of(point.moment);
            if (!set_near(point.moment, beat_block(point.moment), at, true)) ++plan_.left_out;
        }
    }

    void inscribe_missing() {
        for (std::size_t m = 0; m < plan_.missing.size(); ++m) {
            const MissingBeat& missing = plan_.missing[m];
            Block block;
            append(block, fmt::format("{} {}", context_.wording.word("no-beat", "no"), missing.name),
                   {.size = plan_.type.text, .italic = true}, context_.theme.colours.quiet, 1);
            for (const double y : {top_ + 1, top_ + 1.3 * plan_.type.text, plan_.height - 1.6 * plan_.type.text}) {
                const Box box{missing.x - 1, y, missing.x + 3 + block.width, y + block.height};
                if (!is_free(box)) continue;
                obstacles_.add(box);
                plan_.notes.push_back({m, std::move(block), {missing.x + 3, box.top}, false});
                break;
            }
        }
    }

    void inscribe_titles() {
        std::vector<std::size_t> order(plan_.moments.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, std::greater(), [&](std::size_t m) { return importance(event(m)); });
        for (const std::size_t m : order) {
            if (said_[m] || !plan_.moments[m].tension) continue;
            Block block;
            append_title(block, m);
            if (!set_near(m, block, place_of(m), false)) ++plan_.left_out;
        }
    }

private:
    [[nodiscard]] const Event& event(std::size_t moment) const {
        return context_.story.events()[plan_.moments[moment].event];
    }

    /// A turning point without tension stands on the line of no tension.
    [[nodiscard]] Point place_of(std::size_t moment) const {
        const auto& tension = plan_.moments[moment].tension;
        return {plan_.moments[moment].x, tension ? plan_.y(*tension) : plan_.height};
    }

    void append(Block& block, std::string_view text, const TextStyle& style, Colour colour, std::size_t most) const {
        Paragraph lines = context_.measure.wrap(text, style, 0.9 * plan_.type.label_width, most);
        for (std::size_t l = 0; l < lines.lines.size(); ++l) {
            const double baseline = block.height + lines.first_baseline + static_cast<double>(l) * lines.leading;
            block.width = std::max(block.width, lines.lines[l].width);
            block.lines.push_back({std::move(lines.lines[l]), baseline, colour});
        }
        block.height += lines.height;
        block.right_to_left = lines.right_to_left;
    }

    void append_title(Block& block, std::size_t moment) const {
        append(block, name_of(event(moment), context_.story, context_.wording), {.size = plan_.type.text},
               context_.theme.colours.ink, 2);
    }

    /// The names of the beats that an event is, over its title.
    Block beat_block(std::size_t moment) const {
        Block block;
        constexpr std::size_t most = 4;
        const auto beats = plan_.beats_of(moment);
        for (const TurningPoint& point : beats.first(std::min(beats.size(), most))) {
            append(block, context_.story.beats()[point.beat].name, {.size = plan_.type.text, .weight = Weight::bold},
                   context_.theme.colours.ink, 2);
        }
        append_title(block, moment);
        return block;
    }

    [[nodiscard]] bool is_free(const Box& box) const {
        constexpr double air = 1.5;
        if (box.left < room_.left || box.right > room_.right || box.top < top_ || box.bottom > plan_.height - 1)
            return false;
        return !obstacles_.touch({box.left - air, box.top - air, box.right + air, box.bottom + air});
    }

    /// Sets a block beside its event, or further off with a leader where it `may_be_led`.
    bool set_near(std::size_t moment, const Block& block, Point at, bool may_be_led) {
        const double beside = std::max(5.0, mark_reach(plan_, moment, context_.story, context_.theme) + 2.2);
        const double w = block.width;
        const double h = block.height;
        const Point corners[] = {{at.x - w / 2, at.y - beside - h}, {at.x + beside, at.y - h / 2},
                                 {at.x - beside - w, at.y - h / 2}, {at.x + 1, at.y - beside - h},
                                 {at.x - 1 - w, at.y - beside - h}, {at.x - w / 2, at.y + beside},
                                 {at.x + 1, at.y + beside},         {at.x - 1 - w, at.y + beside}};
        for (const Point& corner : corners)
            if (take(moment, block, corner, std::nullopt)) return true;
        if (!may_be_led) return false;
        constexpr double step = 5;
        for (double away = 3 * beside; at.y - away - h > top_ || at.y + away + h < plan_.height; away += step) {
            for (const double left : {at.x - w / 2, at.x - 3, at.x + 3 - w}) {
                const Box up{at.x - 0.4, at.y - away, at.x + 0.4, at.y - beside};
                if (take(moment, block, {left, at.y - away - h}, up)) return true;
                const Box down{at.x - 0.4, at.y + beside, at.x + 0.4, at.y + away};
                if (take(moment, block, {left, at.y + away}, down)) return true;
            }
        }
        return false;
    }

    bool take(std::size_t moment, const Block& block, Point corner, const std::optional<Box>& leader) {
        const Box box{corner.x, corner.y, corner.x + block.width, corner.y + block.height};
        if (!is_free(box) || (leader && obstacles_.touch(*leader))) return false;
        obstacles_.add(box);
        if (leader) obstacles_.add(*leader);
        plan_.titles.push_back({moment, block, corner, leader.has_value()});
        return true;
    }

    Plan& plan_;
    TitleRoom room_;
    const Context& context_;
    Obstacles obstacles_;
    double top_;
    std::vector<bool> said_;
};

}  // namespace

void inscribe(Plan& plan, const TitleRoom& room, const Context& context) {
    plan.titles.clear();
    plan.notes.clear();
    plan.left_out = 0;
    Inscriber inscriber(plan, room, context);
    inscriber.inscribe_beats();
    inscriber.inscribe_missing();
    if (plan.options.titles) inscriber.inscribe_titles();
}

}  // namespace fabula::plots

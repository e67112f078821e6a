// Texts beside the curve: inscribe.
#include <algorithm>
#include <fmt/format.h>

#include "view/drawing/event_labels.hpp"
#include "view/drawing/label_placement.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/strokes.hpp"
#include "view/plot/plot.hpp"

namespace fabula::plots {
namespace {

/// How far the mark of an event reaches; a numbered one has a tip.
double mark_reach(const Plan& plan, std::size_t moment, const Story& story, const Theme& theme) {
    const bool is_numbered = mark_shape(story.events()[plan.moments[moment].event], theme) == MarkShape::milestone;
    return is_numbered ? 1.9 * milestone_radius(theme, plan.type.text) : theme.marks.event;
}

class Inscriber {
public:
    Inscriber(Plan& plan, const TitleRoom& room, const Context& context)
        : plan_(plan),
          context_(context),
          top_(-5.4 * plan.type.text),
          said_(plan.moments.size(), false),
          placement_({room.left, top_, room.right, plan.height - 1}, {.around = 1.5}) {
        constexpr std::size_t samples = 14;
        constexpr double half_stroke = 1.4;
        placement_.block_line(monotone_samples(plan.points(), samples), {.over = half_stroke});
        for (std::size_t moment = 0; moment < plan.moments.size(); ++moment) {
            if (!plan.moments[moment].tension) continue;
            const double reach = mark_reach(plan, moment, context.story, context.theme) + 0.5;
            const Point at = plan.at(moment);
            placement_.block({at.x - reach, at.y - reach, at.x + reach, at.y + reach});
        }
    }

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
            const auto box = [&](double y) {
                return Box{missing.x - 1, y, missing.x + 3 + block.width, y + block.height};
            };
            const Box candidates[] = {box(top_ + 1), box(top_ + 1.3 * plan_.type.text),
                                      box(plan_.height - 1.6 * plan_.type.text)};
            if (const auto free = placement_.place(candidates))
                plan_.notes.push_back({m, std::move(block), {missing.x + 3, free->top}, false});
        }
    }

    void inscribe_titles() {
        for (const std::size_t m : by_importance(plan_.moments.size(), [&](std::size_t m) {
                 return context_.ranking.events[plan_.moments[m].event];
             })) {
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
        append_paragraph(block, context_.measure.wrap(text, style, 0.9 * plan_.type.label_width, most), colour);
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

    /// Sets a block beside its event, or further off with a leader where it `may_be_led`.
    bool set_near(std::size_t moment, const Block& block, Point at, bool may_be_led) {
        const double beside = std::max(5.0, mark_reach(plan_, moment, context_.story, context_.theme) + 2.2);
        const double w = block.width;
        const double h = block.height;
        const auto box = [&](double left, double top) { return Box{left, top, left + w, top + h}; };
        const Box candidates[] = {box(at.x - w / 2, at.y - beside - h), box(at.x + beside, at.y - h / 2),
                                  box(at.x - beside - w, at.y - h / 2), box(at.x + 1, at.y - beside - h),
                                  box(at.x - 1 - w, at.y - beside - h), box(at.x - w / 2, at.y + beside),
                                  box(at.x + 1, at.y + beside),         box(at.x - 1 - w, at.y + beside)};
        if (const auto free = placement_.place(candidates)) {
            plan_.titles.push_back({moment, block, {free->left, free->top}, false});
            return true;
        }
        if (!may_be_led) return false;
        constexpr double step = 5;
        for (double away = 3 * beside; at.y - away - h > top_ || at.y + away + h < plan_.height; away += step) {
            for (const double left : {at.x - w / 2, at.x - 3, at.x + 3 - w}) {
                const Box up{at.x - 0.4, at.y - away, at.x + 0.4, at.y - beside};
                if (set_led(moment, block, box(left, at.y - away - h), up)) return true;
                const Box down{at.x - 0.4, at.y + beside, at.x + 0.4, at.y + away};
                if (set_led(moment, block, box(left, at.y + away), down)) return true;
            }
        }
        return false;
    }

    bool set_led(std::size_t moment, const Block& block, const Box& box, const Box& leader) {
        if (!placement_.is_clear(leader) || !placement_.place({&box, 1})) return false;
        placement_.block(leader);
        plan_.titles.push_back({moment, block, {box.left, box.top}, true});
        return true;
    }

    Plan& plan_;
    const Context& context_;
    double top_;
    std::vector<bool> said_;  ///< by moment
    LabelPlacement placement_;
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

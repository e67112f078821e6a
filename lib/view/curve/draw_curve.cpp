// The curve, and how sure its times are.
#include <algorithm>

#include "view/curve/draw.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/monotone.hpp"
#include "view/drawing/strokes.hpp"

namespace fabula::curves {
namespace {

/// Which of the anachronies a place belongs to; nothing where it is in order.
std::vector<std::optional<std::size_t>> anachrony_of(const Plan& plan) {
    std::vector<std::optional<std::size_t>> of(plan.telling.events.size());
    for (std::size_t a = 0; a < plan.telling.anachronies.size(); ++a) {
        for (std::size_t place = plan.telling.anachronies[a].first; place <= plan.telling.anachronies[a].last; ++place)
            of[place] = a;
    }
    return of;
}

class CurvePainter {
public:
    CurvePainter(const Plan& plan, const Context& context) : plan_(plan), context_(context), of_(anachrony_of(plan)) {}

    /// How the way to a place is drawn.
    [[nodiscard]] CurveStyle style_of(std::size_t place) const {
        const Theme& theme = context_.theme;
        if (!plan_.categories.empty()) {
            const std::size_t category = plan_.category_of[place];
            if (category == SIZE_MAX) return {LinePattern::solid, theme.strokes.event, theme.colours.life};
            const Category& kind = plan_.categories[category];
            return {kind.pattern, theme.strokes.life, kind.colour};
        }
        const auto& here = of_[place];
        if (here != of_[place - 1])  // a leap, there or back
            return {LinePattern::solid, theme.strokes.event, theme.colours.quiet};
        if (!here) return {LinePattern::solid, theme.strokes.life * 1.1, theme.colours.ink};
        return out_of_order_style(plan_.telling.anachronies[*here].kind, theme);
    }

private:
    const Plan& plan_;
    const Context& context_;
    std::vector<std::optional<std::size_t>> of_;

public:
    [[nodiscard]] static CurveStyle out_of_order_style(Anachrony::Kind kind, const Theme& theme) {
        const bool is_back = kind == Anachrony::Kind::flashback;
        const auto& colours = theme.colours.lives;
        const std::size_t colour = is_back ? 0 : 1;
        return {is_back ? LinePattern::dashed : LinePattern::dotted, theme.strokes.life,
                colour < colours.size() ? colours[colour] : theme.colours.life};
    }
};

bool are_alike(const CurveStyle& a, const CurveStyle& b) {
    return a.pattern == b.pattern && a.width == b.width && a.colour == b.colour;
}

constexpr double bar_reach = 2.2;  // of a bar from its middle line

/// A soft bar, about a middle line.
void draw_bar(Group& group, const Box& line, const Context& context) {
    Path bar = rectangle({line.left - bar_reach, line.top - bar_reach, line.right + bar_reach, line.bottom + bar_reach},
                         bar_reach);
    bar.fill = context.theme.colours.band;  // with an edge, for bands may lie under it
    bar.stroke =
        Stroke{context.theme.colours.structure, context.theme.strokes.structure, {}, LineCap::butt, LineJoin::round};
    add_path(group, std::move(bar));
}

/// From where to where an event may stand by its own statements; nothing where that says no more than its mark.
std::optional<std::pair<double, double>> uncertainty(std::size_t place, const Plan& plan, const Context& context) {
    const EventTime& time = context.timetable.events[plan.telling.events[place].event];
    if (time.certainty != Certainty::stated) return std::nullopt;
    const double from = std::min(plan.y_at(time.stated.earliest), plan.y(place));
    const double until = std::max(plan.y_at(time.stated.latest), plan.y(place));
    if (until - from < 2 * context.theme.marks.event) return std::nullopt;
    return std::pair{from, until};
}

/// A stretch down the page.
struct Stretch {
    double from = 0;
    double until = 0;
};

/// What is left of a bar at `x` beside all text: letters on it would be hard to read.
std::vector<Stretch> beside_text(double x, Stretch bar, const Plan& plan) {
    constexpr double clear = bar_reach + 1;
    constexpr double shortest = 1;
    std::vector<Stretch> taken;
    for (const auto* inscriptions : {&plan.titles, &plan.notes}) {
        for (const Inscription& text : *inscriptions) {
            if (text.box.left < x + clear && x - clear < text.box.right)
                taken.push_back({text.box.top - bar_reach, text.box.bottom + bar_reach});
        }
    }
    std::ranges::sort(taken, {}, &Stretch::from);
    std::vector<Stretch> left;
    for (const Stretch& text : taken) {
        if (text.from - bar.from > shortest) left.push_back({bar.from, std::min(text.from, bar.until)});
        bar.from = std::max(bar.from, text.until);
        if (bar.from >= bar.until) return left;
    }
    left.push_back(bar);
    return left;
}

void draw_uncertainty(Group& parent, const Plan& plan, const Context& context, Point origin) {
    Group& group = add_part(parent, subjects::Part::uncertainty);
    for (std::size_t place = 0; place < plan.telling.events.size(); ++place) {
        const auto bar = uncertainty(place, plan, context);
        if (!bar) continue;
        const double x = origin.x + plan.x(place);
        for (const Stretch& part : beside_text(plan.x(place), {bar->first, bar->second}, plan))
            draw_bar(group, {x, origin.y + part.from, x, origin.y + part.until}, context);
    }
}

bool has_uncertainty(const Plan& plan, const Context& context) {
    for (std::size_t place = 0; place < plan.telling.events.size(); ++place) {
        if (uncertainty(place, plan, context)) return true;
    }
    return false;
}

}  // namespace

void draw_telling(Group& parent, const Plan& plan, const Context& context, Point origin) {
    draw_uncertainty(parent, plan, context, origin);
    Group& group = add_part(parent, subjects::Part::curve);
    std::vector<Point> points = plan.points();
    for (Point& point : points)
        point = {origin.x + point.x, origin.y + point.y};
    const Path whole = monotone_curve(points);
    const CurvePainter painter(plan, context);
    for (std::size_t place = 1; place < points.size();) {
        const CurveStyle style = painter.style_of(place);
        Path part;
        part.move_to(points[place - 1]);
        for (; place < points.size() && are_alike(painter.style_of(place), style); ++place)
            part.steps.push_back(whole.steps[place]);
        drawing::draw_curve(group, std::move(part), style, context.theme);
    }
}

void explain(Legend& legend, const Plan& plan, const Context& context) {
    const Theme& theme = context.theme;
    const auto explain_style = [&](std::string words, const CurveStyle& style) {
        legend.explain(std::move(words), [&context, style](Group& group, Point at) {
            const double half = Legend::sample_width / 2;
            drawing::draw_curve(group, line({at.x - half, at.y}, {at.x + half, at.y}), style, context.theme);
        });
    };
    for (const Category& kind : plan.categories)
        explain_style(kind.name, {kind.pattern, theme.strokes.life, kind.colour});
    if (plan.categories.empty() && !plan.telling.anachronies.empty()) {
        explain_style(context.wording.word("in-order", "told in order"),
                      {LinePattern::solid, theme.strokes.life * 1.1, theme.colours.ink});
        for (const auto kind : {Anachrony::Kind::flashback, Anachrony::Kind::flash_forward}) {
            if (std::ranges::none_of(plan.telling.anachronies, [&](const Anachrony& a) { return a.kind == kind; }))
                continue;
            const bool is_back = kind == Anachrony::Kind::flashback;
            explain_style(
                context.wording.word(is_back ? "flashback" : "flash-forward", is_back ? "flashback" : "flash-forward"),
                CurvePainter::out_of_order_style(kind, theme));
        }
    }
    if (has_uncertainty(plan, context)) {
        legend.explain(context.wording.word("uncertain", "when it may have been"), [&context](Group& group, Point at) {
            draw_bar(group, {at.x - Legend::sample_width / 3, at.y, at.x + Legend::sample_width / 3, at.y}, context);
        });
    }
    std::vector<EventIndex> events;
    for (const Told& told : plan.telling.events)
        events.push_back(told.event);
    legend.explain_milestones(events);
    const auto ends_a_life = [&](EventIndex e) {
        return !context.story.events()[e].deaths.empty() && is_real(context.story.events()[e].mode);
    };
    if (std::ranges::any_of(events, ends_a_life)) legend.explain_deaths();
    legend.explain_truths(events);
    legend.explain_modes(events);
}

}  // namespace fabula::curves

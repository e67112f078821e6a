// What the legend of this view explains.
#include <algorithm>

#include "view/drawing/legend.hpp"
#include "view/drawing/strokes.hpp"
#include "view/storyline/bonds.hpp"
#include "view/storyline/draw.hpp"

namespace fabula::storylines {
namespace {

std::vector<EventIndex> events_of(const Plan& plan) {
    std::vector<EventIndex> events;
    for (std::size_t t = plan.from; t < plan.until; ++t) {
        for (const SceneInStep& scene : plan.plot.steps[t].scenes)
            events.push_back(scene.event);
    }
    for (const Interlude& interlude : plan.plot.interludes)
        events.push_back(interlude.event);
    return events;
}

/// A stretch of line as it is drawn along curves.
void explain_curve(Legend& legend, std::string words, const KindStyle& style, double width, Colour colour,
                   const Theme& theme) {
    legend.explain(std::move(words), [=, &theme](Group& group, Point at) {
        const double half = Legend::sample_width / 2;
        draw_curve(group, line({at.x - half, at.y}, {at.x + half, at.y}),
                   {style.pattern, style.width > 0 ? style.width : width, style.colour.value_or(colour)}, theme);
    });
}

void explain_states(Legend& legend, const Context& context) {
    std::vector<std::string_view> said;
    for (std::size_t s = 0; s < context.story.states().size(); ++s) {
        const State& state = context.story.states()[s];
        if (!context.shown.has(context.timetable.states[s])) continue;
        const bool appears = context.timetable.lives[state.who.index].appears;
        if (!appears || std::ranges::find(said, state.is) != said.end()) continue;
        said.push_back(state.is);
        explain_curve(legend, state.is, context.kinds.state(state.is), context.theme.strokes.life,
                      context.theme.colours.life, context.theme);
    }
}

void explain_relationships(Legend& legend, const Plan& plan, const Context& context) {
    std::vector<std::string_view> said;
    for (const Row& row : plan.rows) {
        for (const Bond& bond : bonds_of(row, plan, context)) {
            const std::string& kind = context.story.relationships()[bond.relationship].kind;
            if (kind.empty() || std::ranges::find(said, kind) != said.end()) continue;
            said.push_back(kind);
        }
    }
    for (const std::string_view kind : said) {
        explain_curve(legend, std::string(kind), context.kinds.relationship(kind), context.theme.strokes.relationship,
                      context.theme.colours.relationship, context.theme);
    }
}

}  // namespace

Legend make_legend(const Plan& plan, const Context& context) {
    const std::vector<EventIndex> events = events_of(plan);
    Legend legend(context, plan.type.text);
    legend.explain_milestones(events);
    const auto ends_a_life = [&](EventIndex e) {
        return !context.story.events()[e].deaths.empty() && is_real(context.story.events()[e].mode);
    };
    if (std::ranges::any_of(events, ends_a_life)) legend.explain_deaths();
    legend.explain_truths(events);
    legend.explain_modes(events);
    if (std::ranges::any_of(plan.rows, [&](const Row& row) { return !mentions_of(row, context.story).empty(); }))
        legend.explain_mentions();
    const auto is_cut = [](const Row& row) { return row.starts_page || row.ends_page; };
    if (std::ranges::any_of(plan.rows, is_cut)) legend.explain_continuation();
    explain_states(legend, context);
    explain_relationships(legend, plan, context);
    return legend;
}

}  // namespace fabula::storylines

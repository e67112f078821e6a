// What the legend of this view explains.
#include <algorithm>

#include "view/drawing/legend.hpp"
#include "view/drawing/marks.hpp"
#include "view/drawing/strokes.hpp"
#include "view/lifelines/draw.hpp"

namespace fabula::lifelines {
namespace {

void explain_uncertainty(Legend& legend, const Plan& plan, const Context& context) {
    bool any = false;
    for (std::size_t e = 0; e < plan.entries.size() && !any; ++e)
        any = whisker_extent(plan, context.timetable, e).has_value();
    if (!any) return;
    legend.explain(context.wording.word("uncertain", "when it may have been"), [&](Group& group, Point at) {
        const Frame frame{Direction::right, at};
        const Colour colour = context.theme.colours.life;
        draw_pattern(group, frame, {-10, 10, 0, LinePattern::solid, context.theme.strokes.life, colour}, context.theme);
        draw_ground(group, at, context.theme);
        draw_mark(group, MarkShape::dot, at, colour, context.theme);
        draw_pattern(group, frame, {-10, 10, plan.measures.core - 1.2, LinePattern::dotted, 1.1, colour},
                     context.theme);
    });
}

/// States whose word does not stand in every lane that has them.
void explain_states(Legend& legend, const Plan& plan, const Context& context) {
    std::vector<std::string_view> said;
    for (std::size_t s = 0; s < context.story.states().size(); ++s) {
        const State& state = context.story.states()[s];
        const bool beside = std::ranges::any_of(plan.inscriptions, [&](const Inscription& i) {
            return i.kind == Inscription::Kind::state && i.state == s;
        });
        if (beside || !context.shown.has(context.timetable.states[s]) || !plan.cast.row(state.who.index) ||
            std::ranges::find(said, state.is) != said.end())
            continue;
        said.push_back(state.is);
        legend.explain_line(state.is, context.kinds.state(state.is), context.theme.strokes.life,
                            context.theme.colours.life);
    }
}

/// Absences that do not say of themselves what they are.
void explain_absences(Legend& legend, const Plan& plan, const Context& context) {
    bool any = false;
    for (std::size_t row = 0; row < plan.cast.lanes.size(); ++row) {
        const auto character = plan.cast.lanes[row].character;
        if (!character) continue;
        const Life& life = context.timetable.lives[*character];
        const auto said = static_cast<std::size_t>(std::ranges::count_if(plan.inscriptions, [&](const Inscription& i) {
            return i.row == row && i.kind == Inscription::Kind::absence;
        }));
        const auto here = static_cast<std::size_t>(
            std::ranges::count_if(life.absences, [&](const Away& away) { return context.shown.has(away.when); }));
        any = any || said < here || life.clock.size() > 1;
    }
    if (!any) return;
    legend.explain_line(context.wording.word("away", "away"), style_of_absence, 1, context.theme.colours.life);
}

/// Kinds that do not stand in every track of theirs.
void explain_relationships(Legend& legend, const Plan& plan, const Context& context) {
    std::vector<std::string_view> said;
    for (std::size_t a = 0; a < plan.placement.arcs.size(); ++a) {
        const std::string& kind = context.story.relationships()[plan.placement.arcs[a].relationship].kind;
        const bool beside = std::ranges::find(plan.arc_names, a, &ArcName::arc) != plan.arc_names.end();
        if (beside || kind.empty() || std::ranges::find(said, kind) != said.end()) continue;
        said.push_back(kind);
        legend.explain_line(kind, context.kinds.relationship(kind), context.theme.strokes.relationship,
                            context.theme.colours.relationship);
    }
}

}  // namespace

Legend make_legend(const Plan& plan, const Context& context) {
    std::vector<EventIndex> events;
    for (const Entry& entry : plan.entries)
        events.push_back(entry.event);
    Legend legend(context, plan.type.text);
    legend.explain_milestones(events);
    if (std::ranges::any_of(plan.extents, &LaneExtent::dies)) legend.explain_deaths();
    legend.explain_truths(events);
    legend.explain_modes(events);
    if (std::ranges::any_of(plan.entries, [](const Entry& entry) { return !entry.mentioned.empty(); }))
        legend.explain_mentions();
    if (std::ranges::any_of(plan.extents, [](const LaneExtent& e) { return e.continues || e.is_continued; }))
        legend.explain_continuation();
    explain_uncertainty(legend, plan, context);
    explain_states(legend, plan, context);
    explain_absences(legend, plan, context);
    explain_relationships(legend, plan, context);
    return legend;
}

}  // namespace fabula::lifelines

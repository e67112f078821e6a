// The view `storyline`: a line for each character, which runs together with others in the scenes they share. Its
// passes, in order: read_options, make_plot, make_problem, order_lines, fit (which cuts rows, arranges
// containers, spreads steps and labels along x, and poses the heights), draw_sheet.
#include "view/storyline/storyline.hpp"

#include "view/drawing/colours.hpp"
#include "view/storyline/figures.hpp"
#include "view/storyline/fit.hpp"
#include "view/storyline/options.hpp"
#include "view/storyline/problem.hpp"
#include "view/storyline/sheet.hpp"

namespace fabula::storylines {
namespace {

/// By character: a colour of its own where it takes part often enough.
std::vector<Colour> colours_by_character(const Context& context) {
    std::vector<CharacterIndex> characters;
    for (CharacterIndex c = 0; c < context.story.characters.size(); ++c)
        characters.push_back(c);
    return colours_of(characters, context.story, context.theme);
}

Diagnostic nobody_takes_part(const Story& story) {
    const bool nobody = story.characters.empty();
    return make_diagnostic("no-characters", story.events.front().span,
                           nobody ? "a storyline needs characters, and this story has none"
                                  : "a storyline needs scenes, and no character takes part in any event",
                           nobody ? "name them under ‘characters’, and who is there with ‘who’ in each event"
                                  : "say with ‘who’ in each event who is there");
}

ViewResult draw(const ViewInput& input) {
    const Wording wording(input.story);
    const Kinds kinds(input.story, input.theme);
    const auto ages = ages_at_events(input.story, input.timetable);
    const Context context{input.story, input.timetable, input.theme, wording, kinds, ages, input.measure};
    Plan plan;
    plan.options = read_options(input.settings);
    plan.plot = make_plot(input.story, input.timetable, plan.options);
    if (plan.plot.steps.empty()) return {.scene = {}, .diagnostics = {nobody_takes_part(input.story)}, .figures = {}};
    plan.ordering =
        storyline::order_lines(make_problem(plan.plot.steps, input.story, plan.options.bands), {plan.options.budget});
    plan.importance = importance_of_lines(input.story);
    plan.colours = colours_by_character(context);
    fit(plan, context, input.page);
    ViewResult result;
    result.scene = draw_sheet(plan, context, input.page);
    result.figures = figures(plan, row_origins(plan, context), input.story);
    return result;
}

}  // namespace
}  // namespace fabula::storylines

namespace fabula {

View storyline_view() {
    return {"storyline", "a line for each character, which runs together with others in the scenes they share",
            storylines::setting_descriptions(), storylines::draw};
}

}  // namespace fabula

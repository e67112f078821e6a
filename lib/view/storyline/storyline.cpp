// The view `storyline`: a line for each character, which runs together with others in the scenes they share. Its
// passes, in order: read_options, make_plot, make_problem, order_lines.
#include "view/storyline/storyline.hpp"

#include "view/storyline/figures.hpp"
#include "view/storyline/options.hpp"
#include "view/storyline/problem.hpp"
#include "view/storyline/steps.hpp"

namespace fabula::storylines {
namespace {

ViewResult draw(const ViewInput& input) {
    const Options options = read_options(input.settings);
    const Plot plot = make_plot(input.story, input.timetable, options);
    const storyline::Problem problem = make_problem(plot.steps, input.story, options.bands);
    const storyline::Ordering ordering = storyline::order_lines(problem, {options.budget});
    ViewResult result;
    result.figures = figures(input.story, plot.steps, ordering);
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

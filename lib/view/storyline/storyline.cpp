// The view `storyline`: a line for each character, which runs together with others in the scenes they share. Its
// passes, in order: make_plot, make_problem, order_lines, take_page, fit (which cuts rows, arranges
// containers, spreads steps and labels along x, and poses the heights), then PlanSheet, which draws.
#include "view/storyline/storyline.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

#include "view/drawing/set_aside.hpp"
#include "view/drawing/sheet.hpp"
#include "view/drawing/styles.hpp"
#include "view/drawing/view_driver.hpp"
#include "view/storyline/figures.hpp"
#include "view/storyline/fit.hpp"
#include "view/storyline/options.hpp"
#include "view/storyline/page_steps.hpp"
#include "view/storyline/problem.hpp"
#include "view/storyline/sheet.hpp"

namespace fabula::storylines {
namespace {

/// By character: a colour of its own where it takes part often enough.
std::vector<Colour> colours_by_character(const Context& context) {
    std::vector<CharacterIndex> characters;
    for (CharacterIndex c = 0; c < context.story.characters().size(); ++c)
        characters.push_back(c);
    return colours_of(characters, context.story, context.theme);
}

Diagnostic nobody_takes_part(const Story& story) {
    const bool nobody = story.characters().empty();
    return make_diagnostic("no-characters", story.events().front().span,
                           nobody ? "a storyline needs characters, and this story has none"
                                  : "a storyline needs scenes, and no character takes part in any event",
                           nobody ? "name them under ‘characters’, and who is there with ‘who’ in each event"
                                  : "say with ‘who’ in each event who is there");
}

/// Of the page.
std::size_t number_of_events(const Context& context) {
    std::size_t events = 0;
    for (EventIndex e = 0; e < context.story.events().size(); ++e)
        events += context.shown.event(e) ? 1U : 0U;
    return events;
}

storyline::Ordering order(const Plot& plot, const Story& story, const Options& options) {
    const storyline::Problem problem = make_problem(plot.steps, story, options.bands);
    return order_lines(problem, options.budget ? storyline::Effort{*options.budget} : usual_effort(problem));
}

/// Upside down an order crosses as often: of the two, the one that has the first of the main lines rather above the
/// others.
void put_leading_line_on_top(storyline::Orders& orders, const std::vector<Importance>& importance) {
    const auto leading = static_cast<storyline::Line>(std::ranges::min_element(importance) - importance.begin());
    std::int64_t below = 0;  // lines above it less lines below it, over all steps
    for (const Lines& order : orders) {
        const auto at = std::ranges::find(order, leading);
        if (at != order.end()) below += (at - order.begin()) - (order.end() - at - 1);
    }
    if (below > 0) std::ranges::for_each(orders, [](Lines& order) { std::ranges::reverse(order); });
}

/// The steps of a story and the order of its lines.
struct WholePlot {
    Plot plot;
    storyline::Ordering ordering;
};

WholePlot arrange_row(const ViewInput& input, const Options& options, const Shown& shown,
                      const std::vector<Importance>& importance) {
    WholePlot whole{make_plot(input.story, input.timetable, options), {}};
    if (whole.plot.steps.empty()) return whole;
    keep_told(whole.plot, options, shown);
    whole.ordering = order(whole.plot, input.story, options);
    put_leading_line_on_top(whole.ordering.orders, importance);
    return whole;
}

/// What all pages have their part of. In the order of telling each page has a plot of its own.
std::optional<WholePlot> plot_of_all_pages(const ViewInput& input, const Options& options) {
    if (options.axis == Axis::told) return std::nullopt;
    return arrange_row(input, options, {}, importance_of_lines(input.story));
}

/// Where times stand in each row; rows in the order of telling have no axis of time.
std::vector<TimeRow> times_of_rows(const Plan& plan, const std::vector<Point>& origins) {
    std::vector<TimeRow> rows;
    if (plan.options.axis == Axis::told) return rows;
    for (std::size_t r = 0; r < plan.rows.size(); ++r) {
        const Row& row = plan.rows[r];
        std::vector<SharedAxis::Knot> knots;
        for (std::size_t t = 0; t < row.steps.size(); ++t)
            knots.push_back({row.steps[t].from, origins[r].x + row.placement.columns[t].from});
        rows.push_back(row_of(std::move(knots)));
        rows.back().from = origins[r].y - plan.row_distance / 2;
        rows.back().until = origins[r].y + row.assignment.height() + plan.row_distance / 2;
    }
    return rows;
}

ViewResult draw(const ViewInput& input, const Context& context, const Options& options,
                const std::optional<WholePlot>& shared) {
    Plan plan;
    plan.options = options;
    plan.importance = importance_of_lines(input.story);
    WholePlot whole = shared ? *shared : arrange_row(input, options, context.shown, plan.importance);
    plan.plot = std::move(whole.plot);
    plan.ordering = std::move(whole.ordering);
    if (plan.plot.steps.empty()) return {.scene = {}, .diagnostics = {nobody_takes_part(input.story)}, .figures = {}};
    take_page(plan, input.story, context.shown);
    plan.colours = colours_by_character(context);
    fit(plan, context, input.page);
    ViewResult result;
    result.cramped = plan.cramped;
    if (plan.cramped) return result;
    const PlanSheet sheet(plan, context, input.page);
    result.scene = sheet.draw();
    result.diagnostics = warnings_of({.titles = plan.left_out,
                                      .events = number_of_events(context),
                                      .fits = sheet.fits(),
                                      .picture = "the lines of this story"});
    result.cramped = context.shown.stretch != nullptr && !result.diagnostics.empty();
    result.figures = figures(plan, sheet.origins(), input.story);
    result.place_in_time = place_in_rows(times_of_rows(plan, sheet.origins()), Direction::right);
    return result;
}

}  // namespace
}  // namespace fabula::storylines

namespace fabula {

View storyline_view() {
    return drawing::flowing_view_of<storylines::setting_table, storylines::draw, storylines::plot_of_all_pages>(
        "storyline", "a line for each character, which runs together with others in the scenes they share");
}

}  // namespace fabula

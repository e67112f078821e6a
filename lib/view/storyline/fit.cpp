// One pass: fit. The only free quantities of a layout are the size of the type and the number of rows.
#include "view/storyline/fit.hpp"

#include <algorithm>
#include <cmath>

#include "view/storyline/layout.hpp"
#include "view/storyline/rows.hpp"
#include "view/storyline/sheet.hpp"

namespace fabula::storylines {
namespace {

constexpr double proportion = 1.6;  // of a sheet that hangs on a wall

/// The number of rows that brings a picture, whose one row is so long and high, nearest to the proportions of a sheet.
std::size_t good_number_of_rows(double length, double height) {
    constexpr double widest = 3;    // one row as wide as this is better than two
    constexpr double a_page = 900;  // points: what is no longer than a page is wide is one row
    if (length < std::max(widest * height, a_page)) return 1;
    return static_cast<std::size_t>(std::max(1.0, std::round(std::sqrt(length / height / proportion))));
}

/// About how high a row is with what stands over it: lines, and titles between them.
double rough_height(const Row& row, const Plan& plan) {
    std::size_t lines = 0;
    for (const StoryStep& step : row.steps)
        lines += step.present.size();
    const double mean = static_cast<double>(lines) / static_cast<double>(row.steps.size());
    return 1.3 * mean * plan.measures.scene_gap + 10 * plan.type.text;
}

/// Lines stand as far from each other within a scene as without, so that they need not bend where one begins or ends.
Measures measures_for(const Typography& type) {
    const auto rounded = [](double points) { return static_cast<double>(to_units(points)) * height_unit; };
    Measures measures;
    measures.line_reach = rounded(type.heading * 0.42);
    measures.pad = measures.line_reach;
    measures.scene_gap = 2 * measures.line_reach + measures.clearance;
    return measures;
}

}  // namespace

void fit(Plan& plan, const Context& context, const Page& page) {
    plan.type = typography(context.theme, context.theme.type.text);
    plan.type.label_width *= 0.72;
    plan.measures = measures_for(plan.type);
    plan.rows = cut_rows(plan, {});
    spread_roughly(plan.rows.front(), plan, context);
    const Row whole = plan.rows.front();
    std::size_t rows = page.grows() ? good_number_of_rows(whole.length(), rough_height(whole, plan)) : 1;
    plan.rows = cut_rows(plan, choose_breaks(whole, context.story, rows));
    lay_out(plan, context);
    if (rows == 1) return;
    const Page size = measure_sheet(plan, context);
    const double better = static_cast<double>(rows) * std::sqrt(size.width / size.height / proportion);
    if (std::abs(std::round(better) - static_cast<double>(rows)) < 0.2 * static_cast<double>(rows)) return;
    rows = static_cast<std::size_t>(std::max(2.0, std::round(better)));
    plan.rows = cut_rows(plan, choose_breaks(whole, context.story, rows));
    lay_out(plan, context);
}

}  // namespace fabula::storylines

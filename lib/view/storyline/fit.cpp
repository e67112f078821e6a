// One pass: fit. The only free quantities of a layout are the size of the type and the number of rows.
#include "view/storyline/fit.hpp"

#include <algorithm>
#include <cmath>

#include "view/storyline/layout.hpp"
#include "view/storyline/rows.hpp"
#include "view/storyline/sheet.hpp"

namespace fabula::storylines {
namespace {

/// The number of rows that brings a picture, whose one row is so long and high, nearest to the proportions of a sheet.
std::size_t good_number_of_rows(double length, double height) {
    constexpr double proportion = 1.6;
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

Measures measures_for(const Typography& type) {
    Measures measures;
    measures.scene_gap = type.heading * 0.96;
    measures.line_reach = type.text * 0.58;
    measures.pad = type.text * 0.62;
    return measures;
}

}  // namespace

void fit(Plan& plan, const Context& context, const Page& page) {
    plan.type = typography(context.theme, context.theme.type.text);
    plan.type.label_width *= 0.72;
    plan.measures = measures_for(plan.type);
    plan.rows = cut_rows(plan, {});
    Row& whole = plan.rows.front();
    spread_roughly(whole, plan, context);
    const std::size_t rows = page.grows() ? good_number_of_rows(whole.length(), rough_height(whole, plan)) : 1;
    if (rows > 1) plan.rows = cut_rows(plan, choose_breaks(whole, context.story, rows));
    lay_out(plan, context);
}

}  // namespace fabula::storylines

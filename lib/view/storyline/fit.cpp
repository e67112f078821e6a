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
    constexpr double widest = 3;  // one row as wide as this is better than two
    if (length < widest * height) return 1;
    return static_cast<std::size_t>(std::max(1.0, std::round(std::sqrt(length / height / proportion))));
}

}  // namespace

void fit(Plan& plan, const Context& context, const Page& page) {
    plan.type = typography(context.theme, context.theme.type.text);
    plan.type.label_width *= 0.72;
    plan.rows = cut_rows(plan, {});
    lay_out(plan, context);
    const std::size_t rows = good_number_of_rows(plan.rows.front().length(), plan.rows.front().pose.height() + 40);
    if (rows == 1 || !page.grows()) return;
    plan.rows = cut_rows(plan, choose_breaks(plan.rows.front(), context.story, rows));
    lay_out(plan, context);
}

}  // namespace fabula::storylines

#pragma once

#include "view/storyline/plan.hpp"

namespace fabula::storylines {

/// The size that the page needs for a plan: margins, title, lines and legend.
[[nodiscard]] Page measure_sheet(const Plan& plan, const Context& context);

/// Where the rows stand on the page: the top of each at the start of its first step.
[[nodiscard]] std::vector<Point> row_origins(const Plan& plan, const Context& context);

/// Puts everything on the page. `page` is the paper's size; a page that grows is as large as measure_sheet says.
[[nodiscard]] Scene draw_sheet(const Plan& plan, const Context& context, const Page& page);

}  // namespace fabula::storylines

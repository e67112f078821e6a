#pragma once

#include "fabula/theme.hpp"
#include "fabula/view.hpp"

#include "view/lifelines/plan.hpp"

namespace fabula::lifelines {

/// The size that the page needs for a plan: margins, title, strips, lanes and legend.
[[nodiscard]] Page measure_sheet(const Plan& plan, const Context& context);

/// The axis of the picture that draw_sheet makes of this page; none where time runs down.
[[nodiscard]] SharedAxis shared_axis(const Plan& plan, const Context& context, const Page& page);

/// Puts everything on the page. `page` is the paper's size; a page that grows is as large as measure_sheet says.
[[nodiscard]] Scene draw_sheet(const Plan& plan, const Context& context, const Page& page);

}  // namespace fabula::lifelines

#pragma once

#include "fabula/view.hpp"

namespace fabula {

/// The row of the registry for `page`. Figures: {"view", "width", "height", "panels": [{"view", "x", "y", "width",
/// "height", "shares_axis", "figures": those of the view}]}; points, from the top left corner of the sheet.
[[nodiscard]] View page_view();

}  // namespace fabula

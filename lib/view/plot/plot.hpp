#pragma once

#include "fabula/view.hpp"

namespace fabula {

/// The row of the registry for `plot`. Figures: {"view", "axis" ("told" or "time"), "events": [{"event", "x", "tension"
/// (null where nothing is said), "y"}], "beats": [{"beat", "event", "share" (of the axis, 0 to 1)}], "acts": [{"act",
/// "share"}], "missing_beats": [names], "threads": [{"thread", "events"}], "titles_left_out"}; x and y in points.
[[nodiscard]] View plot_view();

}  // namespace fabula

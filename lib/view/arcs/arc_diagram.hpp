#pragma once

#include "fabula/view.hpp"

namespace fabula {

/// The row of the registry for `arcs`. Figures: {"view", "of", "order": [ids along the line], "crossings", "length"
/// (the sum of the distances of all arcs, in places), "optimal", "arcs", "kinds": [{"kind", "side", "arcs"}],
/// "unrelated": [ids], "kind_names_left_out"}.
[[nodiscard]] View arcs_view();

}  // namespace fabula

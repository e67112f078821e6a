#pragma once

#include "fabula/view.hpp"

namespace fabula {

/// The row of the view `storyline` in the registry.
[[nodiscard]] View storyline_view();

}  // namespace fabula

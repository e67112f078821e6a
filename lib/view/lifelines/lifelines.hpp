#pragma once

#include "fabula/view.hpp"

namespace fabula {

/// The registry's row for the view that gives every character a lane along the time axis.
[[nodiscard]] View lifelines_view();

}  // namespace fabula

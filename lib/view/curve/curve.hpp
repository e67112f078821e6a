#pragma once

#include "fabula/view.hpp"

namespace fabula {

/// The view `curve`: told order against story order, one curve through the events (Story Curves: Kim, Bach, Im,
/// Schriber, Gross and Pfister 2017).
[[nodiscard]] View curve_view();

}  // namespace fabula

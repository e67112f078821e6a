#pragma once

#include <cstddef>

#include "text/shaper.hpp"

namespace fabula {

/// The part of a shaped line from byte `start` to byte `end`, which begin clusters, as a line of its own.
/// Precondition: `shaped.can_be_sliced`.
[[nodiscard]] TextLine slice(const ShapedText& shaped, std::size_t start, std::size_t end);

}  // namespace fabula

#pragma once

#include <vector>

#include "fabula/document.hpp"
#include "fabula/theme.hpp"

namespace fabula {

/// The colours of `theme` by name ("ink", "life-2", "romance"), with those of `twin` for dark grounds; null: it has
/// none.
[[nodiscard]] std::vector<NamedColour> palette_of(const Theme& theme, const Theme* twin);

}  // namespace fabula

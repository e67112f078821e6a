#pragma once

#include <span>

#include "fabula/document.hpp"
#include "fabula/scene.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"

/// Specimens: all that a theme says, each beside the key that says it, as founders of type showed their founts.
namespace fabula {

/// The specimen of one theme, on a page as large as its own type makes it. `measure` is one of the theme's; it is used
/// by one thread at a time.
[[nodiscard]] Scene theme_specimen(const Theme& theme, Measure& measure);

/// A page for each theme, in order. Precondition: there is one at least.
[[nodiscard]] Document theme_specimens(std::span<const Theme> themes);

}  // namespace fabula

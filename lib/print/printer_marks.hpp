#pragma once

#include "fabula/document.hpp"
#include "fabula/theme.hpp"

namespace fabula {

/// How far a sheet reaches beyond the cut on each side: for bleed, and for marks where there are any.
[[nodiscard]] double slug_width(const Theme& theme);

/// Adds the theme's printer's marks to a page whose trim box is set, and to `inks` the recipes of a colour bar's
/// patches.
void add_printer_marks(PrintedPage& page, const Theme& theme, Inks& inks);

}  // namespace fabula

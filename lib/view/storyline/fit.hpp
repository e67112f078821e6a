#pragma once

#include "view/storyline/plan.hpp"

namespace fabula::storylines {

/// Lays the story out for a page: in as many rows as give a sheet good proportions where it grows; else so that it
/// fits, the type made smaller down to the theme's smallest. `plan` has its options, plot, ordering, importance and
/// colours.
void fit(Plan& plan, const Context& context, const Page& page);

}  // namespace fabula::storylines

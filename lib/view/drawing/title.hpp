#pragma once

#include "view/drawing/context.hpp"
#include "view/drawing/typesetting.hpp"

namespace fabula::drawing {

/// Title, subtitle and author, with the top left corner at `at`, in lines no wider than `width`; says how high they
/// are. A panel of a larger sheet has none.
double draw_title(Group& parent, const Typography& type, const Context& context, Point at, double width);

}  // namespace fabula::drawing

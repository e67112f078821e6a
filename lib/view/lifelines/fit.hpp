#pragma once

#include "fabula/view.hpp"

#include "view/lifelines/plan.hpp"

namespace fabula::lifelines {

/// The room that a page leaves for lanes and labels, along and across; nothing where the page grows with its story.
struct Room {
    double length = 0;
    double breadth = 0;
};

/// Lays the story out: as well proportioned as it will go where the page grows; else so that it fits `room`, the type
/// made smaller down to the theme's smallest, then without notes, then without the labels that matter least
/// (plan.left_out). `whole` is the cast of all the story.
[[nodiscard]] Plan fit(const Context& context, const Options& options, const Cast& whole, const Page& page);

}  // namespace fabula::lifelines

#pragma once

#include "view/plot/plan.hpp"

namespace fabula::plots {

/// Lays the plot out in the room that there is; where the room grows, as large as good. Along `axis` where that is not
/// null and the axis is to be the story's time. Precondition: the story has two tensions or more.
[[nodiscard]] Plan lay_out(const Options& options, const Page& room, const SharedAxis* axis, const Context& context);

[[nodiscard]] HeadingStyle heading_style(const Plan& plan);

}  // namespace fabula::plots

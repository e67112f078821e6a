#pragma once

#include "view/storyline/plan.hpp"

namespace fabula::storylines {

/// On an axis of the telling, a page's plot is what is told of its stretch: leaves out all else, before lines are
/// ordered.
void keep_told(Plot& plot, const Options& options, const Shown& shown);

/// Of a plot whose lines are ordered, chooses the steps that the page shows (Plan::from, Plan::until) and its events of
/// nobody; where onlookers are not drawn, takes them out of these steps.
void take_page(Plan& plan, const Story& story, const Shown& shown);

/// By event: whether one of its scenes stands on an earlier page.
[[nodiscard]] std::vector<bool> begun_before(const Plan& plan, const Story& story);

}  // namespace fabula::storylines

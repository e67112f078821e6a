#pragma once

#include "view/lifelines/plan.hpp"

namespace fabula::lifelines {

/// Finds room in the lanes' lines for the names of those whose lane is long, for the words of states where they begin,
/// and for ages: never where a mark, a tie or an arc meets the lane. `plan.inscriptions` is what comes of it.
void inscribe(Plan& plan, const Context& context);

/// Half the room that an inscription takes up along the axis.
[[nodiscard]] double half_room(const Inscription& inscription, const Plan& plan);

}  // namespace fabula::lifelines

#pragma once

#include "view/storyline/plan.hpp"

namespace fabula::storylines {

/// Cuts the steps of a plan into rows that begin at `breaks` (ascending, without the first step), not laid out yet.
[[nodiscard]] std::vector<Row> cut_rows(const Plan& plan, const std::vector<std::size_t>& breaks);

/// Where to break so that `count` rows are about equally long, at the beginning of a section or where few lines go on
/// if that is near; `evenness` weighs the lengths against that. `whole` is everything in one row, spread.
[[nodiscard]] std::vector<std::size_t> choose_breaks(const Row& whole, const Story& story, std::size_t count,
                                                     double evenness);

}  // namespace fabula::storylines

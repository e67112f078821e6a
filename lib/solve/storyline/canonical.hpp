#pragma once

#include <vector>

#include "solve/storyline/problem.hpp"

namespace fabula::storyline {

/// A problem whose lines are numbered and whose time runs as its shape says, not as whoever wrote it happened to have
/// it: the same for a problem, the one that tells it backwards, and any that only has other numbers for its lines,
/// but for lines that colour refinement (Weisfeiler and Leman 1968) cannot tell apart.
struct Canonical {
    Problem problem;
    std::vector<Line> original;  ///< by line of `problem`
    bool backwards = false;      ///< the first step of `problem` is the last of the original
};

/// O(rounds * slots + lines log lines).
[[nodiscard]] Canonical canonical_form(const Problem& problem);

/// Orders of the canonical problem as orders of the original.
[[nodiscard]] Orders original_orders(const Canonical& canonical, Orders orders);

}  // namespace fabula::storyline

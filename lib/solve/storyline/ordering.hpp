#pragma once

#include <cstdint>

#include "solve/storyline/problem.hpp"

namespace fabula::storyline {

/// How much work an answer may cost: steps of the search, not time, so that it is the same answer on every machine.
/// A million steps take some four thousandths of a second.
struct Effort {
    std::int64_t steps = 1'000'000'000;

    friend bool operator==(const Effort&, const Effort&) = default;
};

/// An answer: valid orders, their crossings, and what is proved about them.
struct Ordering {
    Orders orders;
    std::int64_t crossings = 0;
    std::int64_t lower_bound = 0;  ///< no orders have fewer crossings than this
    bool optimal = false;          ///< lower_bound == crossings

    friend bool operator==(const Ordering&, const Ordering&) = default;
};

/// The effort that a problem is worth to someone who waits for the picture: a thousand million steps; three
/// hundred million, but twenty a pair at least, where there are so many pairs of lines (700,000 over all steps) that no
/// proof is tried.
[[nodiscard]] Effort usual_effort(const Problem& problem);

/// Orders the lines of each step with as few crossings as can be found within `effort`; with more effort never more
/// crossings. The same on every machine. Precondition: fault_of(problem) is empty.
[[nodiscard]] Ordering order_lines(const Problem& problem, Effort effort = {});

}  // namespace fabula::storyline

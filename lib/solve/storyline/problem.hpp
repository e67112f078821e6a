#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// Storylines as a problem of their own, without stories, times or points: lines that run through steps, sets of lines
/// that have to stand together in a step, and an order of the lines in each step with as few crossings as can be.
/// The terms are those of Gronemann, Jünger, Liers and Mambelli, "Crossing Minimization in Storyline Visualization",
/// Graph Drawing 2016.
namespace fabula::storyline {

/// Number of a line, from 0.
using Line = std::size_t;

/// Lines that stand next to each other, or whole steps from top to bottom.
using Lines = std::vector<Line>;

/// What has to hold in one step. Sets are nested: of any two, one holds the other or they have no line in common
/// (the tree constraints of Gronemann et al.).
struct Step {
    Lines present;            ///< each line once
    std::vector<Lines> sets;  ///< of lines that are present

    friend bool operator==(const Step&, const Step&) = default;
};

struct Problem {
    std::size_t lines = 0;
    std::vector<Step> steps;

    friend bool operator==(const Problem&, const Problem&) = default;
};

/// An order for each step, from top to bottom.
using Orders = std::vector<Lines>;

/// What is wrong with a problem (a line twice in a step, sets that overlap), or nothing. O(sets * lines) a step.
[[nodiscard]] std::string fault_of(const Problem& problem);

/// What is wrong with orders for a problem (another line, a set torn apart), or nothing. O(sets * lines) a step.
[[nodiscard]] std::string fault_of(const Orders& orders, const Problem& problem);

/// The crossings: over neighbouring steps, the pairs of lines present in both whose order flips.
/// O(n log n) for n lines in a step.
[[nodiscard]] std::int64_t count_crossings(const Orders& orders, std::size_t lines);

}  // namespace fabula::storyline

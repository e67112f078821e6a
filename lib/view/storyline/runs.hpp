#pragma once

#include "view/storyline/plan.hpp"

namespace fabula::storylines {

/// How far lines that go on in the next row reach past the last step, points.
inline constexpr double row_tail = 14;

/// An unbroken stretch of a line through steps that follow each other.
struct LineRun {
    Line line = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    double from = 0;  ///< x of its two ends
    double until = 0;
    bool goes_on = false;         ///< in the next row
    std::vector<double> heights;  ///< by step of the run, points from the top of the picture

    [[nodiscard]] double height(std::size_t step) const { return heights[step - first]; }
};

/// All runs of a row, by line and then by step. What goes on in the next row reaches to the row's end. Cost: the size
/// of the steps.
[[nodiscard]] std::vector<LineRun> line_runs(const Row& row, std::size_t characters);

}  // namespace fabula::storylines

#pragma once

#include <vector>

namespace fabula::drawing {

/// 1, 2, 5, 10, 20, 50 ... : the least such step that gives no more than `most` figures over `range`.
[[nodiscard]] double round_step(double range, double most);

/// From the one that gives about four figures over `range` to `finest`, each so that all its multiples are among those
/// of the next: 50, 10, 5, 1.
[[nodiscard]] std::vector<double> round_steps(double range, double finest);

/// A multiple of a round step.
struct RoundFigure {
    double value = 0;
    double step = 0;  ///< 0 of the coarsest
};

/// Multiples of ever smaller round steps from `from` to `until`, each value once, coarse ones first; none finer than
/// `finest`.
[[nodiscard]] std::vector<RoundFigure> by_importance(double from, double until, double finest);

/// The same of the steps given, from the coarsest to the finest.
[[nodiscard]] std::vector<RoundFigure> by_importance(double from, double until, const std::vector<double>& steps);

}  // namespace fabula::drawing

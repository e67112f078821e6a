#pragma once

#include <algorithm>
#include <utility>
#include <vector>

namespace fabula::drawing {

/// Where figures already stand in a row, so that the next keeps its distance.
class FigureRow {
public:
    /// Takes a stretch where it is free; says whether it was.
    bool take(double from, double until) {
        const bool free =
            std::ranges::none_of(taken_, [&](const auto& taken) { return from < taken.second && taken.first < until; });
        if (free) taken_.emplace_back(from, until);
        return free;
    }

private:
    std::vector<std::pair<double, double>> taken_;
};

}  // namespace fabula::drawing

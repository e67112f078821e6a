// Curves through steps: StepCurve.
#include "view/storyline/curves.hpp"

#include <algorithm>

namespace fabula::storylines {

Path StepCurve::part(std::size_t from, double begin, std::size_t until, double end) const {
    const auto at = [&](double x, double y) { return Point{origin_.x + x, origin_.y + y}; };
    Path path;
    path.move_to(at(begin, heights_[from - first_]));
    for (std::size_t t = from + 1; t <= until; ++t) {
        const double before = heights_[t - 1 - first_];
        const double after = heights_[t - first_];
        if (before == after) continue;
        const double start = std::max(columns_[t - 1].flat_until, begin);
        const double stop = columns_[t].flat_from;
        const double middle = (start + stop) / 2;
        path.line_to(at(start, before));
        path.cubic_to(at(middle, before), at(middle, after), at(stop, after));
    }
    path.line_to(at(end, heights_[until - first_]));
    return path;
}

}  // namespace fabula::storylines

// One function: order_lines.
#include "storyline/ordering.hpp"

#include <algorithm>

namespace fabula::storyline {

Ordering order_lines(const Problem& problem, Effort) {
    Ordering ordering;
    for (const Step& step : problem.steps) {
        Lines order;
        for (const Lines& set : step.sets) {
            if (std::ranges::all_of(set, [&](Line line) { return std::ranges::find(order, line) == order.end(); }))
                order.insert(order.end(), set.begin(), set.end());
        }
        for (const Line line : step.present) {
            if (std::ranges::find(order, line) == order.end()) order.push_back(line);
        }
        ordering.orders.push_back(order);
    }
    ordering.crossings = count_crossings(ordering.orders, problem.lines);
    return ordering;
}

}  // namespace fabula::storyline

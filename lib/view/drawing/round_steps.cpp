#include "view/drawing/round_steps.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fabula::drawing {
namespace {

constexpr std::size_t most_values = 4000;

}  // namespace

double round_step(double range, double most) {
    double step = 1;
    for (int i = 0; range / step > most; ++i)
        step *= i % 3 == 1 ? 2.5 : 2;
    return step;
}

std::vector<double> round_steps(double range, double finest) {
    std::vector<double> steps{std::max(finest, round_step(range, 4))};
    double power = 1;
    while (power * 10 <= steps.front())
        power *= 10;
    for (; power >= 1 && steps.back() > finest; power /= 10) {
        for (const double step : {5 * power, power}) {
            if (step < steps.back() && step >= finest) steps.push_back(step);
        }
    }
    return steps;
}

std::vector<RoundFigure> by_importance(double from, double until, double finest) {
    return by_importance(from, until, round_steps(until - from, finest));
}

std::vector<RoundFigure> by_importance(double from, double until, const std::vector<double>& steps) {
    std::vector<RoundFigure> figures;
    std::vector<double> sorted;
    for (const double step : steps) {
        for (double k = std::ceil(from / step); k * step <= until && figures.size() < most_values; ++k) {
            const double value = k * step;
            if (!std::ranges::binary_search(sorted, value))
                figures.push_back({value, step == steps.front() ? 0 : step});
        }
        sorted.clear();
        for (const RoundFigure& figure : figures)
            sorted.push_back(figure.value);
        std::ranges::sort(sorted);
    }
    return figures;
}

}  // namespace fabula::drawing

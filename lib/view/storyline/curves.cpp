// Curves through steps: StepCurve.
#include "view/storyline/curves.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace fabula::storylines {
namespace {

using Cubic = std::array<Point, 4>;

Point between(Point a, Point b, double u) {
    return {a.x + (b.x - a.x) * u, a.y + (b.y - a.y) * u};
}

/// The bend from one height to another, level at both ends, with both control points halfway.
Cubic bend(Point from, Point to) {
    const double middle = (from.x + to.x) / 2;
    return {from, {middle, from.y}, {middle, to.y}, to};
}

/// The parameter at which a bend has gone this share of its way along x. That is u^3 - 3/2 u^2 + 3/2 u; with
/// v = u - 1/2 it becomes v^3 + 3/4 v + 1/2, of which v = sinh(w) makes sinh(3w)/4 + 1/2.
double parameter_at(double share) {
    return std::sinh(std::asinh(4 * (share - 0.5)) / 3) + 0.5;
}

/// The part of a cubic from its start to a parameter, and the rest (de Casteljau).
std::pair<Cubic, Cubic> split(const Cubic& cubic, double u) {
    const Point a = between(cubic[0], cubic[1], u);
    const Point b = between(cubic[1], cubic[2], u);
    const Point c = between(cubic[2], cubic[3], u);
    const Point ab = between(a, b, u);
    const Point bc = between(b, c, u);
    const Point middle = between(ab, bc, u);
    return {{cubic[0], a, ab, middle}, {middle, bc, c, cubic[3]}};
}

}  // namespace

std::size_t StepCurve::step_before(double x) const {
    const auto from = columns_.begin() + static_cast<std::ptrdiff_t>(first_);
    const auto until = from + static_cast<std::ptrdiff_t>(heights_.size());
    const auto behind = std::ranges::upper_bound(from, until, x, {}, &Column::flat_from);
    return first_ + static_cast<std::size_t>(std::max<std::ptrdiff_t>(behind - from, 1)) - 1;
}

double StepCurve::height_at(double x) const {
    const std::size_t step = step_before(x);
    if (step == last() || x <= columns_[step].flat_until) return height(step);
    const double start = columns_[step].flat_until;
    const double u = parameter_at((x - start) / (columns_[step + 1].flat_from - start));
    return height(step) + (height(step + 1) - height(step)) * u * u * (3 - 2 * u);
}

void StepCurve::add_bend(Path& path, std::size_t step, double begin, double end) const {
    const double start = columns_[step].flat_until;
    const double stop = columns_[step + 1].flat_from;
    const auto parameter = [&](double x) { return parameter_at((x - start) / (stop - start)); };
    const double from = begin > start ? parameter(begin) : 0;
    const double until = end < stop ? parameter(end) : 1;
    Cubic cubic = bend({start, height(step)}, {stop, height(step + 1)});
    if (until < 1) cubic = split(cubic, until).first;
    if (from > 0) cubic = split(cubic, from / until).second;
    const auto at = [&](Point point) { return Point{origin_.x + point.x, origin_.y + point.y}; };
    if (begin < start) path.line_to(at(cubic[0]));
    path.cubic_to(at(cubic[1]), at(cubic[2]), at(cubic[3]));
}

Path StepCurve::part(double begin, double end) const {
    Path path;
    path.move_to({origin_.x + begin, origin_.y + height_at(begin)});
    for (std::size_t step = step_before(begin); step < last() && columns_[step].flat_until < end; ++step) {
        if (height(step) != height(step + 1)) add_bend(path, step, begin, end);
    }
    const std::size_t step = step_before(end);
    const bool is_level = step == last() || end <= columns_[step].flat_until || height(step) == height(step + 1);
    if (is_level) path.line_to({origin_.x + end, origin_.y + height_at(end)});
    return path;
}

}  // namespace fabula::storylines

// Heights as springs would have them: balance.
//
// A quadratic program in differences alone, solved by a primal-dual interior point method with predictor and corrector
// (Mehrotra 1992, "On the implementation of a primal-dual interior point method"; Nocedal and Wright 2006,
// algorithm 16.4). Ties are springs and so, in each iteration, is every separation: the stiffer, the tighter it is.
// What has to be solved is always a system of springs.
#include "solve/storyline/heights/balance.hpp"

#include <algorithm>
#include <cmath>

#include "solve/storyline/heights/spring_system.hpp"

namespace fabula::storyline {
namespace {

using Reals = std::vector<double>;

constexpr std::size_t most_iterations = 100;
constexpr std::size_t most_in_vain = 5;  // iterations that came no nearer: this is as near as numbers go
constexpr double near_enough = 1e-9;
constexpr double balanced_enough = 1e-6;

/// What no tie holds has to stand somewhere: every separation pulls, so weakly that it shows nowhere else.
constexpr double weak_pull = 1e-7;

/// The program in units in which distances and weights are about 1, without ties that pull at nothing.
struct Scaled {
    struct Distance {
        std::size_t above, below;
        double least;
    };
    struct Pull {
        std::size_t a, b;
        double stiffness, offset;
    };

    std::vector<Distance> separations;
    std::vector<Pull> ties;
    double distance = 1;
    double weight = 1;
};

double mean(double sum, std::size_t count) {
    return sum > 0 ? sum / static_cast<double>(count) : 1;
}

Scaled scale(const HeightProgram& program) {
    Scaled scaled;
    double distances = 0;
    double weights = 0;
    for (const Separation& separation : program.separations)
        distances += std::abs(static_cast<double>(separation.least));
    for (const Tie& tie : program.ties)
        weights += static_cast<double>(tie.weight);
    scaled.distance = mean(distances, program.separations.size());
    scaled.weight = mean(weights, program.ties.size());
    for (const auto& [above, below, least] : program.separations)
        scaled.separations.push_back({above, below, static_cast<double>(least) / scaled.distance});
    for (const auto& [a, b, weight, offset] : program.ties) {
        if (weight == 0 || a == b) continue;
        scaled.ties.push_back(
            {a, b, static_cast<double>(weight) / scaled.weight, static_cast<double>(offset) / scaled.distance});
    }
    return scaled;
}

std::vector<Spring> springs_of(const Scaled& scaled) {
    std::vector<Spring> springs;
    for (const Scaled::Distance& separation : scaled.separations)
        springs.push_back({separation.above, separation.below});
    for (const Scaled::Pull& tie : scaled.ties)
        springs.push_back({tie.a, tie.b});
    return springs;
}

/// An iterate, or how far to go from one: heights of nodes, slacks and pressures of separations.
struct Point {
    Reals heights, slacks, pressures;
};

bool is_finite(const Point& point) {
    const auto finite = [](double value) { return std::isfinite(value); };
    return std::ranges::all_of(point.heights, finite) && std::ranges::all_of(point.slacks, finite) &&
           std::ranges::all_of(point.pressures, finite);
}

double bend(const Scaled::Pull& tie, const Reals& heights) {
    return heights[tie.a] - heights[tie.b] + tie.offset;
}

double room(const Scaled::Distance& separation, const Reals& heights) {
    return heights[separation.below] - heights[separation.above] - separation.least;
}

double wiggle(const Scaled& scaled, const Reals& heights) {
    double sum = 0;
    for (const Scaled::Pull& tie : scaled.ties)
        sum += tie.stiffness * bend(tie, heights) * bend(tie, heights);
    return sum;
}

double mean_product(const Reals& a, const Reals& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += a[i] * b[i];
    return a.empty() ? 0 : sum / static_cast<double>(a.size());
}

double largest(const Reals& values) {
    double most = 0;
    for (const double value : values)
        most = std::max(most, std::abs(value));
    return most;
}

/// What is wrong with a point.
struct Residue {
    Reals forces;   // that move a node
    Reals missing;  // from a slack to the room there is
    double complementarity = 0;
    double largest_pull = 0;

    /// Products have to be smaller than the rest: where both factors come to nothing, either is as large as their root.
    double fault() const {
        return std::max(std::max(largest(forces), 100 * complementarity) / (1 + largest_pull), largest(missing));
    }
};

Residue residue_of(const Scaled& scaled, const Point& point) {
    Residue residue{Reals(point.heights.size(), 0), {}, mean_product(point.slacks, point.pressures)};
    const auto pull = [&](std::size_t up, std::size_t down, double by) {
        residue.forces[up] -= by;
        residue.forces[down] += by;
        residue.largest_pull = std::max(residue.largest_pull, std::abs(by));
    };
    for (const Scaled::Pull& tie : scaled.ties)
        pull(tie.a, tie.b, tie.stiffness * bend(tie, point.heights));
    for (std::size_t i = 0; i < scaled.separations.size(); ++i) {
        const Scaled::Distance& separation = scaled.separations[i];
        const double there = room(separation, point.heights);
        pull(separation.above, separation.below, point.pressures[i] - weak_pull * there);
        residue.missing.push_back(there - point.slacks[i]);
    }
    return residue;
}

/// Where Newton's method leads if each slack * pressure is to become less by its excess.
Point direction(const Scaled& scaled, const SpringSystem& system, const Point& from, const Residue& residue,
                const Reals& excess) {
    Reals forces = residue.forces;
    for (std::size_t i = 0; i < scaled.separations.size(); ++i) {
        const double push = (excess[i] + from.pressures[i] * residue.missing[i]) / from.slacks[i];
        forces[scaled.separations[i].above] += push;
        forces[scaled.separations[i].below] -= push;
    }
    Point to{system.moved_by(forces), {}, {}};
    for (std::size_t i = 0; i < scaled.separations.size(); ++i) {
        const auto& [above, below, least] = scaled.separations[i];
        to.slacks.push_back(to.heights[below] - to.heights[above] + residue.missing[i]);
        to.pressures.push_back(-(excess[i] + from.pressures[i] * to.slacks[i]) / from.slacks[i]);
    }
    return to;
}

/// How far one can go, at most all the way, until a slack or a pressure is nothing.
double reach(const Point& from, const Point& to) {
    double reach = 1;
    const auto stop = [&](const Reals& values, const Reals& steps) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (steps[i] < 0) reach = std::min(reach, -values[i] / steps[i]);
        }
    };
    stop(from.slacks, to.slacks);
    stop(from.pressures, to.pressures);
    return reach;
}

Point moved(Point from, const Point& to, double far) {
    const auto move = [&](Reals& values, const Reals& steps) {
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] += far * steps[i];
    };
    move(from.heights, to.heights);
    move(from.slacks, to.slacks);
    move(from.pressures, to.pressures);
    return from;
}

bool stiffen(SpringSystem& system, const Scaled& scaled, const Point& point) {
    Reals stiffness;
    for (std::size_t i = 0; i < scaled.separations.size(); ++i)
        stiffness.push_back(point.pressures[i] / point.slacks[i] + weak_pull);
    for (const Scaled::Pull& tie : scaled.ties)
        stiffness.push_back(tie.stiffness);
    return system.stiffen(stiffness);
}

/// From a point as far in a direction as slacks and pressures stay above nothing, but for a little.
Point go(const Point& from, const Point& to) {
    return moved(from, to, std::min(1.0, 0.99 * reach(from, to)));
}

/// First foresees how far the products of slacks and pressures could come down, then goes there on a path along which
/// they stay alike. Where that does not bring them down, as it may not where they are very unlike, makes them more
/// alike (Mehrotra's method alone would go round in circles there).
Point next(const Scaled& scaled, const SpringSystem& system, const Point& point, const Residue& residue) {
    const double now = residue.complementarity;
    Reals products;
    for (std::size_t i = 0; i < point.slacks.size(); ++i)
        products.push_back(point.slacks[i] * point.pressures[i]);
    const Point predicted = direction(scaled, system, point, residue, products);
    const Point foreseen = moved(point, predicted, reach(point, predicted));
    const double share = now > 0 ? mean_product(foreseen.slacks, foreseen.pressures) / now : 0;
    Reals excess = products;
    for (std::size_t i = 0; i < excess.size(); ++i)
        excess[i] += predicted.slacks[i] * predicted.pressures[i] - share * share * share * now;
    Point there = go(point, direction(scaled, system, point, residue, excess));
    if (mean_product(there.slacks, there.pressures) <= now / 2) return there;
    for (double& product : products)
        product -= now / 4;
    return go(point, direction(scaled, system, point, residue, products));
}

Point first_point(const Scaled& scaled, const Heights& start) {
    Point point;
    for (const std::int64_t height : start)
        point.heights.push_back(static_cast<double>(height) / scaled.distance);
    for (const Scaled::Distance& separation : scaled.separations) {
        point.slacks.push_back(std::max(room(separation, point.heights), 0.1));
        point.pressures.push_back(1);
    }
    return point;
}

}  // namespace

BalancedHeights balance(const HeightProgram& program, const Heights& start) {
    const Scaled scaled = scale(program);
    const Point first = first_point(scaled, start);
    SpringSystem system(program.nodes, springs_of(scaled));
    Point point = first;
    Point best = first;
    double fault_of_best = residue_of(scaled, first).fault();
    std::size_t iteration = 0;
    for (std::size_t in_vain = 0; iteration < most_iterations && in_vain < most_in_vain; ++iteration) {
        if (fault_of_best <= near_enough || !stiffen(system, scaled, point)) break;
        point = next(scaled, system, point, residue_of(scaled, point));
        if (!is_finite(point)) break;
        const double fault = residue_of(scaled, point).fault();
        ++in_vain;
        if (fault >= fault_of_best) continue;
        in_vain = 0;
        fault_of_best = fault;
        best = point;
    }
    const bool balanced = fault_of_best <= balanced_enough;
    if (!balanced && wiggle(scaled, best.heights) >= wiggle(scaled, first.heights)) best = first;
    for (double& height : best.heights)
        height *= scaled.distance;
    for (double& pressure : best.pressures)
        pressure *= scaled.distance * scaled.weight;
    return {std::move(best.heights), std::move(best.pressures), balanced, iteration};
}

}  // namespace fabula::storyline

// Systems of springs, by Eigen's sparse Cholesky factors: SpringSystem. Their order of elimination (approximate minimum
// degree: Amestoy, Davis and Duff 1996) goes by number alone, and their loops are plain ones over single numbers: the
// same figures on every machine.
#include <Eigen/SparseCholesky>
#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "solve/storyline/heights/programs.hpp"

namespace fabula::storyline {
namespace {

using Sparse = Eigen::SparseMatrix<double, Eigen::ColMajor, int>;

}  // namespace

struct SpringSystem::Matrix {
    double& at(std::size_t a, std::size_t b) {
        return lower.coeffRef(static_cast<int>(std::max(a, b)), static_cast<int>(std::min(a, b)));
    }

    std::vector<Spring> springs;
    Sparse lower;                     // the diagonal, and what is below it
    std::vector<double*> between;     // for each spring, its place in there
    std::vector<double*> diagonal;    // for each node
    std::vector<std::size_t> firsts;  // of all parts
    Eigen::SimplicialLDLT<Sparse, Eigen::Lower> factors;
};

SpringSystem::SpringSystem(std::size_t nodes, std::vector<Spring> springs) : matrix_(std::make_unique<Matrix>()) {
    Matrix& matrix = *matrix_;
    matrix.springs = std::move(springs);
    Parts parts(nodes);
    std::vector<Eigen::Triplet<double, int>> places;
    const auto place = [&](std::size_t a, std::size_t b) {
        places.emplace_back(static_cast<int>(std::max(a, b)), static_cast<int>(std::min(a, b)), 1);
    };
    for (std::size_t node = 0; node < nodes; ++node)
        place(node, node);
    for (const auto& [a, b] : matrix.springs) {
        place(a, b);
        parts.join(a, b);
    }
    matrix.lower.resize(static_cast<int>(nodes), static_cast<int>(nodes));
    matrix.lower.setFromTriplets(places.begin(), places.end());
    for (const auto& [a, b] : matrix.springs)
        matrix.between.push_back(&matrix.at(a, b));
    for (std::size_t node = 0; node < nodes; ++node) {
        matrix.diagonal.push_back(&matrix.at(node, node));
        if (parts.first(node) == node) matrix.firsts.push_back(node);
    }
    matrix.factors.analyzePattern(matrix.lower);
}

SpringSystem::~SpringSystem() = default;

bool SpringSystem::stiffen(const std::vector<double>& stiffness) {
    Matrix& matrix = *matrix_;
    std::fill_n(matrix.lower.valuePtr(), matrix.lower.nonZeros(), 0.0);
    for (std::size_t i = 0; i < stiffness.size(); ++i) {
        const auto& [a, b] = matrix.springs[i];
        if (a == b) continue;
        *matrix.between[i] -= stiffness[i];
        *matrix.diagonal[a] += stiffness[i];
        *matrix.diagonal[b] += stiffness[i];
    }
    for (const std::size_t first : matrix.firsts) {  // held by a spring to the ground
        double& held = *matrix.diagonal[first];
        held = held > 0 ? 2 * held : 1;
    }
    matrix.factors.factorize(matrix.lower);
    return matrix.factors.info() == Eigen::Success;
}

std::vector<double> SpringSystem::moved_by(const std::vector<double>& forces) const {
    const auto size = static_cast<Eigen::Index>(forces.size());
    std::vector<double> moved(forces.size());
    Eigen::Map<Eigen::VectorXd>(moved.data(), size) =
        matrix_->factors.solve(Eigen::Map<const Eigen::VectorXd>(forces.data(), size));
    return moved;
}

// Heights as springs would have them: balance.
//
// A quadratic program in differences alone, solved by a primal-dual interior point method with predictor and corrector
// (Mehrotra 1992, "On the implementation of a primal-dual interior point method"; Nocedal and Wright 2006,
// algorithm 16.4). Ties are springs and so, in each iteration, is every separation: the stiffer, the tighter it is.
// What has to be solved is always a system of springs.

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

// One function: always_tight. The separations that are tight for some heights make a directed graph; what is on one of
// its cycles cannot be loosened, and everything else can (Kosaraju's strong components, by two searches).

namespace {

using Arc = std::pair<std::size_t, std::size_t>;

class SearchedGraph {
public:
    SearchedGraph(std::size_t nodes, std::vector<Arc> arcs) : arcs_(std::move(arcs)), begin_(nodes + 1, 0) {
        std::ranges::sort(arcs_);
        for (const auto& [from, to] : arcs_)
            ++begin_[from + 1];
        for (std::size_t node = 0; node < nodes; ++node)
            begin_[node + 1] += begin_[node];
        next_ = begin_;
    }

    /// Visits what can be reached from `start` and was not visited before; `left` is called with each node, the last
    /// one last.
    void visit(std::size_t start, std::vector<bool>& visited, const std::function<void(std::size_t)>& left) {
        if (visited[start]) return;
        visited[start] = true;
        std::vector<std::size_t> path{start};
        while (!path.empty()) {
            const std::size_t node = path.back();
            if (next_[node] == begin_[node + 1]) {
                left(node);
                path.pop_back();
            } else if (const std::size_t to = arcs_[next_[node]++].second; !visited[to]) {
                visited[to] = true;
                path.push_back(to);
            }
        }
    }

private:
    std::vector<Arc> arcs_;
    std::vector<std::size_t> begin_, next_;
};

}  // namespace

std::vector<bool> always_tight(const HeightProgram& program, const Heights& heights) {
    std::vector<Arc> down, up;
    for (const auto& [above, below, least] : program.separations) {
        if (heights[below] - heights[above] != least) continue;
        down.emplace_back(above, below);
        up.emplace_back(below, above);
    }
    SearchedGraph downwards(program.nodes, std::move(down));
    SearchedGraph upwards(program.nodes, std::move(up));
    std::vector<bool> visited(program.nodes, false);
    std::vector<std::size_t> leaving;
    for (std::size_t node = 0; node < program.nodes; ++node)
        downwards.visit(node, visited, [&](std::size_t left) { leaving.push_back(left); });

    std::ranges::reverse(leaving);
    visited.assign(program.nodes, false);
    std::vector<std::size_t> component(program.nodes);
    for (const std::size_t start : leaving)
        upwards.visit(start, visited, [&](std::size_t left) { component[left] = start; });

    std::vector<bool> tight;
    for (const auto& [above, below, least] : program.separations)
        tight.push_back(heights[below] - heights[above] == least && component[above] == component[below]);
    return tight;
}

// From any heights to whole ones of little quadratic wiggle: quadratic_heights.

namespace {

/// Moves down what stands too near to what is above it, and what is below that.
void push_down(const HeightProgram& program, Heights& heights) {
    for (bool pushed = true; pushed;) {
        pushed = false;
        for (const auto& [above, below, least] : program.separations) {
            if (heights[below] >= heights[above] + least) continue;
            heights[below] = heights[above] + least;
            pushed = true;
        }
    }
}

/// How much farther from each other than they need to be the nodes are, added up.
std::int64_t room_of(const HeightProgram& program, const Heights& heights) {
    std::int64_t room = 0;
    for (const auto& [above, below, least] : program.separations)
        room += heights[below] - heights[above] - least;
    return room;
}

}  // namespace

RigidBlocks blocks_with_play(const HeightProgram& program, const Heights& heights) {
    HeightProgram bound = program;
    const std::vector<bool> tight = always_tight(program, heights);
    for (std::size_t i = 0; i < tight.size(); ++i) {
        const auto& [above, below, least] = program.separations[i];
        if (tight[i]) bound.separations.push_back({below, above, -least});
    }
    return make_rigid_blocks(bound).value();
}

/// Rounding all down keeps whole distances; what is pushed afterwards was too near by the balance's tolerance. Where
/// whole heights begin is free: of several beginnings the one that costs least, and of those the one that stands
/// closest.
Heights round_heights(const HeightProgram& program, const std::vector<double>& heights) {
    constexpr int beginnings = 8;
    Heights best;
    std::pair<std::int64_t, std::int64_t> least;
    for (int beginning = 0; beginning < beginnings; ++beginning) {
        Heights whole;
        for (const double height : heights)
            whole.push_back(static_cast<std::int64_t>(std::floor(height + (beginning + 0.5) / beginnings)));
        push_down(program, whole);
        const std::pair cost{wiggle_of(program, whole, Wiggle::quadratic), room_of(program, whole)};
        if (beginning > 0 && cost >= least) continue;
        least = cost;
        best = std::move(whole);
    }
    return best;
}

Heights quadratic_heights(const HeightProgram& program, const Heights& start) {
    const RigidBlocks blocks = blocks_with_play(program, start);
    const BalancedHeights balanced = balance(blocks.program, heights_of_blocks(blocks, start));
    return heights_of_nodes(blocks, round_heights(blocks.program, balanced.heights));
}

}  // namespace fabula::storyline

// Systems of springs, by Eigen's sparse Cholesky factors: SpringSystem. Their order of elimination (approximate minimum
// degree: Amestoy, Davis and Duff 1996) goes by number alone, and their loops are plain ones over single numbers: the
// same figures on every machine.
#include "solve/storyline/heights/spring_system.hpp"

#include <Eigen/SparseCholesky>
#include <algorithm>
#include <utility>

#include "solve/storyline/heights/parts.hpp"

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

}  // namespace fabula::storyline

#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace fabula::storyline {

/// A spring between two nodes.
struct Spring {
    std::size_t a = 0;
    std::size_t b = 0;
};

/// Nodes on a line with springs between them: how far forces move them. A system of linear equations, whose matrix is
/// the weighted Laplacian of a graph.
class SpringSystem {
public:
    SpringSystem(std::size_t nodes, std::vector<Spring> springs);
    ~SpringSystem();
    SpringSystem(const SpringSystem&) = delete;
    SpringSystem& operator=(const SpringSystem&) = delete;

    /// How stiff each spring is; every one is above zero. Whether that can be solved, as far as numbers go.
    [[nodiscard]] bool stiffen(const std::vector<double>& stiffness);

    /// How far each node moves. In each part that hangs together the forces add up to nothing, and its first node
    /// stays.
    [[nodiscard]] std::vector<double> moved_by(const std::vector<double>& forces) const;

private:
    struct Matrix;
    std::unique_ptr<Matrix> matrix_;
};

}  // namespace fabula::storyline

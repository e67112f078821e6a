#pragma once

#include <cstddef>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "solve/storyline/heights.hpp"

namespace fabula::storyline {

/// Nodes that hang together, each part known by its first node: a union-find.
class Parts {
public:
    explicit Parts(std::size_t nodes) : before_(nodes) { std::iota(before_.begin(), before_.end(), std::size_t{0}); }

    std::size_t first(std::size_t node) {
        for (; before_[node] != node; node = before_[node])
            before_[node] = before_[before_[node]];
        return node;
    }

    void join(std::size_t a, std::size_t b) {
        a = first(a);
        b = first(b);
        if (a < b) std::swap(a, b);
        before_[a] = b;
    }

private:
    std::vector<std::size_t> before_;
};

/// A program in which nodes that are bound rigidly have become one: height[node] = height of its block + its offset.
struct RigidBlocks {
    HeightProgram program;  ///< of blocks; its ties are those of the nodes, in the same order
    std::vector<std::size_t> block_of;
    Heights offset_of;
};

/// Of several separations between the same blocks in the same direction only the strongest is left, sorted by blocks.
/// Nothing where a block contradicts itself.
[[nodiscard]] std::optional<RigidBlocks> make_rigid_blocks(const HeightProgram& program);

[[nodiscard]] Heights heights_of_nodes(const RigidBlocks& blocks, const Heights& heights_of_blocks);
[[nodiscard]] Heights heights_of_blocks(const RigidBlocks& blocks, const Heights& heights_of_nodes);

/// Heights of least linear wiggle with the flow that proves it: in every node as much comes in as goes out, and
/// the sum of least * flow over the separations and offset * flow over the ties is what the heights cost.
struct ProvedHeights {
    Heights heights;
    std::vector<std::int64_t> separation_flows;  ///< from above to below; not negative; 0 where there is slack
    std::vector<std::int64_t> tie_flows;  ///< from a to b; -weight to weight; in between only where the tie is straight
};

/// Nothing where the separations contradict each other.
[[nodiscard]] std::optional<ProvedHeights> prove_linear_heights(const HeightProgram& program);

/// Among the heights that cost no more than those proved: some with as few bends as `rounds` of a linear program each
/// find. Never more bends than before.
[[nodiscard]] Heights straighten(const HeightProgram& program, const ProvedHeights& proved, std::size_t rounds);

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

/// Real heights of least quadratic wiggle, with the pressures that prove it: in every node the pull of the ties (weight
/// * bend) and the pressures of the separations add up to nothing, and there is pressure only where a separation is
/// tight.
struct BalancedHeights {
    std::vector<double> heights;
    std::vector<double> pressures;  ///< of separations; not negative
    bool balanced = false;          ///< to a millionth of what distances and pulls there are
    std::size_t iterations = 0;
};

/// Balances from heights for which every separation holds. Precondition: every separation could be loosened, none is
/// tight for all heights. At most a hundred iterations, each about as dear as a sparse system of equations; twenty are
/// usual. Where they do not get there: the best that they met, or the heights they began with.
[[nodiscard]] BalancedHeights balance(const HeightProgram& program, const Heights& start);

/// For each separation, whether it is tight whatever the heights: it is on a cycle of separations that just fits (a
/// label that fills the gap between two lines of a rigid set). `heights` are any for which every separation holds. O(n
/// + m) but for a sort.
[[nodiscard]] std::vector<bool> always_tight(const HeightProgram& program, const Heights& heights);

/// Whole heights of nearly least quadratic wiggle, from any for which every separation holds.
[[nodiscard]] Heights quadratic_heights(const HeightProgram& program, const Heights& start);

/// The program with always tight separations made rigid, so that each that is left could be loosened.
[[nodiscard]] RigidBlocks blocks_with_play(const HeightProgram& program, const Heights& heights);

/// Whole heights near real ones for which every separation holds; the separations do not contradict each other.
[[nodiscard]] Heights round_heights(const HeightProgram& program, const std::vector<double>& heights);

}  // namespace fabula::storyline

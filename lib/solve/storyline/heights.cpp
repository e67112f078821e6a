// Nodes bound to each other become one: make_rigid_blocks. A step's meeting is one block however many take part, and
// the program is smaller by as much.
#include "solve/storyline/heights.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <tuple>
#include <utility>

#include "solve/storyline/heights/programs.hpp"

namespace fabula::storyline {
namespace {

/// Sets of nodes with known differences: a union-find whose links carry distances.
class Bindings {
public:
    explicit Bindings(std::size_t nodes) : parent_(nodes), offset_(nodes, 0), size_(nodes, 1) {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }

    /// Afterwards parent is the root, and offset the height above it.
    std::size_t find(std::size_t node) {
        std::size_t root = node;
        std::int64_t offset = 0;
        for (; parent_[root] != root; root = parent_[root])
            offset += offset_[root];
        while (node != root) {
            const std::int64_t rest = offset - offset_[node];
            offset_[node] = offset;
            offset = rest;
            node = std::exchange(parent_[node], root);
        }
        return root;
    }

    std::int64_t offset(std::size_t node) { return find(node) == node ? 0 : offset_[node]; }

    /// Binds height[below] - height[above] = distance, unless they are bound already.
    void bind(std::size_t above, std::size_t below, std::int64_t distance) {
        std::size_t upper = find(above);
        std::size_t lower = find(below);
        if (upper == lower) return;
        std::int64_t between = offset(above) + distance - offset(below);  // from root to root
        if (size_[upper] < size_[lower]) {
            std::swap(upper, lower);
            between = -between;
        }
        parent_[lower] = upper;
        offset_[lower] = between;
        size_[upper] += size_[lower];
    }

private:
    std::vector<std::size_t> parent_;
    Heights offset_;
    std::vector<std::size_t> size_;
};

/// Sorted by nodes; of several between the same two in the same direction only the strongest.
std::vector<Separation> strongest(std::vector<Separation> separations) {
    std::ranges::sort(separations, [](const Separation& a, const Separation& b) {
        return std::tie(a.above, a.below, b.least) < std::tie(b.above, b.below, a.least);
    });
    const auto end = std::unique(separations.begin(), separations.end(), [](const Separation& a, const Separation& b) {
        return a.above == b.above && a.below == b.below;
    });
    separations.erase(end, separations.end());
    return separations;
}

Bindings bindings_of(const HeightProgram& program) {
    const std::vector<Separation> separations = strongest(program.separations);
    Bindings bindings(program.nodes);
    for (const Separation& separation : separations) {
        const auto [above, below, least] = separation;
        if (above >= below) continue;
        const auto nodes = [](const Separation& s) { return std::pair(s.above, s.below); };
        const auto back = std::ranges::lower_bound(separations, std::pair(below, above), {}, nodes);
        if (back != separations.end() && nodes(*back) == std::pair(below, above) && back->least == -least)
            bindings.bind(above, below, least);
    }
    return bindings;
}

}  // namespace

std::optional<RigidBlocks> make_rigid_blocks(const HeightProgram& program) {
    constexpr std::size_t unnumbered = SIZE_MAX;
    Bindings bindings = bindings_of(program);
    RigidBlocks blocks;
    std::vector<std::size_t> block_of_root(program.nodes, unnumbered);
    for (std::size_t node = 0; node < program.nodes; ++node) {
        std::size_t& block = block_of_root[bindings.find(node)];
        if (block == unnumbered) block = blocks.program.nodes++;
        blocks.block_of.push_back(block);
        blocks.offset_of.push_back(bindings.offset(node));
    }
    for (const auto& [above, below, least] : program.separations) {
        const std::int64_t rest = least + blocks.offset_of[above] - blocks.offset_of[below];
        const Separation separation{blocks.block_of[above], blocks.block_of[below], rest};
        if (separation.above != separation.below)
            blocks.program.separations.push_back(separation);
        else if (rest > 0)
            return std::nullopt;
    }
    blocks.program.separations = strongest(std::move(blocks.program.separations));
    for (const auto& [a, b, weight, offset] : program.ties) {
        const std::int64_t rest = offset + blocks.offset_of[a] - blocks.offset_of[b];
        blocks.program.ties.push_back({blocks.block_of[a], blocks.block_of[b], weight, rest});
    }
    return blocks;
}

Heights heights_of_nodes(const RigidBlocks& blocks, const Heights& heights_of_blocks) {
    Heights heights = blocks.offset_of;
    for (std::size_t node = 0; node < heights.size(); ++node)
        heights[node] += heights_of_blocks[blocks.block_of[node]];
    return heights;
}

Heights heights_of_blocks(const RigidBlocks& blocks, const Heights& heights_of_nodes) {
    Heights heights(blocks.program.nodes);
    for (std::size_t node = 0; node < heights_of_nodes.size(); ++node)
        heights[blocks.block_of[node]] = heights_of_nodes[node] - blocks.offset_of[node];
    return heights;
}

// Heights of least cost: least_heights and what they are judged by.

namespace {

/// Moves each part so that its least height is 0.
Heights from_zero(const HeightProgram& program, Heights heights) {
    Parts parts(program.nodes);
    for (const Separation& separation : program.separations)
        parts.join(separation.above, separation.below);
    for (const Tie& tie : program.ties)
        parts.join(tie.a, tie.b);
    Heights least = heights;
    for (std::size_t node = 0; node < program.nodes; ++node) {
        std::int64_t& least_of_part = least[parts.first(node)];
        least_of_part = std::min(least_of_part, heights[node]);
    }
    for (std::size_t node = 0; node < program.nodes; ++node)
        heights[node] -= least[parts.first(node)];
    return heights;
}

}  // namespace

std::optional<Heights> least_heights(const HeightProgram& program, Wiggle wiggle, std::size_t straightening_rounds) {
    const std::optional<RigidBlocks> blocks = make_rigid_blocks(program);
    if (!blocks) return std::nullopt;
    const std::optional<ProvedHeights> proved = prove_linear_heights(blocks->program);
    if (!proved) return std::nullopt;
    const Heights heights = wiggle == Wiggle::linear ? straighten(blocks->program, *proved, straightening_rounds)
                                                     : quadratic_heights(blocks->program, proved->heights);
    return from_zero(program, heights_of_nodes(*blocks, heights));
}

std::int64_t bend_of(const Tie& tie, const Heights& heights) {
    return std::abs(heights[tie.a] - heights[tie.b] + tie.offset);
}

std::int64_t wiggle_of(const HeightProgram& program, const Heights& heights, Wiggle wiggle) {
    std::int64_t cost = 0;
    for (const Tie& tie : program.ties) {
        const std::int64_t bend = bend_of(tie, heights);
        cost += tie.weight * (wiggle == Wiggle::linear ? bend : bend * bend);
    }
    return cost;
}

std::size_t count_bends(const HeightProgram& program, const Heights& heights) {
    return static_cast<std::size_t>(std::ranges::count_if(
        program.ties, [&](const Tie& tie) { return tie.weight > 0 && bend_of(tie, heights) > 0; }));
}

bool are_separated(const HeightProgram& program, const Heights& heights) {
    return std::ranges::all_of(program.separations, [&](const Separation& separation) {
        return heights[separation.below] - heights[separation.above] >= separation.least;
    });
}

}  // namespace fabula::storyline

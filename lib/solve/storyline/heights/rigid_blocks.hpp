#pragma once

#include <optional>

#include "solve/storyline/heights.hpp"

namespace fabula::storyline {

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

}  // namespace fabula::storyline

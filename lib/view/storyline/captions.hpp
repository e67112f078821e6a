#pragma once

#include "view/storyline/model.hpp"

namespace fabula::storylines {

/// How much a line matters, by how often its character takes part.
enum class Importance { main, supporting, minor };

/// Room for the mark before the text of an event of nobody, points.
inline constexpr double interlude_indent = 6;

/// All text that stands among the lines, set in type.
struct Captions {
    std::vector<Block> titles;      ///< by stay; empty where another container has the title
    std::vector<Block> names;       ///< by character; empty for those who never appear
    std::vector<Block> interludes;  ///< by Row::interludes
};

/// By character. Cost: O(n log n) in characters.
[[nodiscard]] std::vector<Importance> importance_of_lines(const Story& story);

/// Cost: shaping the text.
[[nodiscard]] Captions set_captions(const Row& row, const std::vector<Importance>& importance,
                                    const std::vector<Colour>& colours, const Typography& type, const Context& context);

}  // namespace fabula::storylines

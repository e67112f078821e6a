#pragma once

#include "view/storyline/plan.hpp"

namespace fabula::storylines {

/// Room for the mark before the text of an event of nobody, points.
inline constexpr double interlude_indent = 6;

/// All text that stands among the lines, set in type.
struct Captions {
    std::vector<Block> titles;      ///< by stay; empty where another container has the title
    std::vector<Block> names;       ///< by character; empty for those who never appear
    std::vector<Block> interludes;  ///< by Row::interludes
};

/// A character's name on one line; one as long as a sentence is cut with an ellipsis.
[[nodiscard]] TextLine set_name(const Character& character, Importance importance, double size, Measure& measure);

/// Cost: shaping the text.
[[nodiscard]] Captions set_captions(const Row& row, const Plan& plan, const Context& context);

}  // namespace fabula::storylines

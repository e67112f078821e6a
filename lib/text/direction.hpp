#pragma once

#include <string>

namespace fabula {

enum class Direction { left_to_right, right_to_left };

/// The base direction of a paragraph: that of its first letter (as rule P2 of the Unicode Bidirectional Algorithm), or
/// of the language where it has none.
[[nodiscard]] Direction direction_of(const std::string& text, const std::string& language);

}  // namespace fabula

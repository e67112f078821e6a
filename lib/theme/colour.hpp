#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "fabula/scene.hpp"

namespace fabula {

/// "#f6f5f1" or "f6f5f1" (a bare # begins a comment in YAML), opaque; nothing where `text` is neither.
[[nodiscard]] std::optional<Colour> parse_colour(std::string_view text);

/// As themes write it, "#f6f5f1".
[[nodiscard]] std::string colour_text(const Colour& colour);

}  // namespace fabula

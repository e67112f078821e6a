#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/document.hpp"
#include "fabula/scene.hpp"
#include "fabula/theme.hpp"

namespace fabula::theming {

/// "#f6f5f1" or "f6f5f1" (a bare # begins a comment in YAML), opaque; nothing where `text` is neither.
[[nodiscard]] std::optional<Colour> parse_colour(std::string_view text);

/// As themes write it, "#f6f5f1".
[[nodiscard]] std::string colour_text(const Colour& colour);

/// The colours of `theme` by name ("ink", "life-2", "romance"), with those of `twin` for dark grounds; null: it has
/// none.
[[nodiscard]] std::vector<NamedColour> palette_of(const Theme& theme, const Theme* twin);

}  // namespace fabula::theming

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "fabula/scene.hpp"

namespace fabula {

/// A part of a run, from a letter after a space, or from the run's first, to the space before the next one, which is
/// the last of it.
struct PlacedWord {
    std::string_view text;
    double x = 0;  ///< of its first glyph, from the line's origin
    std::size_t first_glyph = 0;

    friend bool operator==(const PlacedWord&, const PlacedWord&) = default;
};

/// The words of a run from left to right, of the line with this `text`. Of one from right to left, all of it as one
/// word.
[[nodiscard]] std::vector<PlacedWord> words_of(const GlyphRun& run, std::string_view text);

}  // namespace fabula

#pragma once

#include <array>
#include <string_view>

#include "fabula/scene.hpp"

#include "ciede2000.hpp"

/// Colours as eyes see them that differ from most.
namespace fabula::testing {

/// Relative luminance and contrast, 1 to 21 (WCAG 2.2).
[[nodiscard]] double luminance(const Colour& colour);
[[nodiscard]] double contrast(const Colour& one, const Colour& other);

/// The three dichromacies after Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color
/// Vision Deficiency, IEEE TVCG 15 (2009), at severity 1, on linear light; and no colour at all, as in a photocopy.
enum class Vision { normal, protanopia, deuteranopia, tritanopia, grey };

inline constexpr std::array visions{Vision::normal, Vision::protanopia, Vision::deuteranopia, Vision::tritanopia,
                                    Vision::grey};

[[nodiscard]] std::string_view name_of(Vision vision);

/// What `colour` looks like.
[[nodiscard]] Lab seen(const Colour& colour, Vision vision);

/// The least difference of two colours in any vision.
[[nodiscard]] double least_difference(const Colour& one, const Colour& other);

}  // namespace fabula::testing

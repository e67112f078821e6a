#pragma once

#include <string>
#include <vector>

#include "fabula/theme.hpp"

/// What a theme makes look alike that a reader has to tell apart; one line for each pair.
namespace fabula::testing {

/// The least difference (CIEDE2000), in every vision, by which colours alone tell kinds apart.
inline constexpr double told_by_colour = 10;

/// Kinds of relationship and of link: those that the theme names and as many others as there are patterns left.
[[nodiscard]] std::vector<std::string> alike_relationships(const Theme& theme);
[[nodiscard]] std::vector<std::string> alike_states(const Theme& theme);

/// Relationships of these styles.
[[nodiscard]] std::vector<std::string> alike_relationships(const std::vector<KindStyle>& styles, const Theme& theme);

/// Marks of events.
[[nodiscard]] std::vector<std::string> alike_marks(const Theme& theme);

/// Colours of lives that most see as nearly the same: less than `least` apart.
[[nodiscard]] std::vector<std::string> alike_lives(const Theme& theme, double least);

}  // namespace fabula::testing

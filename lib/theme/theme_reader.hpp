#pragma once

#include <optional>
#include <string>

#include "fabula/theme.hpp"

#include "source/findings.hpp"
#include "theme/key_places.hpp"
#include "yaml/document.hpp"

namespace fabula {

/// Whether a theme is named by its file.
[[nodiscard]] bool is_theme_path(const std::string& name);

/// The theme that a theme file extends, if it says so.
[[nodiscard]] std::optional<Located<std::string>> extended_theme(const yaml::Node& root);

/// Sets in `theme` what the file says; what it leaves out stays as it is. `folder` is what the font folders are
/// relative to, and the profile. A file that is empty says nothing.
void read_into(Theme& theme, const yaml::Node& root, const std::string& folder, Findings& findings);

/// What no single key shows: type smaller than the theme's smallest, margins narrower than what is safe, colours that
/// the theme's inks cannot make. Points at the key where `places` has it, else at `whole`.
void check_theme(const Theme& theme, const KeyPlaces& places, Span whole, Findings& findings);

}  // namespace fabula

#pragma once

#include <optional>
#include <string>

#include "fabula/theme.hpp"

#include "source/findings.hpp"
#include "yaml/document.hpp"

namespace fabula {

/// The theme that a theme file extends, if it says so.
[[nodiscard]] std::optional<Located<std::string>> extended_theme(const yaml::Node& root);

/// Sets in `theme` what the file says; what it leaves out stays as it is. `folder` is what the font folders are
/// relative to. A file that is empty says nothing.
void read_into(Theme& theme, const yaml::Node& root, const std::string& folder, Findings& findings);

/// What no single key shows: type smaller than the theme's smallest. `place` is where to point.
void check_theme(const Theme& theme, Span place, Findings& findings);

}  // namespace fabula

#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "fabula/diagnostic.hpp"
#include "fabula/view.hpp"

namespace fabula {

/// What is wrong with a setting meant for a view: nothing, or that no view has such a key, or the key no such value,
/// with the nearest there is. The one place where settings of views are checked.
[[nodiscard]] std::optional<Diagnostic> check_setting(const Setting& setting, Span span);

/// `own` settings of the view called `view`, over what the theme says of it: each key once.
[[nodiscard]] std::vector<Setting> with_theme_defaults(std::span<const Setting> own, std::string_view view,
                                                       const Theme& theme);

}  // namespace fabula

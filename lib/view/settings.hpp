#pragma once

#include <optional>

#include "fabula/diagnostic.hpp"
#include "fabula/view.hpp"

namespace fabula {

/// What is wrong with a setting meant for a view: nothing, or that no view has such a key, or the key no such value,
/// with the nearest there is. The one place where settings of views are checked.
[[nodiscard]] std::optional<Diagnostic> check_setting(const Setting& setting, Span span);

}  // namespace fabula

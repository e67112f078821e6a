#pragma once

#include <optional>

#include "fabula/diagnostic.hpp"
#include "fabula/view.hpp"

namespace fabula {

/// What is wrong with a setting of `view` (its key without the view's name): nothing, or that there is no such key or
/// no such value, with those there are. The one place where settings are checked.
[[nodiscard]] std::optional<Diagnostic> check_setting(const View& view, const Setting& setting, Span span);

}  // namespace fabula

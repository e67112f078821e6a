#pragma once

#include <optional>
#include <string_view>

namespace fabula {

/// "19th", "nineteenth", "twenty-first": from 1 to 99; nothing where it is no such word.
[[nodiscard]] std::optional<int> ordinal_of(std::string_view word);

}  // namespace fabula

#pragma once

#include <string>
#include <string_view>

namespace fabula {

/// Cairo numbers surfaces through the whole process: the SVG `svg` with its surfaces numbered from 1 on.
[[nodiscard]] std::string with_stable_ids(std::string_view svg);

}  // namespace fabula

#pragma once

#include <optional>
#include <string_view>

namespace fabula {

/// Which feature of level 2 of EDTF a text that levels 0 and 1 refuse has, as the beginning of a sentence ("sets of
/// dates are"); nothing where it is no date of level 2 either.
[[nodiscard]] std::optional<std::string_view> level_two_feature(std::string_view text);

}  // namespace fabula

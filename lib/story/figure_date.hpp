#pragma once

#include <optional>
#include <string_view>

#include "story/date.hpp"

namespace fabula {

/// Of a date in figures that is not written as EDTF ("1996/07/14", "14.7.1996", "07/14/1996"): what to write instead.
/// Nothing where the text is no such date.
[[nodiscard]] std::optional<DateFault> figure_date_fault(std::string_view text);

}  // namespace fabula

#pragma once

#include <cstdint>

#include "story/lunar_years.hpp"

namespace fabula {

/// The Chinese year that begins in that Gregorian year, by the rules of 1645 and the true places of moon and sun over
/// Beijing.
[[nodiscard]] LunarYear chinese_year(std::int64_t gregorian_year);

}  // namespace fabula

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "source/findings.hpp"

namespace fabula {

/// The zone of IANA called that, as "America/New_York"; reports where there is none, with the nearest that there is.
[[nodiscard]] std::optional<std::string> known_zone(const Located<std::string>& name, Findings& findings);

}  // namespace fabula

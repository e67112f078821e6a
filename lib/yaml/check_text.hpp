#pragma once

#include <cstdint>

#include "fabula/source.hpp"

#include "source/findings.hpp"
#include "yaml/document.hpp"

namespace fabula::yaml {

/// Whether the text can be given to a YAML parser: not too large, UTF-8, and without characters that YAML forbids.
[[nodiscard]] bool check_text(const Sources& sources, std::uint32_t source, const Limits& limits, Findings& findings);

}  // namespace fabula::yaml

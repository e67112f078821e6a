#pragma once

#include <string>

#include "fabula/draft.hpp"

namespace fabula {

/// `root` as canonical YAML, as to_yaml describes it.
[[nodiscard]] std::string yaml_of(const DraftValue& root);

}  // namespace fabula

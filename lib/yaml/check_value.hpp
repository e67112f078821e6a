#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "source/findings.hpp"
#include "yaml/document.hpp"
#include "yaml/schema.hpp"

namespace fabula::yaml {

/// Whether the value is what the field takes; reports it where it is not. `name` stands for the key in messages.
[[nodiscard]] bool check_value(const Node& value, const Field& field, std::string_view name, Findings& findings);

/// A scalar as a number; nothing where it is none, not finite, or quoted.
[[nodiscard]] std::optional<double> to_number(const Node& value);

/// "a text", "a list" ...: what a node is, for messages.
[[nodiscard]] std::string_view describe(const Node& node);

/// "a number from 0 to 10", "a list" ...: what a field takes, for messages.
[[nodiscard]] std::string takes(const Field& field);

}  // namespace fabula::yaml

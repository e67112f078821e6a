#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "fabula/diagnostic.hpp"
#include "fabula/source.hpp"

namespace fabula::cli {

using Json = nlohmann::ordered_json;

/// `value` rounded as everywhere in Fabula; null where it is not finite.
[[nodiscard]] Json json_number(double value);

/// {"file", "line", "column", "length", "message"}; lines and columns from 1, both 0 for a file as a whole.
[[nodiscard]] Json json_place(const Span& span, const std::string& message, const Sources& sources);

/// `value` as indented text, bytes that are not UTF-8 replaced; ends with a newline.
[[nodiscard]] std::string json_text(const Json& value);

}  // namespace fabula::cli

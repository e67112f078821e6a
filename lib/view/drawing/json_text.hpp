#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace fabula::drawing {

/// A length or a share, rounded to a thousandth as in all figures of views.
[[nodiscard]] double rounded(double value);

/// JSON as text, indented by two spaces. All figures of views and JSON Schemas are written here, so that the JSON
/// writer of the library is called in one place.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& figures);

}  // namespace fabula::drawing

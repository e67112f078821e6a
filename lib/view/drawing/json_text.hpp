#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace fabula::drawing {

/// A length or a share as figures have it: to a thousandth.
[[nodiscard]] double rounded(double value);

/// JSON as text, two spaces a level. Figures of views and JSON Schemas are written through here, so that the one place
/// of the library's JSON writer is known.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& figures);

}  // namespace fabula::drawing

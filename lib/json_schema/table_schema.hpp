#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/schema.hpp"

/// From tables of keys to JSON Schema (2020-12).
namespace fabula::json_schemas {

using Json = nlohmann::ordered_json;

/// What tables do not say.
struct TableManner {
    std::function<Json(const yaml::Field&)> examples;                  ///< of what a key takes, a list
    std::function<void(const yaml::Schema&, Json&)> finish = nullptr;  ///< changes the schema of a map; may be null
};

/// The schema of the sort of map that `table` describes, with those of all that it refers to and these `definitions` of
/// forms, by name_of_form.
[[nodiscard]] Json json_schema(const yaml::Schema& table, const TableManner& manner, Json definitions);

/// The name of a form's definition: "id of a character" is "id-of-a-character".
[[nodiscard]] std::string name_of_form(std::string_view of_form);

[[nodiscard]] Json reference_to(std::string_view definition);
[[nodiscard]] Json either(std::vector<Json> choices);

/// A plain scalar of these types, or what YAML may take for something else.
[[nodiscard]] Json scalar(const Json& types);
[[nodiscard]] Json text();

/// `value`, where it is a string, has this pattern; `rule` says so to people.
[[nodiscard]] Json with_pattern(Json value, std::string_view pattern, std::string_view rule);

/// A finite number, without a fraction where it has none.
[[nodiscard]] Json json_number(double value);

}  // namespace fabula::json_schemas

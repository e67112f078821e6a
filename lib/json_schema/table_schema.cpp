// json_schema: from tables of keys to JSON Schema.
#include "json_schema/table_schema.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

namespace fabula::json_schemas {
namespace {

using yaml::Field;
using yaml::Kind;
using yaml::Schema;

Json list_of(const Json& entries) {
    return {{"type", "array"}, {"items", entries}};
}

/// The name of the definition of a sort of map: "an event" is "event".
std::string name_of_map(const Schema& schema) {
    const std::string_view subject = schema.subject;
    const std::size_t article = subject.starts_with("a ") ? 2 : subject.starts_with("an ") ? 3 : 0;
    std::string name;
    for (const char byte : subject.substr(article)) {
        if (byte == ' ') name += '-';
        if (byte >= 'a' && byte <= 'z') name += byte;
    }
    return name;
}

Json map_to(const Field& field, const Json& values) {
    Json map{{"type", "object"}, {"additionalProperties", values}};
    if (!field.names.empty()) map["propertyNames"] = reference_to(name_of_form(field.names));
    return map;
}

Json entries_of(const Field& field) {
    return reference_to(field.entries == nullptr ? name_of_form(field.form) : name_of_map(*field.entries));
}

/// An id with nothing after it is enough, where values are maps.
Json named_entries_of(const Field& field) {
    return field.entries == nullptr ? entries_of(field) : either({entries_of(field), {{"type", "null"}}});
}

Json number_of(const Field& field) {
    Json value{{"type", field.kind == Kind::whole_number ? "integer" : "number"}};
    if (std::isfinite(field.least)) value["minimum"] = json_number(field.least);
    if (std::isfinite(field.most)) value["maximum"] = json_number(field.most);
    return value;
}

Json value_of(const Field& field) {
    const Json one = reference_to(name_of_form(field.form));
    switch (field.kind) {
        case Kind::text:
            return one;
        case Kind::number:
        case Kind::whole_number:
            return number_of(field);
        case Kind::word:
            return {{"enum", Json(field.words)}};
        case Kind::texts:
            return either({one, list_of(one)});
        case Kind::texts_or_map:
            return either({one, list_of(one), map_to(field, {{"not", {{"type", {"object", "array"}}}}})});
        case Kind::texts_or_lists:
            return either({one, list_of(one), map_to(field, either({one, list_of(one)}))});
        case Kind::map:
            return entries_of(field);
        case Kind::named:
            return map_to(field, named_entries_of(field));
        case Kind::list:
            break;
    }
    return list_of(entries_of(field));
}

Json key_of(const Field& field, const TableManner& manner) {
    Json key{{"title", field.key}, {"description", field.meaning}};
    key.update(value_of(field));
    if (Json examples = manner.examples(field); !examples.empty()) key["examples"] = std::move(examples);
    return key;
}

/// At least one of the keys.
Json one_of(const Schema& schema) {
    Json choices = Json::array();
    for (const std::string_view key : schema.one_of)
        choices.push_back({{"required", Json::array({key})}});
    return choices;
}

Json map_of(const Schema& schema, const TableManner& manner) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const Field& field : schema.fields) {
        properties[std::string(field.key)] = key_of(field, manner);
        if (field.required) required.push_back(field.key);
    }
    Json map{{"title", schema.subject},
             {"description", schema.meaning},
             {"type", "object"},
             {"properties", std::move(properties)}};
    if (!required.empty()) map["required"] = std::move(required);
    if (!schema.one_of.empty()) map["anyOf"] = one_of(schema);
    map["additionalProperties"] = false;
    if (manner.finish) manner.finish(schema, map);
    return map;
}

/// Adds what `schema` refers to, each sort of map once.
void define_entries(const Schema& schema, const TableManner& manner, Json& definitions) {
    for (const Field& field : schema.fields) {
        if (field.entries == nullptr || definitions.contains(name_of_map(*field.entries))) continue;
        definitions[name_of_map(*field.entries)] = map_of(*field.entries, manner);
        define_entries(*field.entries, manner, definitions);
    }
}

}  // namespace

std::string name_of_form(std::string_view of_form) {
    std::string name(of_form.empty() ? "text" : of_form);
    std::ranges::replace(name, ' ', '-');
    return name;
}

Json reference_to(std::string_view definition) {
    return {{"$ref", fmt::format("#/$defs/{}", definition)}};
}

Json either(std::vector<Json> choices) {
    return {{"anyOf", std::move(choices)}};
}

/// Of the plain scalars that YAML may take for something else each is the text that stands there. That `true` is one,
/// too, is said in a way that keeps editors from proposing it.
Json scalar(const Json& types) {
    return either({{{"type", types}}, {{"not", {{"type", {"string", "number", "object", "array", "null"}}}}}});
}

Json text() {
    return scalar({"string", "number"});
}

Json with_pattern(Json value, std::string_view pattern, std::string_view rule) {
    value["pattern"] = pattern;
    value["patternErrorMessage"] = rule;  // not of the standard; editors show it
    return value;
}

Json json_schema(const Schema& table, const TableManner& manner, Json definitions) {
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}};
    schema.update(map_of(table, manner));
    define_entries(table, manner, definitions);
    schema["$defs"] = std::move(definitions);
    return schema;
}

Json json_number(double value) {
    if (value == std::round(value)) return std::llround(value);
    return value;
}

}  // namespace fabula::json_schemas

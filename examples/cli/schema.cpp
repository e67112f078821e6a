// fabula schema: the JSON Schema of a story file, for editors that check and complete while one writes.
#include "story/schema.hpp"

#include <cmath>
#include <string>

#include "commands.hpp"
#include "json.hpp"
#include "output.hpp"

namespace fabula::cli {
namespace {

using yaml::Field;
using yaml::Kind;
using yaml::Schema;

Json schema_of(const Schema& schema);

/// What other YAML readers may take a plain scalar for: to Fabula each is the text that stands there.
Json text() {
    return {{"type", {"string", "number", "boolean"}}};
}

Json list_of(const Json& items) {
    return {{"type", "array"}, {"items", items}};
}

Json map_to(const Json& values) {
    return {{"type", "object"}, {"additionalProperties", values}};
}

Json entries_of(const Field& field) {
    return field.entries == nullptr ? text() : schema_of(*field.entries);
}

Json number_of(const Field& field) {
    Json value{{"type", field.kind == Kind::whole_number ? "integer" : "number"}};
    if (std::isfinite(field.least)) value["minimum"] = json_number(field.least);
    if (std::isfinite(field.most)) value["maximum"] = json_number(field.most);
    return value;
}

Json value_of(const Field& field) {
    switch (field.kind) {
        case Kind::text:
            return text();
        case Kind::number:
        case Kind::whole_number:
            return number_of(field);
        case Kind::word:
            return {{"enum", Json(field.words)}};
        case Kind::texts:
            return {{"anyOf", Json::array({text(), list_of(text())})}};
        case Kind::texts_or_map:
            return {{"anyOf", Json::array({text(), list_of(text()), map_to(text())})}};
        case Kind::texts_or_lists:
            return {{"anyOf", Json::array({text(), list_of(text()),
                                           map_to({{"anyOf", Json::array({text(), list_of(text())})}})})}};
        case Kind::map:
            return entries_of(field);
        case Kind::named:
            return map_to(entries_of(field));
        case Kind::list:
            break;
    }
    return list_of(entries_of(field));
}

/// An event may also have the keys of the story's own milestones (`donation: ruth`), which no schema can know.
Json schema_of(const Schema& schema) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const Field& field : schema.fields) {
        Json& value = properties[std::string(field.key)] = value_of(field);
        value["description"] = field.meaning;
        if (field.required) required.push_back(field.key);
    }
    Json map{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) map["required"] = std::move(required);
    map["additionalProperties"] = &schema == &story_schema::event ? text() : Json(false);
    return map;
}

Exit print_schema() {
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "A Fabula story"}};
    schema.update(schema_of(story_schema::story));
    return write_output("-", json_text(schema));
}

}  // namespace

void add_schema(CLI::App& app, Exit& exit) {
    CLI::App& command = *app.add_subcommand("schema", "Print the JSON Schema of a story file, for editors");
    command.callback([&exit] { exit = print_schema(); });
}

}  // namespace fabula::cli

// story_json_schema: from the tables of keys to JSON Schema.
#include "story_schema.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fabula/check.hpp"

#include "story/schema.hpp"

namespace fabula::cli {
namespace {

using yaml::Field;
using yaml::Kind;
using yaml::Schema;
namespace form = story_schema::form;

/// What no id has: it begins with no digit or dash, and of the other characters of ASCII it holds letters, digits,
/// dashes and underscores alone. Which letters of other scripts there are, JSON Schema has no words for in all its
/// readers.
constexpr std::string_view id_pattern = R"(^(?![0-9-])[^\u0000-,./:-@\[-\^`{-\u007f]+$)";

/// As RFC 5646 says, but for the order of the parts.
constexpr std::string_view language_pattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

constexpr std::array<std::string_view, 8> phrases{"1996-07-14",      "199X",
                                                  "1978/1981",       "age 16..18 of kathy",
                                                  "soon after boat", "about 10 years after boat",
                                                  "during cottages", "between tape-found and boat"};

constexpr std::array<std::string_view, 3> lengths{"2..3 weeks", "about 10 years", "~30 minutes"};

Json reference_to(std::string_view definition) {
    return {{"$ref", fmt::format("#/$defs/{}", definition)}};
}

Json either(std::vector<Json> choices) {
    return {{"anyOf", std::move(choices)}};
}

Json list_of(const Json& entries) {
    return {{"type", "array"}, {"items", entries}};
}

/// The name of a form's definition: "id of a character" is "id-of-a-character".
std::string name_of(std::string_view of_form) {
    std::string name(of_form.empty() ? "text" : of_form);
    std::ranges::replace(name, ' ', '-');
    return name;
}

/// The name of the definition of a sort of map: "an event" is "event".
std::string name_of(const Schema& schema) {
    const std::string_view subject = schema.subject;
    const std::size_t article = subject.starts_with("a ") ? 2 : subject.starts_with("an ") ? 3 : 0;
    std::string name;
    for (const char byte : subject.substr(article)) {
        if (byte == ' ') name += '-';
        if (byte >= 'a' && byte <= 'z') name += byte;
    }
    return name;
}

/// Of the plain scalars that YAML may take for something else each is the text that stands there. That `true` is one,
/// too, is said in a way that keeps editors from proposing it.
Json scalar(std::vector<std::string_view> types) {
    Json others(types);
    for (const std::string_view type : {"object", "array", "null"})
        others.push_back(type);
    return either({{{"type", std::move(types)}}, {{"not", {{"type", std::move(others)}}}}});
}

Json with_pattern(Json value, std::string_view pattern, std::string_view rule) {
    value["pattern"] = pattern;
    value["patternErrorMessage"] = rule;  // not of the standard; editors show it
    return value;
}

Json definition_of_id() {
    return with_pattern(scalar({"string"}), id_pattern,
                        "An id is made of letters, digits, ‘-’ and ‘_’ and does not begin with a digit or ‘-’");
}

Json text_definitions() {
    Json definitions = Json::object();
    const auto define = [&](std::string_view of_form, Json value) { definitions[name_of(of_form)] = std::move(value); };
    define({}, scalar({"string", "number"}));
    define(form::phrase, scalar({"string", "number"}));
    define(form::rule, scalar({"string", "number"}));
    define(form::length, {{"type", "string"}});
    define(form::language, with_pattern(scalar({"string", "number"}), language_pattern,
                                        "A language is a BCP 47 tag, as ‘en’, ‘pt-BR’ or ‘zh-Hant’"));
    for (const std::string_view called :
         {form::id, form::character, form::group, form::place, form::thing, form::event})
        define(called, definition_of_id());
    return definitions;
}

/// Examples of what the texts of a form are, besides the key's own.
std::span<const std::string_view> examples_of(std::string_view of_form) {
    if (of_form == form::phrase) return phrases;
    if (of_form == form::length) return lengths;
    return {};
}

/// The rules that `allow` can silence.
Json codes_of_rules() {
    Json codes = Json::array();
    for (const Rule& rule : rules())
        codes.push_back(rule.code);
    return codes;
}

Json examples_of(const Field& field) {
    if (field.form == form::rule) return codes_of_rules();
    Json examples = Json::array();
    const bool number = field.kind == Kind::number || field.kind == Kind::whole_number;
    if (!field.example.empty()) examples.push_back(number ? Json::parse(field.example) : Json(field.example));
    if (field.kind == Kind::named || field.kind == Kind::list) return examples;
    for (const std::string_view example : examples_of(field.form)) {
        if (example != field.example) examples.push_back(example);
    }
    return examples;
}

Json map_to(const Field& field, const Json& values) {
    Json map{{"type", "object"}, {"additionalProperties", values}};
    if (!field.names.empty()) map["propertyNames"] = reference_to(name_of(field.names));
    return map;
}

Json entries_of(const Field& field) {
    return reference_to(field.entries == nullptr ? name_of(field.form) : name_of(*field.entries));
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
    const Json one = reference_to(name_of(field.form));
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

Json key_of(const Field& field) {
    Json key{{"title", field.key}, {"description", field.meaning}};
    key.update(value_of(field));
    if (Json examples = examples_of(field); !examples.empty()) key["examples"] = std::move(examples);
    return key;
}

/// At least one of the keys, or any that is not in the table.
Json one_of(const Schema& schema, bool others_too) {
    std::vector<Json> choices;
    for (const std::string_view key : schema.one_of)
        choices.push_back({{"required", Json::array({key})}});
    if (others_too) {
        Json keys = Json::array();
        for (const Field& field : schema.fields)
            keys.push_back(field.key);
        choices.push_back({{"not", {{"propertyNames", {{"enum", std::move(keys)}}}}}});
    }
    return choices;
}

/// An event may also have the keys of the story's own milestones (`donation: ruth`), which no schema can know.
Json map_of(const Schema& schema) {
    const bool event = &schema == &story_schema::event;
    Json properties = Json::object();
    Json required = Json::array();
    for (const Field& field : schema.fields) {
        properties[std::string(field.key)] = key_of(field);
        if (field.required) required.push_back(field.key);
    }
    Json map{{"title", schema.subject},
             {"description", schema.meaning},
             {"type", "object"},
             {"properties", std::move(properties)}};
    if (!required.empty()) map["required"] = std::move(required);
    if (!schema.one_of.empty()) map["anyOf"] = one_of(schema, event);
    map["additionalProperties"] = event ? reference_to(name_of(form::character)) : Json(false);
    return map;
}

/// Adds what `schema` refers to, each sort of map once.
void define_entries(const Schema& schema, Json& definitions) {
    for (const Field& field : schema.fields) {
        if (field.entries == nullptr || definitions.contains(name_of(*field.entries))) continue;
        definitions[name_of(*field.entries)] = map_of(*field.entries);
        define_entries(*field.entries, definitions);
    }
}

}  // namespace

Json story_json_schema() {
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}};
    schema.update(map_of(story_schema::story));
    Json definitions = text_definitions();
    define_entries(story_schema::story, definitions);
    schema["$defs"] = std::move(definitions);
    return schema;
}

}  // namespace fabula::cli

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

Json definition_of_id() {
    return with_pattern(scalar("string"), id_pattern,
                        "An id is made of letters, digits, ‘-’ and ‘_’ and does not begin with a digit or ‘-’");
}

template <typename Entries>
Json ids_in(const Entries& entries) {
    Json ids = Json::array();
    for (const auto& entry : entries)
        ids.push_back(entry.id);
    return ids;
}

/// Those that the file gives: of the others the place is the whole event.
Json ids_in(const std::vector<Event>& events, const Sources& sources) {
    Json ids = Json::array();
    for (const Event& event : events) {
        const Span& span = event.span;
        if (sources.text(span.source).substr(span.offset, span.length).find(event.id) <= 1) ids.push_back(event.id);
    }
    return ids;
}

/// The ids of the story that texts of a form can be.
Json ids_called(std::string_view of_form, const Story& story) {
    if (of_form == form::character) return ids_in(story.characters);
    if (of_form == form::group) return ids_in(story.groups);
    if (of_form == form::thread) return ids_in(story.threads);
    if (of_form == form::place) return ids_in(story.places);
    if (of_form == form::thing) return ids_in(story.things);
    return of_form == form::event ? ids_in(story.events, story.sources) : Json::array();
}

/// One of those that the story has, for editors to propose, or another.
Json definition_of_reference(std::string_view of_form, const Story& story) {
    Json ids = ids_called(of_form, story);
    if (ids.empty()) return reference_to(name_of(form::id));
    return either({{{"enum", std::move(ids)}}, reference_to(name_of(form::id))});
}

Json text_definitions(const Story& story) {
    Json definitions = Json::object();
    const auto define = [&](std::string_view of_form, Json value) { definitions[name_of(of_form)] = std::move(value); };
    define({}, text());
    define(form::phrase, text());
    define(form::rule, text());
    define(form::length, {{"type", "string"}});
    define(form::language,
           with_pattern(text(), language_pattern, "A language is a BCP 47 tag, as ‘en’, ‘pt-BR’ or ‘zh-Hant’"));
    define(form::id, definition_of_id());
    for (const std::string_view called :
         {form::character, form::group, form::place, form::thing, form::thread, form::event})
        define(called, definition_of_reference(called, story));
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

Json examples_of(const Field& field, const Story& story) {
    if (field.form == form::rule) return codes_of_rules();
    Json examples = Json::array();
    if (!ids_called(field.form, story).empty()) return examples;  // there are better ones
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

Json key_of(const Field& field, const Story& story) {
    Json key{{"title", field.key}, {"description", field.meaning}};
    key.update(value_of(field));
    if (Json examples = examples_of(field, story); !examples.empty()) key["examples"] = std::move(examples);
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

/// The keys that a story's milestones add to its events: `donation: ruth`.
void add_milestones(Json& properties, const Story& story) {
    for (const MilestoneKind& kind : story.milestones) {
        properties[kind.id] = {{"title", kind.id}, {"description", fmt::format("who reaches ‘{}’", kind.name)}};
        properties[kind.id].update(reference_to(name_of(form::character)));
    }
}

/// An event may also have the keys of milestones that are not known.
Json map_of(const Schema& schema, const Story& story) {
    const bool event = &schema == &story_schema::event;
    Json properties = Json::object();
    Json required = Json::array();
    for (const Field& field : schema.fields) {
        properties[std::string(field.key)] = key_of(field, story);
        if (field.required) required.push_back(field.key);
    }
    if (event) add_milestones(properties, story);
    Json map{{"title", schema.subject},
             {"description", schema.meaning},
             {"type", "object"},
             {"properties", std::move(properties)}};
    if (!required.empty()) map["required"] = std::move(required);
    if (!schema.one_of.empty()) map["anyOf"] = one_of(schema, event);
    map["additionalProperties"] = event ? reference_to(name_of(form::id)) : Json(false);
    return map;
}

/// Adds what `schema` refers to, each sort of map once.
void define_entries(const Schema& schema, const Story& story, Json& definitions) {
    for (const Field& field : schema.fields) {
        if (field.entries == nullptr || definitions.contains(name_of(*field.entries))) continue;
        definitions[name_of(*field.entries)] = map_of(*field.entries, story);
        define_entries(*field.entries, story, definitions);
    }
}

}  // namespace

Json story_json_schema(const Story& story) {
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}};
    schema.update(map_of(story_schema::story, story));
    Json definitions = text_definitions(story);
    define_entries(story_schema::story, story, definitions);
    schema["$defs"] = std::move(definitions);
    return schema;
}

}  // namespace fabula::cli
